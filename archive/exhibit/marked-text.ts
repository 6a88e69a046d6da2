import { tagOfBlock } from './block-tag.ts'
import { beginning, withoutQuoteSigns } from './wording.ts'
import { labelOf, placeId } from './label.ts'
import { fragment, h, type Markup } from './markup.ts'
import { tableMarkup } from './table.ts'
import type { ExhibitFacts } from './types.ts'
import { weave, type WovenBlock, type WovenPart, type WovenPiece } from './weave.ts'

function pieceMarkup({ mark, text }: WovenPiece): Markup {
  if (mark === 'inserted') return h('ins', {}, text)
  if (mark === 'deleted') return h('del', {}, text)
  return fragment(text)
}

function partMarkup({ entry, op, pieces }: WovenPart): Markup {
  const content = pieces.map(pieceMarkup)
  if (entry === null || op === 'same') return fragment(content)
  const id = placeId(entry)
  switch (op) {
    case 'moved-away':
      return h(
        'span',
        { class: 'moved-away' },
        labelOf(op),
        h('a', { href: `#${id}` }, `“${beginning(pieces[0]!.text)}”`),
        ' ',
      )
    case 'moved':
    case 'moved-edited':
      return h('span', { class: 'moved', id }, labelOf(op), content)
    default:
      return h('span', { id }, labelOf(op), content)
  }
}

const QUOTED: ReadonlySet<string> = new Set(['quote', 'post'])

function unquoted(part: WovenPart): WovenPart {
  return { ...part, pieces: part.pieces.map(({ mark, text }) => ({ mark, text: withoutQuoteSigns(text) })) }
}

function blockMarkup({ block, gone, parts }: WovenBlock): Markup {
  if (block.kind === 'table') return tableMarkup(parts)
  const shown = QUOTED.has(block.kind) ? parts.map(unquoted) : parts
  const classes = [block.kind, ...(gone ? ['gone'] : [])].join(' ')
  return h(tagOfBlock(block.kind, 'h3'), { class: classes }, shown.map(partMarkup))
}

/** The new text with what went and what came marked, whole; in the language and direction of the new version. */
export function markedText({ from, to, comparison }: ExhibitFacts): Markup {
  const blocks = weave(from, to, comparison.alignment)
  return h('div', { class: 'story', lang: to.language, dir: to.dir }, blocks.map(blockMarkup))
}
