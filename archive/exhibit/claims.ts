import type { AlignmentEntry, Range, VerdictKind, VerdictLine } from '../model/comparison.ts'
import { fragment, h, type Markup } from './markup.ts'
import { placeId } from './marked-text.ts'
import { fileId } from './files.ts'
import type { ExhibitFacts, ExhibitPicture, ExhibitSide } from './types.ts'

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

const overlaps = (a: Range | null, b: Range | null): boolean =>
  a !== null && b !== null && a[0] < b[1] && b[0] < a[1]

/** Where a line's words stand in the exhibit; null where it shows them nowhere else. */
function placeOf({ kind, from, to }: VerdictLine, alignment: readonly AlignmentEntry[]): string | null {
  const row = ROWS[kind]
  if (row) return row
  const marked = (entry: AlignmentEntry) => entry.op !== 'same'
  const found = alignment.findIndex(
    entry => marked(entry) && (overlaps(to, entry.to) || (to === null && overlaps(from, entry.from))),
  )
  const other = found < 0 ? alignment.findIndex(entry => marked(entry) && overlaps(from, entry.from)) : found
  return other < 0 ? null : placeId(other)
}

function words(
  label: string,
  text: string | null,
  { language, dir }: ExhibitSide,
  tag: 'ins' | 'del' | 'span',
): Markup | null {
  if (text === null || text.trim() === '') return null
  return h('div', {}, h('dt', {}, label), h('dd', { lang: language, dir }, h(tag, {}, text)))
}

/** A passage that only moved stands once. */
function bothWords({ before, after }: VerdictLine, { from, to }: ExhibitFacts): Markup | null {
  const rows =
    before === after
      ? [words('Words', after, to, 'span')]
      : [words('Before', before, from, 'del'), words('After', after, to, 'ins')]
  const shown = rows.filter(row => row !== null)
  return shown.length > 0 ? h('dl', { class: 'words' }, shown) : null
}

/** The stored files a line was worked out from, on both sides. */
function evidence(line: VerdictLine, facts: ExhibitFacts): Markup {
  const sides = [
    { side: 'from' as const, name: 'older', said: line.before },
    { side: 'to' as const, name: 'newer', said: line.after },
  ]
  const links = sides.map(({ side, name }) =>
    h('a', { href: `#${fileId(side, 'data/article.json')}` }, `${name} version’s article.json`),
  )
  const range = (at: Range | null, name: string) =>
    at && at[1] > at[0] ? ` characters ${at[0]} to ${at[1]} of the ${name} text;` : ''
  return h(
    'p',
    { class: 'evidence' },
    `Rule: ${line.rule}. Worked out from `,
    fragment([links[0]!, ' and ', links[1]!]),
    '.',
    range(line.from, 'older') || range(line.to, 'newer')
      ? ` Place:${range(line.from, 'older')}${range(line.to, 'newer')}`.replace(/;$/, '.')
      : '',
    facts.comparison.notice.discloses.includes(facts.comparison.verdict.indexOf(line))
      ? ' The correction notice discloses it.'
      : '',
  )
}

function picture({ side, sha256, mime, bytes }: ExhibitPicture): Markup {
  const name = side === 'from' ? 'older' : 'newer'
  const src = `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`
  return h(
    'figure',
    {},
    h('img', { src, alt: `The picture in the ${name} version` }),
    h('figcaption', {}, `In the ${name} version. SHA-256 `, h('code', {}, sha256)),
  )
}

function claim(line: VerdictLine, index: number, facts: ExhibitFacts): Markup {
  const place = placeOf(line, facts.comparison.alignment)
  const pictures = facts.pictures.filter(shown => shown.line === index)
  return h(
    'li',
    { id: claimId(index) },
    h('p', {}, h('strong', { class: 'kind' }, KIND_WORDS[line.kind]), ' ', line.summary),
    bothWords(line, facts),
    pictures.length > 0 ? h('div', { class: 'pictures' }, pictures.map(picture)) : null,
    evidence(line, facts),
    place === null
      ? null
      : h('p', { class: 'evidence' }, h('a', { href: `#${place}` }, `See the place of change ${index + 1}`)),
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
    told.length > 0 ? list(told) : h('p', {}, 'Nothing that a reader would call a change was found.'),
    h('p', { class: 'notice' }, h('strong', {}, 'Correction notice. '), facts.comparison.notice.summary),
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
