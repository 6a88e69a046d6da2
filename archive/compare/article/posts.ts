import type { Article } from '../../model/article.ts'
import type { VerdictLine } from '../../model/comparison.ts'
import { normaliseText } from '../../model/normalise.ts'
import type { Post } from '../../model/post.ts'
import { quoted } from '../verdict/say.ts'
import { line } from './line.ts'
import { matchByKey } from './pairs.ts'
import { shownRange, type Zone } from './zones.ts'

interface Placed {
  readonly post: Post
  readonly zone: Zone
}

function postsOf(article: Article, zones: readonly Zone[]): Placed[] {
  const posts = new Map(article.posts.map(post => [post.key, post]))
  return zones.flatMap(zone => {
    const post = zone.block.kind === 'post' ? posts.get(zone.block.post) : undefined
    return post ? [{ post, zone }] : []
  })
}

/** "The post by Ana Ruiz (@ana) on x". */
function nameOf(post: Post): string {
  const who = [post.author, post.handle && `@${post.handle}`].filter(Boolean).join(', ')
  return `post${who ? ` by ${who}` : ''} on ${post.platform}`
}

/** Embedded posts: gone, new, edited, or in another state (deleted, unavailable). */
export function postLines(
  from: { readonly article: Article; readonly zones: readonly Zone[] },
  to: { readonly article: Article; readonly zones: readonly Zone[] },
): VerdictLine[] {
  const olds = postsOf(from.article, from.zones)
  const news = postsOf(to.article, to.zones)
  const { both, gone, came } = matchByKey(olds, news, placed => placed.post.key)
  return [
    ...gone.map(({ post, zone }) =>
      line('post', 'post', `The embedded ${nameOf(post)} was removed${said(post)}.`, {
        from: shownRange(zone),
        before: post.text ?? post.url,
      }),
    ),
    ...came.map(({ post, zone }) =>
      line('post', 'post', `An embedded ${nameOf(post)} was added${said(post)}.`, {
        to: shownRange(zone),
        after: post.text ?? post.url,
      }),
    ),
    ...both.flatMap(([old, now]) => [...textLines(old, now), ...stateLines(old, now)]),
  ]
}

function said(post: Post): string {
  return post.text ? `: ${quoted(post.text)}` : ''
}

function textLines(old: Placed, now: Placed): VerdictLine[] {
  const [before, after] = [old.post.text ?? '', now.post.text ?? '']
  if (normaliseText(before) === normaliseText(after)) return []
  const summary = `The words of the embedded ${nameOf(now.post)} changed: ${quoted(before)} became ${quoted(after)}.`
  const sides = { from: shownRange(old.zone), to: shownRange(now.zone), before, after }
  return [line('post', 'post-text', summary, sides)]
}

function stateLines(old: Placed, now: Placed): VerdictLine[] {
  const [before, after] = [old.post.state, now.post.state]
  if (before === after || before === 'unknown' || after === 'unknown') return []
  const summary = `The embedded ${nameOf(now.post)} was ${before} and is now ${after}.`
  const sides = { from: shownRange(old.zone), to: shownRange(now.zone), before, after }
  return [line('post', 'post-state', summary, sides)]
}
