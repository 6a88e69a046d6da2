import { describe, expect, test } from 'vitest'
import { findPlace, placeOfLine, placeOfStop } from '../../../renderer/features/compare/place.ts'
import { marksOf, markedPieces } from '../../../renderer/features/compare/sources/marks.ts'
import { stopsOf, viewOf } from '../../../renderer/features/compare/view.ts'
import { compareSources } from '../../../archive/compare/index.ts'
import { aPair, BOAT, COST, COST_CORRECTED } from './a-pair.ts'

const view = viewOf(
  aPair(
    { title: 'Late boat to stay', paragraphs: [BOAT, COST] },
    { title: 'Late boat to go', paragraphs: [BOAT, COST_CORRECTED] },
  ),
)

describe('a link to a place in a comparison', () => {
  test('leads back to the stop it was made of', () => {
    const stops = stopsOf(view, true)
    expect(stops.length).toBeGreaterThan(1)
    for (const stop of stops) {
      expect(findPlace(placeOfStop(stop)!, view)).toEqual({ stop })
    }
  })

  test('leads from a line of the verdict to the change it is about', () => {
    const figure = view.pair.comparison.verdict.find(({ kind }) => kind === 'figure')!
    const found = findPlace(placeOfLine(figure)!, view)
    expect(found && 'stop' in found && found.stop.kind).toBe('text')
    const headline = view.pair.comparison.verdict.find(({ kind }) => kind === 'headline')!
    expect(placeOfLine(headline)).toBe('headline')
  })

  test('to words that did not change leads to their paragraph', () => {
    expect(findPlace('to:4-8', view)).toEqual({ row: 0 })
  })

  test.each(['', 'byline', 'to:', 'to:9-x', 'to:99999-100000', 'elsewhere:1-2', 'to:-1-2'])(
    'that is none of this comparison (%j) leads nowhere',
    place => expect(findPlace(place, view)).toBeNull(),
  )
})

describe('marks of two sources', () => {
  const [a, b] = [
    'The tug reached the drifting freighter off the cape at last. It hurt 3 people on board.',
    'On Monday the tug reached the drifting freighter off the cape at last. In all, 4 people were hurt.',
  ]
  const sources = compareSources(a, b)

  test('have one name on both sides, and every word is in one piece', () => {
    const [from, to] = [marksOf(sources, 'from'), marksOf(sources, 'to')]
    expect(from.map(({ id }) => id).toSorted()).toEqual(to.map(({ id }) => id).toSorted())
    expect(from.map(({ kind }) => kind)).toEqual(['passage', 'figure'])
    const pieces = markedPieces(a, [0, a.length], from)
    expect(pieces.map(({ text }) => text).join('')).toBe(a)
    expect(pieces.find(({ marks }) => marks.some(({ kind }) => kind === 'figure'))?.text).toBe('3')
  })

  test('a figure inside a passage is in both', () => {
    const marks = [
      { id: 'passage-0', kind: 'passage', range: [0, 10] },
      { id: 'figure-0', kind: 'figure', range: [4, 6] },
    ] as const
    const pieces = markedPieces('0123456789ab', [2, 12], marks)
    expect(pieces.map(({ text, marks: over }) => [text, over.map(({ id }) => id).join()])).toEqual([
      ['23', 'passage-0'],
      ['45', 'passage-0,figure-0'],
      ['6789', 'passage-0'],
      ['ab', ''],
    ])
  })
})
