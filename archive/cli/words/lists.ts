import type { PostRow, SourceRow, Versions } from '../../contract/results.ts'
import { count, moment } from './units.ts'

export function sourcesInWords(sources: readonly SourceRow[]): string {
  if (sources.length === 0) return 'No sources. `stet capture URL` or `stet import FILE` adds the first.'
  return sources
    .map(source =>
      [
        `${source.title ?? source.url}${source.site ? ` — ${source.site}` : ''}${source.kind === 'post' ? ' (a post)' : ''}`,
        `  ${source.url}`,
        `  ${source.sourceId}  ${count(source.versions, 'version')}, ${count(source.checks, 'check')}, ` +
          `${count(source.attempts, 'attempt')}, ` +
          (source.lastSeen ? `last seen ${moment(source.lastSeen)}` : 'never reached'),
      ].join('\n'),
    )
    .join('\n')
}

export function versionsInWords({ versions, checks, attempts, purged }: Versions): string {
  const rows = [
    ...versions.map(v => ({
      at: v.capturedAt,
      line: `version ${v.version}  ${v.snapshotId}  ${v.title ?? 'untitled'} (${v.words} words)`,
    })),
    ...checks.map(c => ({ at: c.capturedAt, line: 'checked, unchanged' })),
    ...attempts.map(a => ({
      at: a.capturedAt,
      line: `not reached: ${[a.reason, ...a.evidence].join('; ')}`,
    })),
    ...purged.map(t => ({ at: t.purgedAt, line: `purged version ${t.version}: ${t.reason}` })),
  ]
  return rows
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(row => `${moment(row.at)}  ${row.line}`)
    .join('\n')
}

/** "deleted since 2026-11-21 19:22 (“This post was deleted”, status 404)". */
function stateInWords({ state, states, stateEvidence }: PostRow): string {
  const last = states.at(-1)
  if (!last) return state
  const { words, status } = stateEvidence ?? { words: null, status: null }
  const why = [words === null ? null : `“${words}”`, status === null ? null : `status ${status}`]
  const said = why.filter(Boolean).join(', ')
  const when = states.length > 1 ? `since ${moment(last.from)}` : `seen ${moment(last.to)}`
  return `${state}, ${when}${said === '' ? '' : `: ${said}`}`
}

function referenceInWords(what: string, post: PostRow['quote']): string[] {
  if (!post) return []
  const who = [post.author, post.handle ? `@${post.handle}` : null].filter(Boolean).join(' ')
  const said = post.text === null ? post.url : post.text.replaceAll('\n', '\n    ')
  return [`  ${[`${what} ${who}`.trim(), said].filter(Boolean).join(': ')}`]
}

export function postsInWords(posts: readonly PostRow[]): string {
  if (posts.length === 0) return 'No posts.'
  return posts
    .map(post => {
      const who = [post.author, post.handle ? `@${post.handle}` : null].filter(Boolean).join(' ')
      const kept = post.media.filter(({ file }) => file !== undefined).length
      return [
        `${post.platform}: ${who || 'unknown author'}${post.postedAt ? `, ${post.postedAt}` : ''} (${stateInWords(post)})`,
        ...referenceInWords('answers', post.replyTo),
        ...(post.text ? [`  ${post.text.replaceAll('\n', '\n  ')}`] : []),
        ...referenceInWords('quotes', post.quote),
        ...(kept > 0 ? [`  ${count(kept, 'media file')} kept`] : []),
        ...(post.url ? [`  ${post.url}`] : []),
        ...(post.snapshots.length === 0 ? ['  nothing of it was kept'] : []),
      ].join('\n')
    })
    .join('\n')
}
