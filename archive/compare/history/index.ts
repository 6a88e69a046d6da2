import type { Article } from '../../model/article.ts'
import type { HistoryVersion, SourceHistory } from '../../model/history.ts'
import type { Pictures } from '../../model/normalised-article.ts'
import type { LookedAt } from '../article/images.ts'
import { compareArticles } from '../compare-articles.ts'
import { Attachments, picturesOf, postsOf } from './attachments.ts'
import { Claims } from './claims.ts'
import { type ItemPlace, ItemThreads } from './item-threads.ts'
import { ItemFinder } from './items.ts'
import { SentenceThreads } from './sentence-threads.ts'
import { type CutVersion, cutVersion } from './sentences.ts'
import { stepOf } from './step.ts'
import { successionOf } from './succession.ts'
import { Threads } from './threads.ts'

/** One version, for `createHistory`. */
export interface ToldVersion extends Pick<
  HistoryVersion,
  'version' | 'snapshotId' | 'capturedAt' | 'seenUntil'
> {
  readonly article: Article
  /** SHA-256 of each picture's bytes by its URL in the article. */
  readonly pictures: Pictures
  /** What two pictures of other bytes show, of the version before and of this one; left out where nobody looked. */
  readonly relation?: LookedAt
}

export interface HistoryMaker {
  add(told: ToldVersion): void
  done(): SourceHistory
}

const IN_HEADLINE: ItemPlace = Object.freeze({ range: null, block: 'headline', role: null, sentence: null })

/**
 * Makes the history of a source. Versions are added in their order; only the last one is held, and each is
 * compared with the one before it alone, so that work and memory grow with their number and no faster. Pure: no
 * clock, no file.
 */
export function createHistory(): HistoryMaker {
  const threads = new Threads()
  const claims = new Claims(threads)
  const sentences = new SentenceThreads(threads)
  const items = { text: new ItemThreads(threads), headline: new ItemThreads(threads) }
  const finders = { text: new ItemFinder(), headline: new ItemFinder() }
  const pictures = new Attachments(threads, 'picture')
  const posts = new Attachments(threads, 'post')
  const versions: HistoryVersion[] = []
  let last: { readonly told: ToldVersion; readonly cut: CutVersion } | null = null

  function add(told: ToldVersion): void {
    const { article } = told
    const cut = cutVersion(article, finders.text)
    const { pictures: held, relation } = told
    const compared =
      last && compareArticles(last.told.article, article, { from: last.told.pictures, to: held, relation })
    const succession = compared && last && successionOf(last.cut.ranges, cut.ranges, compared.alignment)

    threads.enter(told.version, last === null)
    claims.see(article)
    const ids = sentences.see(cut, succession)
    const title = finders.headline.find(article.title ?? '', [[0, article.title?.length ?? 0]])
    items.headline.see(title, [0], () => IN_HEADLINE)
    items.text.see(cut.items, succession?.before ?? [], ({ range, sentence }) => {
      const home = cut.homes[sentence]!
      return { range, sentence: ids[sentence]!, block: home.block, role: home.role }
    })
    pictures.see(picturesOf(cut.zones, held), relation)
    posts.see(postsOf(article, cut.zones))
    versions.push({ ...shown(told, cut, ids), step: compared && last && stepOf(last.told.version, compared) })
    last = { told, cut }
  }

  return { add, done: () => ({ versions, threads: threads.done() }) }
}

function shown(told: ToldVersion, cut: CutVersion, ids: readonly number[]): Omit<HistoryVersion, 'step'> {
  const { version, snapshotId, capturedAt, seenUntil, article } = told
  const { title, language, dir, words } = article
  const blocks = cut.zones.map(({ block, range }) => ({
    kind: block.kind,
    role: block.kind === 'paragraph' ? (block.role ?? null) : null,
    level: block.kind === 'heading' ? block.level : null,
    range,
  }))
  const sentences = cut.ranges.map((range, s) => ({ thread: ids[s]!, range, line: cut.lines[s]! }))
  return { version, snapshotId, capturedAt, seenUntil, title, language, dir, words, blocks, sentences }
}
