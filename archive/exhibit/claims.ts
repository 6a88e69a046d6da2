import type { AlignmentEntry, VerdictKind, VerdictLine } from '../model/comparison.ts'
import { inContext, overlaps, restsOn, saidBy } from './context.ts'
import { fileId } from './files.ts'
import { placeId } from './label.ts'
import { fragment, h, type Markup } from './markup.ts'
import { SIDES, type SideKey, tagOf, withQuotations } from './sides.ts'
import { placeInWords, trace } from './trace.ts'
import type { ExhibitFacts, ExhibitPicture } from './types.ts'
import { keptWhole, withoutQuoteSigns } from './wording.ts'

const KIND_WORDS: Readonly<Record<VerdictKind, string>> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  byline: 'Byline',
  outlet: 'Outlet',
  published: 'Date of publication',
  modified: 'Date of change',
  figure: 'Figure',
  date: 'Date',
  name: 'Name',
  quotation: 'Quotation',
  attribution: 'Attribution',
  hedge: 'Hedge',
  negation: 'Negation',
  link: 'Link',
  image: 'Picture',
  caption: 'Caption',
  post: 'Embedded post',
  table: 'Table',
  correction: 'Correction',
  'text-added': 'Added',
  'text-removed': 'Removed',
  'text-edited': 'Edited',
  'text-moved': 'Moved',
  noise: 'Noise',
}

/** Rows of the table of versions that show what some kinds of line are about. */
const ROWS: Partial<Record<VerdictKind, string>> = {
  headline: 'row-headline',
  byline: 'row-byline',
  outlet: 'row-outlet',
  published: 'row-published',
  modified: 'row-modified',
}

export const claimId = (line: number): string => `claim-${line}`

/** Kinds whose words are no words of the article's text: they stand in `article.json` alone. */
const BESIDE_TEXT: ReadonlySet<VerdictKind> = new Set([
  'headline',
  'byline',
  'outlet',
  'published',
  'modified',
  'link',
  'image',
])

/** Where a line's words stand in the exhibit; null where it shows them nowhere else. */
function placeOf({ kind, from, to }: VerdictLine, alignment: readonly AlignmentEntry[]): string | null {
  const ofVersions = ROWS[kind]
  if (ofVersions) return ofVersions
  const marked = (entry: AlignmentEntry) => entry.op !== 'same'
  const found = alignment.findIndex(
    entry => marked(entry) && (overlaps(to, entry.to) || (to === null && overlaps(from, entry.from))),
  )
  const other = found < 0 ? alignment.findIndex(entry => marked(entry) && overlaps(from, entry.from)) : found
  return other < 0 ? null : placeId(other)
}

function row(
  label: string,
  content: Markup,
  attributes: { lang?: string | null; dir?: string } = {},
): Markup {
  return h('div', {}, h('dt', {}, label), h('dd', attributes, content))
}

function wordsOf(line: VerdictLine, side: SideKey, facts: ExhibitFacts): Markup | null {
  const said = saidBy(line, side)
  const label = tagOf(facts, side)
  // An address says where a picture came from; it is no word of the page.
  if (said && (line.kind === 'image' || line.rule.startsWith('image'))) return row(label, h('code', {}, said))
  const { language, dir } = facts[side]
  const alone = said?.trim() ? h(side === 'from' ? 'del' : 'ins', {}, withoutQuoteSigns(said)) : null
  const words = inContext(line, side, facts) ?? alone
  return words && row(label, words, { lang: language, dir })
}

/** Words that are the same on both sides stand once; of a passage that moved, both its places are told. */
function allWords(line: VerdictLine, facts: ExhibitFacts): Markup | null {
  const { language, dir } = facts.to
  const { kind, before, after } = line
  const isOnce = before !== null && before === after
  const words = isOnce
    ? [row('Words', fragment(withoutQuoteSigns(before)), { lang: language, dir })]
    : SIDES.map(side => wordsOf(line, side, facts)).filter(shown => shown !== null)
  const places =
    kind === 'text-moved' && line.from && line.to
      ? [
          row('Stood', placeInWords(facts, 'from', line.from)),
          row('Stands', placeInWords(facts, 'to', line.to)),
        ]
      : []
  const rows = [...words, ...places]
  return rows.length > 0 ? h('dl', { class: 'words' }, rows) : null
}

/** The rule that found it, the stored files it was worked out from, and where it stands in the marked text. */
function evidence(line: VerdictLine, index: number, facts: ExhibitFacts): Markup {
  const isOfText = !BESIDE_TEXT.has(line.kind)
  const place = placeOf(line, facts.comparison.alignment)
  return h(
    'p',
    { class: 'evidence' },
    `Rule: ${line.rule}. `,
    SIDES.map(side => trace(facts, side, restsOn(line, side, facts), isOfText)),
    facts.comparison.notice.discloses.includes(index) ? 'The correction notice discloses it. ' : '',
    place === null
      ? ''
      : h('a', { class: 'to-place', href: `#${place}` }, `Change ${index + 1} in its place`),
  )
}

function picture({ side, sha256, mime, bytes }: ExhibitPicture, facts: ExhibitFacts): Markup {
  const src = `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`
  const path = facts[side].files.find(file => file.sha256 === sha256)?.path ?? ''
  return h(
    'figure',
    {},
    h('img', { src, alt: side === 'from' ? 'The picture before' : 'The picture after' }),
    h(
      'figcaption',
      {},
      `${tagOf(facts, side)}. SHA-256 `,
      h('a', { href: `#${fileId(side, path)}` }, h('code', {}, sha256)),
    ),
  )
}

function claim(line: VerdictLine, index: number, facts: ExhibitFacts): Markup {
  const pictures = facts.pictures.filter(shown => shown.line === index)
  return h(
    'li',
    { id: claimId(index), class: keptWhole(line.summary, line.before, line.after) },
    h(
      'p',
      {},
      h('strong', { class: 'kind' }, KIND_WORDS[line.kind]),
      ' ',
      withQuotations(line.summary, facts.to),
    ),
    allWords(line, facts),
    pictures.length > 0
      ? h(
          'div',
          { class: 'pictures' },
          pictures.map(shown => picture(shown, facts)),
        )
      : null,
    evidence(line, index, facts),
  )
}

/** What was looked at, where nothing was found: an empty list alone would not say. */
function nothing({ from, to }: ExhibitFacts): Markup {
  if (from.record.snapshotId === to.record.snapshotId) {
    return h('p', {}, 'Both sides are the same snapshot. Nothing can differ, and nothing does.')
  }
  const areOne = from.record.contentHash.value === to.record.contentHash.value
  return h(
    'p',
    {},
    'Nothing that a reader would call a change was found. Compared were headline, byline, outlet and dates, the words ' +
      'of the article, its links, pictures, captions, tables and embedded posts; not what stands around the article on its page. ' +
      (areOne ? 'The content hashes of both are equal.' : 'The content hashes of both differ.'),
  )
}

/** What changed in words, most telling first; what no reader would call a change apart, counted and folded. */
export function claims(facts: ExhibitFacts): Markup {
  const lines = facts.comparison.verdict.map((line, index) => ({ line, index }))
  const told = lines.filter(({ line }) => line.kind !== 'noise')
  const noise = lines.filter(({ line }) => line.kind === 'noise')
  const list = (some: typeof lines) =>
    h(
      'ol',
      { class: 'claims' },
      some.map(({ line, index }) => claim(line, index, facts)),
    )
  return fragment(
    told.length > 0 ? list(told) : nothing(facts),
    h(
      'p',
      { class: 'notice' },
      h('strong', {}, 'Correction notice. '),
      withQuotations(facts.comparison.notice.summary, facts.to),
    ),
    noise.length > 0
      ? h(
          'details',
          {},
          h(
            'summary',
            {},
            `Set aside as noise: ${noise.length} ${noise.length === 1 ? 'difference' : 'differences'} (spacing, typography, counters, related boxes, tracking links)`,
          ),
          list(noise),
        )
      : null,
  )
}
