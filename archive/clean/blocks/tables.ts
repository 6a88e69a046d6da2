import type { TableBlock, TableCell } from '../../model/article.ts'
import { elementsIn, isText, type PageElement } from '../tree/node.ts'
import { HEADING_TAGS } from '../tree/tags.ts'
import { joinLines } from './rich-text.ts'
import { textLines } from './text-lines.ts'

const LONG_CELL_LETTERS = 400

function rowsOf(table: PageElement): PageElement[] {
  return [...elementsIn(table)].filter(part => part.tag === 'tr')
}

function cellsOf(row: PageElement): PageElement[] {
  return row.children.filter(
    child => !isText(child) && (child.tag === 'td' || child.tag === 'th'),
  ) as PageElement[]
}

/** Whether a table holds data, or only places things on the page. */
export function isDataTable(table: PageElement): boolean {
  if (table.attributes['role'] === 'presentation' || table.attributes['role'] === 'none') return false
  let marked = false
  for (const part of elementsIn(table)) {
    if (part === table) continue
    if (part.tag === 'table' || HEADING_TAGS.has(part.tag) || part.tag === 'iframe') return false
    if ((part.tag === 'td' || part.tag === 'th') && part.letters > LONG_CELL_LETTERS) return false
    marked ||= part.tag === 'th' || part.tag === 'caption' || part.tag === 'thead'
  }
  const rows = rowsOf(table).map(row => cellsOf(row).length)
  const columns = rows.reduce((most, count) => Math.max(most, count), 0)
  return marked || (rows.length >= 2 && columns >= 2)
}

/** `colspan` and `rowspan` as the HTML Standard limits them; nothing where it is 1. */
function span(text: string | undefined, most: number): number | undefined {
  const value = Number(text)
  return Number.isInteger(value) && value > 1 ? Math.min(value, most) : undefined
}

function cell(element: PageElement, base: string): TableCell {
  const colspan = span(element.attributes['colspan'], 1000)
  const rowspan = span(element.attributes['rowspan'], 65534)
  return {
    ...joinLines(textLines(element.children, base)),
    header: element.tag === 'th',
    ...(colspan ? { colspan } : {}),
    ...(rowspan ? { rowspan } : {}),
  }
}

/** A data table, or null where no cell has words. */
export function tableBlock(table: PageElement, base: string): TableBlock | null {
  const rows = rowsOf(table)
    .map(row => cellsOf(row).map(element => cell(element, base)))
    .filter(cells => cells.some(made => made.text !== ''))
  if (rows.length === 0) return null
  const named = [...elementsIn(table)].find(part => part.tag === 'caption')
  const caption = named ? joinLines(textLines(named.children, base)).text : ''
  return { kind: 'table', caption: caption || null, rows }
}
