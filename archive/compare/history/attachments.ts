import type { Article, FigureBlock } from '../../model/article.ts'
import type { ThreadKind } from '../../model/history.ts'
import type { Pictures } from '../../model/normalised-article.ts'
import { normaliseText } from '../../model/normalise.ts'
import { PLATFORM_NAMES, type Post } from '../../model/post.ts'
import { comparableUrl } from '../../model/url.ts'
import type { LookedAt } from '../article/images.ts'
import { matchByKey } from '../article/pairs.ts'
import { shownRange, type Zone } from '../article/zones.ts'
import { type Sighting, sighting, type Threads } from './threads.ts'

/** A picture or a post as one version shows it. */
interface Attachment {
  readonly seen: Sighting
  /** By what it is known again, the surest first; null where it has no such mark. */
  readonly keys: readonly (string | null)[]
}

export function picturesOf(zones: readonly Zone[], pictures: Pictures): Attachment[] {
  return zones.flatMap(zone => {
    if (zone.block.kind !== 'figure') return []
    const { src } = zone.block
    const address = src && comparableUrl(src)
    const media = (src && pictures[src]) || address
    const text = captionOf(zone.block)
    // The bytes say whether it is the same picture; an address only where the bytes were not kept.
    const value = JSON.stringify([normaliseText(text), media])
    const seen = sighting(text, value, { range: shownRange(zone), block: 'figure', media })
    return [{ seen, keys: [media, address, normaliseText(zone.block.caption.text) || null] }]
  })
}

function captionOf({ caption, credit, alt, src, media }: FigureBlock): string {
  const told = [caption.text, credit && `(${credit})`].filter(Boolean).join(' ')
  return told || alt || src || media
}

/** A sighting that says the same as the one before it where only the file is another. */
function storedAnew(known: Attachment, { seen }: Attachment, lookedAt: LookedAt): Sighting {
  const [before, after] = [known.seen.media, seen.media]
  const isSame = before !== null && after !== null && before !== after && lookedAt(before, after) === 'same'
  return isSame && known.seen.text === seen.text ? { ...seen, value: known.seen.value } : seen
}

export function postsOf(article: Article, zones: readonly Zone[]): Attachment[] {
  const posts = new Map(article.posts.map(post => [post.key, post]))
  return zones.flatMap(zone => {
    const post = zone.block.kind === 'post' ? posts.get(zone.block.post) : undefined
    if (!post) return []
    const text = post.text ?? post.url ?? post.key
    const value = JSON.stringify([normaliseText(text), post.state])
    const label = labelOf(post)
    const seen = sighting(text, value, { range: shownRange(zone), block: 'post', label, post: post.state })
    return [{ seen, keys: [post.key] }]
  })
}

/** "Ana Ruiz @ana (X)" */
function labelOf({ author, handle, platform }: Post): string {
  const name = PLATFORM_NAMES[platform]
  return [author, handle && `@${handle}`, name && `(${name})`].filter(Boolean).join(' ')
}

interface Held extends Attachment {
  readonly id: number
}

/** Follows pictures or posts from version to version, and knows those again that had been gone. */
export class Attachments {
  readonly #threads: Threads
  readonly #kind: ThreadKind
  #there: readonly Held[] = []
  #gone: readonly Held[] = []

  constructor(threads: Threads, kind: ThreadKind) {
    this.#threads = threads
    this.#kind = kind
  }

  /** `lookedAt`: what two pictures of other bytes show. Another file of the same picture is no change. */
  see(attachments: readonly Attachment[], lookedAt: LookedAt = () => null): void {
    const here: Held[] = []
    const hold = (known: Held | null, now: Attachment, meet: (id: number) => void) => {
      const id = known?.id ?? this.#threads.begin(this.#kind, now.seen)
      if (known) meet(id)
      here.push({ ...now, id })
    }
    const went = this.#match(this.#there, attachments, (known, now) =>
      hold(known, now, id => this.#threads.goOn(id, storedAnew(known, now, lookedAt))),
    )
    const back = this.#match(this.#gone, went.came, (known, now) =>
      hold(known, now, id => this.#threads.comeBack(id, now.seen)),
    )
    for (const now of back.came) hold(null, now, () => {})
    for (const { id } of went.gone) this.#threads.end(id, 'removed')
    this.#there = here
    this.#gone = [...back.gone, ...went.gone]
  }

  /** Pairs by the surest key first; what is left over stays in order. */
  #match(olds: readonly Held[], news: readonly Attachment[], meet: (old: Held, now: Attachment) => void) {
    let gone = olds
    let came = news
    const keys = Math.max(0, ...[...olds, ...news].map(each => each.keys.length))
    for (let k = 0; k < keys; k++) {
      const matched = matchByKey<Held | Attachment>(gone, came, each => each.keys[k] ?? null)
      for (const [old, now] of matched.both) meet(old as Held, now)
      gone = matched.gone as readonly Held[]
      came = matched.came
    }
    return { gone, came }
  }
}
