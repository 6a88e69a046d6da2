import type { Article } from '../../model/article.ts'
import type { VerdictLine } from '../../model/comparison.ts'
import { normaliseText } from '../../model/normalise.ts'
import { PLATFORM_NAMES, type Post } from '../../model/post.ts'
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

/** "post by Ana Ruiz, @ana on X" */
function nameOf(post: Post): string {
  const who = [post.author, post.handle && `@${post.handle}`].filter(Boolean).join(', ')
  const platform = PLATFORM_NAMES[post.platform]
  return `post${who ? ` by ${who}` : ''}${platform ? ` on ${platform}` : ''}`
}

/** Posts that stand outside the story (below it, beside it) have no zone; what became of them counts all the same. */
function outside(article: Article, zones: readonly Zone[]): Map<string, Post> {
  const inside = new Set(zones.flatMap(({ block }) => (block.kind === 'post' ? [block.post] : [])))
  return new Map(article.posts.filter(post => !inside.has(post.key)).map(post => [post.key, post]))
}

interface Side {
  readonly article: Article
  readonly zones: readonly Zone[]
}

/** Embedded posts: gone, new, edited, or in another state (deleted, unavailable). */
export function postLines(from: Side, to: Side): VerdictLine[] {
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
    ...firstOfEach(both).flatMap(([old, now]) => changesOf(old, now, to.article)),
    ...outsideLines(from, to),
  ]
}

/** A post that stands in several places changed once. */
function firstOfEach(both: readonly (readonly [Placed, Placed])[]): readonly (readonly [Placed, Placed])[] {
  return [...new Map(both.toReversed().map(pair => [pair[0].post.key, pair])).values()].toReversed()
}

function outsideLines(from: Side, to: Side): VerdictLine[] {
  const [olds, news] = [outside(from.article, from.zones), outside(to.article, to.zones)]
  return [...olds].flatMap(([key, old]) => {
    const now = news.get(key)
    return now ? stateLines(old, now, {}, to.article) : []
  })
}

function changesOf(old: Placed, now: Placed, article: Article): VerdictLine[] {
  const sides = { from: shownRange(old.zone), to: shownRange(now.zone) }
  const words = textLines(old.post, now.post, sides, article)
  return [
    ...words,
    // The frame's account of words that the page's author gave in another form, or did not change.
    ...(words.length > 0 ? [] : seenLines(old.post, now.post, sides)),
    ...quoteLines(old.post, now.post, sides),
    ...stateLines(old.post, now.post, sides, article),
  ]
}

type Sides = Pick<Partial<VerdictLine>, 'from' | 'to'>

/** "embedded post by …", or the post that the page itself is. */
function subject(post: Post, { kind }: Article): string {
  return kind === 'post' ? nameOf(post) : `embedded ${nameOf(post)}`
}

function said(post: Post): string {
  return post.text ? `: ${quoted(post.text)}` : ''
}

function textLines(old: Post, now: Post, sides: Sides, article: Article): VerdictLine[] {
  const [before, after] = [old.text ?? '', now.text ?? '']
  if (normaliseText(before) === normaliseText(after)) return []
  if (old.text === null || now.text === null) {
    // A frame that did not come shows no words; that is no change of the post.
    const which = old.text === null ? 'earlier' : 'later'
    const summary = `The ${which} capture shows no words of the ${subject(now, article)}.`
    return [line('noise', 'post-without-words', summary, { ...sides, before: old.text, after: now.text })]
  }
  const summary = `The words of the ${subject(now, article)} changed: ${quoted(before)} became ${quoted(after)}.`
  return [line('post', 'post-text', summary, { ...sides, before, after })]
}

function seenLines(old: Post, now: Post, sides: Sides): VerdictLine[] {
  const [before, after] = [old.seen?.post?.text ?? null, now.seen?.post?.text ?? null]
  if (before === null || after === null || normaliseText(before) === normaliseText(after)) return []
  const summary = `The ${nameOf(now)} reads otherwise on its platform: ${quoted(before)} became ${quoted(after)}. The page that embeds it still has the words it had.`
  return [line('post', 'post-seen', summary, { ...sides, before, after })]
}

function quoteLines(old: Post, now: Post, sides: Sides): VerdictLine[] {
  const [before, after] = [old.quote?.text ?? null, now.quote?.text ?? null]
  if (before === null || after === null || normaliseText(before) === normaliseText(after)) return []
  const summary = `The post quoted in the ${nameOf(now)} changed: ${quoted(before)} became ${quoted(after)}.`
  return [line('post', 'post-quote', summary, { ...sides, before, after })]
}

/** Whether a state says that readers no longer find the post as it was. */
const IS_NEWS: ReadonlySet<Post['state']> = new Set(['deleted', 'unavailable', 'edited'])

const IN_WORDS: Readonly<Record<Post['state'], string>> = {
  live: 'there',
  edited: 'marked as edited',
  deleted: 'deleted',
  unavailable: 'unavailable',
  unknown: 'not looked at',
}

function evidenceOf({ stateEvidence }: Post): string {
  const { words = null, status = null } = stateEvidence ?? {}
  const why = [words === null ? null : quoted(words), status === null ? null : `status ${status}`].filter(
    Boolean,
  )
  return why.length > 0 ? ` (${why.join(', ')})` : ''
}

/**
 * A state that is not known is none to compare with, except that a post found deleted, unavailable or edited is told
 * even where the other capture could not tell.
 */
function stateLines(old: Post, now: Post, sides: Sides, article: Article): VerdictLine[] {
  const [before, after] = [old.state, now.state]
  if (before === after) return []
  if (before === 'unknown' ? !IS_NEWS.has(after) : after === 'unknown') return []
  const earlier =
    before === 'unknown' ? 'the earlier capture could not tell' : `it was ${IN_WORDS[before]} before`
  const summary = `The ${subject(now, article)} is now ${IN_WORDS[after]}${evidenceOf(now)}; ${earlier}.`
  return [line('post', 'post-state', summary, { ...sides, before, after })]
}
