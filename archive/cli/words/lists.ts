import type { PostRow, SourceRow, Versions } from '../../contract/results.ts'
import { count, moment } from './units.ts'

export function sourcesInWords(sources: readonly SourceRow[]): string {
  if (sources.length === 0) return 'No sources. `stet capture URL` or `stet import FILE` adds the first.'
  return sources
    .map(source =>
      [
        `${source.title ?? source.url}${source.site ? ` — ${source.site}` : ''}`,
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

export function postsInWords(posts: readonly PostRow[]): string {
  if (posts.length === 0) return 'No embedded posts.'
  return posts
    .map(post => {
      const who = [post.author, post.handle ? `@${post.handle}` : null].filter(Boolean).join(' ')
      return [
        `${post.platform}: ${who || 'unknown author'}${post.postedAt ? `, ${post.postedAt}` : ''} (${post.state})`,
        ...(post.text ? [`  ${post.text.replaceAll('\n', '\n  ')}`] : []),
        ...(post.url ? [`  ${post.url}`] : []),
      ].join('\n')
    })
    .join('\n')
}
