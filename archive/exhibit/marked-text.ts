import type { ExhibitFacts } from './types.ts'
import { fragment, h, type Markup } from './markup.ts'
import { weave, type WovenBlock, type WovenPart, type WovenPiece } from './weave.ts'

/** Where a sentence of the alignment stands in the exhibit. */
export const placeId = (entry: number): string => `place-${entry}`

/** The story's headings all stand below the exhibit's own. */
const TAGS: Readonly<Record<string, string>> = {
  heading: 'h3',
  quote: 'blockquote',
  post: 'blockquote',
  code: 'pre',
  table: 'pre',
}

function pieceMarkup({ mark, text }: WovenPiece): Markup {
  if (mark === 'inserted') return h('ins', {}, text)
  if (mark === 'deleted') return h('del', {}, text)
  return fragment(text)
}

/** Beginning of a passage, as a sign for the whole. */
function beginning(text: string): string {
  const words = text.trim().split(/\s+/)
  const short = words.slice(0, 6).join(' ').slice(0, 60)
  return short.length < text.trim().length ? `${short} …` : short
}

function partMarkup({ entry, op, pieces }: WovenPart): Markup {
  const content = pieces.map(pieceMarkup)
  if (entry === null || op === 'same') return fragment(content)
  const id = placeId(entry)
  const label = (words: string) => h('span', { class: 'label' }, words, ' ')
  switch (op) {
    case 'moved-away':
      return h(
        'span',
        { class: 'moved-away' },
        label('Moved from here:'),
        h('a', { href: `#${id}` }, `“${beginning(pieces[0]!.text)}”`),
        ' ',
      )
    case 'moved':
    case 'moved-edited':
      return h(
        'span',
        { class: 'moved', id },
        label(op === 'moved' ? 'Moved here:' : 'Moved here and edited:'),
        content,
      )
    case 'split':
    case 'merged':
      return h('span', { class: 'joined', id }, label(op === 'split' ? 'Split:' : 'Merged:'), content)
    default:
      return h('span', { id }, content)
  }
}

const QUOTED: ReadonlySet<string> = new Set(['quote', 'post'])

/** Plain text sets quotations off with `> `; here the block itself does. */
function withoutQuoteSigns(part: WovenPart): WovenPart {
  return {
    ...part,
    pieces: part.pieces.map(({ mark, text }) => ({ mark, text: text.replaceAll(/^> ?/gm, '') })),
  }
}

function blockMarkup({ block, gone, parts }: WovenBlock): Markup {
  const tag = TAGS[block.kind] ?? 'p'
  const shown = QUOTED.has(block.kind) ? parts.map(withoutQuoteSigns) : parts
  const classes = [block.kind, ...(gone ? ['gone'] : [])].join(' ')
  return h(tag, { class: classes }, shown.map(partMarkup))
}

/** The new text with what went and what came marked, whole; in the language and direction of the new version. */
export function markedText({ from, to, comparison }: ExhibitFacts): Markup {
  const blocks = weave(from, to, comparison.alignment)
  return h('div', { class: 'story', lang: to.language, dir: to.dir }, blocks.map(blockMarkup))
}
