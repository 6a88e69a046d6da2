import { labelOf, placeId } from './label.ts'
import { fragment, h, type Markup } from './markup.ts'
import type { WovenPart, WovenPiece } from './weave.ts'

type Cell = Markup[]

function marked({ mark }: WovenPiece, text: string): Markup {
  if (text === '' || mark === 'same') return fragment(text)
  return h(mark === 'inserted' ? 'ins' : 'del', {}, text)
}

/** Plain text has a line a row and a tab between cells; what went keeps to the cell, or has rows of its own. */
function rowsOf(parts: readonly WovenPart[]): Cell[][] {
  const rows: Cell[][] = [[[]]]
  const put = (content: Markup): void => void rows.at(-1)!.at(-1)!.push(content)
  const isBegun = () => rows.at(-1)!.some(cell => cell.length > 0)
  const nextRow = (): void => void (isBegun() && rows.push([[]]))
  for (const { entry, op, pieces } of parts) {
    const isGone = op === 'deleted' || op === 'moved-away'
    if (isGone) nextRow()
    if (entry !== null && op !== 'same') {
      const id = op === 'moved-away' ? null : placeId(entry)
      put(h('span', { id }, labelOf(op)))
    }
    for (const piece of pieces) {
      if (piece.mark === 'deleted' && !isGone) put(marked(piece, piece.text.replaceAll(/[\t\n]+/g, ' ')))
      else {
        for (const bit of piece.text.split(/([\t\n])/)) {
          if (bit === '\n') nextRow()
          else if (bit === '\t') rows.at(-1)!.push([])
          else if (bit !== '') put(marked(piece, bit))
        }
      }
    }
    if (isGone) nextRow()
  }
  return rows.filter(row => row.some(cell => cell.length > 0))
}

/** A table of the article with what came and what went marked in its cells. A row of one cell goes all across. */
export function tableMarkup(parts: readonly WovenPart[]): Markup {
  const rows = rowsOf(parts)
  const columns = Math.max(1, ...rows.map(row => row.length))
  const across = (row: readonly Cell[]) => (row.length === 1 && columns > 1 ? columns : null)
  return h(
    'table',
    { class: 'grid' },
    h(
      'tbody',
      {},
      rows.map(row =>
        h(
          'tr',
          {},
          row.map(cell => h('td', { colspan: across(row) }, cell)),
        ),
      ),
    ),
  )
}
