import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareText } from '../../../archive/compare/index.ts'
import { changeOfLine, changesOf } from '../../../renderer/features/compare/changes.ts'
import { inlineOf } from '../../../renderer/features/compare/inline.ts'
import { rowsOf, type TextPair } from '../../../renderer/features/compare/rows.ts'
import type { Cell, Segment } from '../../../renderer/features/compare/segments.ts'

/** Paragraphs as the core lays them out: blocks with an empty line between them. */
function sideOf(paragraphs: readonly string[]) {
  let at = 0
  const blocks = paragraphs.map(text => {
    const range = [at, at + text.length] as const
    if (text !== '') at += text.length + 2
    return { kind: 'paragraph', role: null, level: null, range: text === '' ? ([at, at] as const) : range }
  })
  return { text: paragraphs.filter(text => text !== '').join('\n\n'), blocks }
}

function compared(before: readonly string[], after: readonly string[]) {
  const [from, to] = [sideOf(before), sideOf(after)]
  const comparison = compareText(from.text, to.text)
  return { comparison, pair: { from, to, alignment: comparison.alignment } satisfies TextPair }
}

const textOf = ({ pieces, tail }: Segment) => pieces.map(({ text }) => text).join('') + tail
const cellText = (cell: Cell) => cell.segments.map(textOf).join('')
const shown = (before: readonly string[], after: readonly string[]) =>
  rowsOf(compared(before, after).pair).map(row => [
    row.from.map(cellText).join(' / '),
    row.to.map(cellText).join(' / '),
  ])

const BOAT = 'The late boat leaves the island at ten o’clock.'
const SCHOOL = 'Older pupils need it to come home from school.'
const COST = 'Running it costs two million crowns a year.'
const CROWD = 'A crowd stood on the quay with lanterns and drums.'
const MAYOR = 'The mayor asks the company to wait until spring.'

describe('two texts side by side', () => {
  test('equal paragraphs stand in one row each', () => {
    expect(shown([BOAT, COST], [BOAT, COST])).toEqual([
      [BOAT, BOAT],
      [COST, COST],
    ])
  })

  test('an added paragraph has a row of its own', () => {
    expect(shown([BOAT, COST], [BOAT, CROWD, COST])).toEqual([
      [BOAT, BOAT],
      ['', CROWD],
      [COST, COST],
    ])
  })

  test('a paragraph divided in two stands beside both its halves', () => {
    expect(shown([`${BOAT} ${COST}`], [BOAT, COST])).toEqual([[`${BOAT} ${COST}`, `${BOAT} / ${COST}`]])
  })

  test('a moved paragraph stands where it was and where it came to', () => {
    const rows = shown([BOAT, SCHOOL, COST, MAYOR, CROWD], [CROWD, BOAT, SCHOOL, COST, MAYOR])
    expect(rows.at(0)).toEqual(['', CROWD])
    expect(rows.at(-1)).toEqual([CROWD, ''])
  })

  const paragraph = fc
    .array(
      fc.constantFrom(BOAT, SCHOOL, COST, CROWD, MAYOR, 'New words came in.', 'It rained. ', '\n- a\t*'),
      {
        maxLength: 4,
      },
    )
    .map(sentences => sentences.join(' '))
  const text = fc.array(paragraph, { maxLength: 8 })

  test('every character of both texts is in exactly one row, in its order', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { pair } = compared(before, after)
        const rows = rowsOf(pair)
        for (const side of ['from', 'to'] as const) {
          const cells = rows.flatMap(row => row[side])
          expect(cells.map(cellText)).toEqual((side === 'from' ? before : after).filter(each => each !== ''))
          expect(cells.map(({ index }) => index)).toEqual(
            cells.map(({ index }) => index).toSorted((a, b) => a - b),
          )
        }
      }),
      { numRuns: 300 },
    )
  })

  test('marks on either side are the words that the comparison calls inserted or deleted', () => {
    const { pair } = compared([`${BOAT} ${COST}`], [`${BOAT} Running it costs three million crowns a year.`])
    const pieces = rowsOf(pair).flatMap(row => [...row.from, ...row.to].flatMap(cell => cell.segments))
    expect(pieces.flatMap(segment => segment.pieces).filter(({ mark }) => mark !== 'same')).toEqual([
      { text: 'two', mark: 'deleted' },
      { text: 'three', mark: 'inserted' },
    ])
  })
})

describe('two texts in one column', () => {
  const inline = (before: readonly string[], after: readonly string[]) => {
    const { pair } = compared(before, after)
    return rowsOf(pair)
      .flatMap(row => inlineOf(row, pair))
      .map(block =>
        block.segments
          .map(({ pieces, tail, op, side }) => {
            const words = pieces
              .map(({ text: said, mark }) =>
                mark === 'same' ? said : mark === 'deleted' ? `[-${said}-]` : `{+${said}+}`,
              )
              .join('')
            return (op.startsWith('moved') ? `<${side === 'from' ? 'away' : 'here'} ${words}>` : words) + tail
          })
          .join(''),
      )
  }

  test('dropped words stand before those that came in their place', () => {
    expect(inline([COST], ['Running it costs three million crowns a year.'])).toEqual([
      'Running it costs [-two-] {+three+} million crowns a year.',
    ])
  })

  test('a sentence dropped at the beginning stays in its paragraph', () => {
    expect(inline([`${CROWD} ${BOAT}`], [BOAT])).toEqual([`[-${CROWD}-] ${BOAT}`])
  })

  test('a sentence dropped at the end keeps a space before it', () => {
    expect(inline([`${BOAT} ${CROWD}`], [BOAT])).toEqual([`${BOAT} [-${CROWD}-]`])
  })

  test('a replaced paragraph is told as one dropped and one added', () => {
    expect(inline([BOAT, CROWD, COST], [BOAT, MAYOR, COST])).toEqual([
      BOAT,
      `[-${CROWD}-]`,
      `{+${MAYOR}+}`,
      COST,
    ])
  })

  const paragraph = fc
    .array(fc.constantFrom(BOAT, SCHOOL, COST, CROWD, MAYOR, 'It rained.'), { minLength: 1, maxLength: 4 })
    .map(sentences => sentences.join(' '))
  const text = fc.array(paragraph, { maxLength: 8 })

  test('without what was dropped it is the new text', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { pair } = compared(before, after)
        const words = rowsOf(pair)
          .flatMap(row => inlineOf(row, pair))
          .flatMap(({ segments }) => segments)
          .filter(({ side, op }) => !(side === 'from' && op.startsWith('moved')))
          .flatMap(({ pieces }) => [...pieces.filter(({ mark }) => mark !== 'deleted'), { text: ' ' }])
        const folded = words
          .map(piece => piece.text)
          .join('')
          .split(/\s+/)
          .filter(Boolean)
        expect(folded).toEqual(after.join(' ').split(/\s+/).filter(Boolean))
      }),
      { numRuns: 300 },
    )
  })
})

describe('going from change to change', () => {
  const changesIn = (before: readonly string[], after: readonly string[]) => {
    const { comparison, pair } = compared(before, after)
    const rows = rowsOf(pair)
    const changes = changesOf(
      rows,
      rows.map(row => inlineOf(row, pair)),
      comparison,
    )
    return { comparison, pair, changes }
  }

  test('an unchanged text has none', () => {
    expect(changesIn([BOAT, COST], [BOAT, COST]).changes).toEqual([])
  })

  test('neighbouring added sentences are one change', () => {
    const { changes, pair } = changesIn([BOAT], [`${BOAT} ${CROWD} ${MAYOR}`])
    expect(changes.map(({ to }) => to && pair.to.text.slice(...to))).toEqual([`${CROWD} ${MAYOR}`])
  })

  test('a moved sentence is one change, at its new place', () => {
    const { changes } = changesIn([BOAT, SCHOOL, COST, MAYOR, CROWD], [CROWD, BOAT, SCHOOL, COST, MAYOR])
    expect(changes.map(({ row }) => row)).toEqual([0])
  })

  test('a paragraph that was only divided is a change without words of its own', () => {
    const { changes } = changesIn([`${BOAT} ${COST}`], [BOAT, COST])
    expect(changes.map(({ entries }) => entries)).toEqual([[]])
  })

  test('every line of a verdict that names a place leads to a change there', () => {
    const { comparison, changes } = changesIn(
      [BOAT, COST, CROWD],
      [BOAT, 'Running it costs three million crowns a year.', CROWD, MAYOR],
    )
    const places = comparison.verdict.filter(({ from, to }) => from || to)
    expect(places.length).toBeGreaterThan(1)
    for (const line of places) expect(changeOfLine(line, changes)).not.toBeNull()
  })
})
