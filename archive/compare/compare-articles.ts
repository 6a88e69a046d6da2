import { articleText } from '../model/article-text.ts'
import type { Article } from '../model/article.ts'
import type { AlignmentEntry, Comparison, Range, VerdictLine } from '../model/comparison.ts'
import type { Pictures } from '../model/normalised-article.ts'
import { isSelfChanging, normaliseText } from '../model/normalise.ts'
import { sameButForMissingPictures, sameContent } from '../model/same-content.ts'
import { align } from './align/index.ts'
import { headLines } from './article/head.ts'
import { imageLines, type LookedAt, STORED_ANEW } from './article/images.ts'
import { line } from './article/line.ts'
import { linkLines } from './article/links.ts'
import { postLines } from './article/posts.ts'
import { tableLines } from './article/tables.ts'
import { zoneAt, zonesOf, type Zone } from './article/zones.ts'
import { countChanges } from './counts.ts'
import { withDegree } from './degree.ts'
import { findNotices, type Noticed } from './verdict/corrections.ts'
import { correctionFact } from './verdict/notice-fact.ts'
import { sayChange } from './verdict/say.ts'
import { finished, textVerdict } from './verdict/text-verdict.ts'

/** SHA-256 of each picture's bytes by its URL in the article, for either side. */
export interface ComparisonContext {
  readonly from: Pictures
  readonly to: Pictures
  /** What two pictures of other bytes show, by their SHA-256; null where nobody looked. */
  readonly relation?: LookedAt
}

const NO_PICTURES: ComparisonContext = Object.freeze({ from: {}, to: {} })

/** Blocks whose words have rules of their own; the verdict on the running text leaves them out. */
const TOLD_APART: ReadonlySet<string> = new Set(['figure', 'post', 'table'])

/**
 * What changed between two cleaned articles. The alignment is of `articleText` of each and so are all offsets.
 * `same` holds exactly where `content-hash/1` sees no difference, pictures known to one side only being
 * compared by address. Every line of the verdict is noise then, but for what became of a post on its platform, which
 * is no part of a page's content. Otherwise at least one line is not noise, or says that a picture was stored anew
 * or that a line changed which the hash cannot tell from the story ("Most read: …").
 */
export function compareArticles(
  from: Article,
  to: Article,
  pictures: ComparisonContext = NO_PICTURES,
): Comparison {
  const alignment = align(articleText(from), articleText(to))
  const zones = { from: zonesOf(from), to: zonesOf(to) }
  const old = noticed(alignment.from.text, zones.from)
  const now = noticed(alignment.to.text, zones.to)
  const verdict = finished([
    ...headLines(from, to),
    ...runningTextLines(old, now, alignment.entries, zones).map(found =>
      // What stands around a post on its own page is no part of it.
      from.kind === 'post' && to.kind === 'post' ? { ...found, kind: 'noise' as const } : found,
    ),
    ...imageLines(
      { zones: zones.from, pictures: pictures.from },
      { zones: zones.to, pictures: pictures.to },
      pictures.relation,
    ),
    ...linkLines(zones.from, zones.to, alignment.entries),
    ...postLines({ article: from, zones: zones.from }, { article: to, zones: zones.to }),
    ...tableLines(zones.from, zones.to),
  ])
  const before = { article: from, pictures: pictures.from }
  const after = { article: to, pictures: pictures.to }
  const same = sameContent(before, after) || sameButForMissingPictures(before, after)
  const told = same ? verdict.map(ofSameContent) : withReason(verdict)
  return withDegree({
    same,
    verdict: told,
    alignment: alignment.entries,
    counts: countChanges(alignment),
    notice: correctionFact(old, now, told),
  })
}

/** A text with its notices: those that read like one, and the blocks that the page marks as such. */
function noticed(text: string, zones: readonly Zone[]): Noticed {
  const isMarked = ({ block, range }: Zone) =>
    block.kind === 'paragraph' && block.role === 'correction' && range[1] > range[0]
  const marked = zones.filter(isMarked).map(zone => zone.range)
  const isFree = (found: Range) => marked.every(range => found[0] >= range[1] || found[1] <= range[0])
  const notices = [...marked, ...findNotices(text).filter(isFree)].toSorted((a, b) => a[0] - b[0])
  return { text, notices }
}

function runningTextLines(
  old: Noticed,
  now: Noticed,
  entries: readonly AlignmentEntry[],
  zones: { readonly from: readonly Zone[]; readonly to: readonly Zone[] },
): VerdictLine[] {
  const zonesOfEntry = ({ from, to }: Pick<AlignmentEntry, 'from' | 'to'>) =>
    [from && zoneAt(zones.from, from), to && zoneAt(zones.to, to)].filter(zone => zone !== null)
  const isToldApart = (entry: AlignmentEntry) =>
    entry.op !== 'same' && zonesOfEntry(entry).every(zone => TOLD_APART.has(zone.block.kind))
  const roleOf = (found: VerdictLine) =>
    zonesOfEntry(found).map(({ block }) => (block.kind === 'paragraph' ? block.role : undefined))
  const lines = textVerdict(old, now, entries, isToldApart).map((found): VerdictLine => {
    if (!found.kind.startsWith('text-')) return found
    const roles = roleOf(found)
    if (roles.includes('correction')) return { ...found, kind: 'correction', rule: 'correction-block' }
    if (roles.includes('standfirst')) return { ...found, kind: 'standfirst', rule: 'standfirst' }
    return found
  })
  return [...lines, ...wholeStandfirst(lines, zones)]
}

/** A standfirst in which a figure or a name changed is told as such too, like a headline. */
function wholeStandfirst(
  lines: readonly VerdictLine[],
  zones: { readonly from: readonly Zone[]; readonly to: readonly Zone[] },
): VerdictLine[] {
  const isStandfirst = ({ block }: Zone) => block.kind === 'paragraph' && block.role === 'standfirst'
  const [olds, news] = [zones.from.filter(isStandfirst), zones.to.filter(isStandfirst)]
  const [old, now] = [olds[0], news[0]]
  if (!old || !now || olds.length > 1 || news.length > 1) return []
  const isInside = ({ from, to }: VerdictLine) =>
    (from !== null && zoneAt([old], from) !== null) || (to !== null && zoneAt([now], to) !== null)
  const inside = lines.filter(found => found.kind !== 'noise' && isInside(found))
  if (inside.length === 0 || inside.some(({ kind }) => kind === 'standfirst')) return []
  const [before, after] = [wordsOf(old), wordsOf(now)]
  const summary = sayChange('standfirst', before, after)
  return [{ kind: 'standfirst', rule: 'standfirst', summary, from: old.range, to: now.range, before, after }]
}

function wordsOf({ block }: Zone): string {
  return block.kind === 'paragraph' ? block.text : ''
}

/** What became of a post on its platform, while the page that embeds it stayed as it was. */
const BESIDE_THE_CONTENT: ReadonlySet<string> = new Set(['post-state', 'post-seen', 'post-quote'])

function ofSameContent(found: VerdictLine): VerdictLine {
  return BESIDE_THE_CONTENT.has(found.rule) ? found : { ...found, kind: 'noise' }
}

/** Rules of noise that is in the words themselves. */
const OF_LINES = /^(?:self-changing|around-the-story|(?:.*-)?typography)$/

/** Noise that `content-hash/1` does not leave out. */
function isHashedNoise({ kind, rule, before, after }: VerdictLine): boolean {
  if (!OF_LINES.test(rule)) return false
  const hashed = (text: string | null) => (text === null || isSelfChanging(text) ? '' : normaliseText(text))
  return kind === 'noise' && hashed(before) !== hashed(after)
}

/** The content differs, so something must be said, even where no rule has a word for it. */
function withReason(verdict: readonly VerdictLine[]): readonly VerdictLine[] {
  const says = ({ kind, rule }: VerdictLine) =>
    rule === STORED_ANEW || (kind !== 'noise' && kind !== 'modified' && kind !== 'published')
  // What stands around the story is part of the content that is hashed, and no change of the story.
  if (verdict.some(isHashedNoise)) return verdict
  if (verdict.some(says)) return verdict
  const summary = 'The same words stand in other paragraphs, in another order or in another form.'
  return finished([...verdict, line('text-edited', 'form', summary, {})])
}
