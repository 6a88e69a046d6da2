import { assert, array, double, property, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import type { Screens } from '../../../archive/contract/screens.ts'
import { anchorsOf, otherHeight } from '../../../renderer/features/compare/screens/follow.ts'

const rect = (y: number, height: number) => ({ x: 0, y, width: 100, height })
const screen = (height: number) => ({ path: 'data/screenshot.png', width: 100, height })

function screens(
  heights: readonly [number, number],
  places: readonly (readonly [number, number])[],
): Screens {
  const changes = places.map(([from, to]) => ({
    change: 'changed' as const,
    shows: 'text' as const,
    from: rect(from, 10),
    to: rect(to, 10),
  }))
  return { from: screen(heights[0]), to: screen(heights[1]), comparison: { changes, untold: 0, share: 0.1 } }
}

it('scrolls the other page to what belongs there, not to the same height', () => {
  const anchors = anchorsOf(screens([1000, 1200], [[500, 700]]))
  expect(otherHeight(anchors, 'from', 500)).toBe(700)
  expect(otherHeight(anchors, 'to', 705)).toBeCloseTo(505)
  expect(otherHeight(anchors, 'from', 0)).toBe(0)
  expect(otherHeight(anchors, 'from', 1000)).toBe(1200)
})

it('goes down on both sides, whatever changes there are', () => {
  const height = double({ min: 0, max: 990, noNaN: true })
  assert(
    property(array(tuple(height, height), { maxLength: 8 }), places => {
      const anchors = anchorsOf(screens([1000, 1000], places))
      const there = Array.from({ length: 21 }, (_, step) => otherHeight(anchors, 'from', step * 50))
      expect(there).toEqual(there.toSorted((a, b) => a - b))
      for (const y of there) expect(y).toBeLessThanOrEqual(1000)
    }),
  )
})
