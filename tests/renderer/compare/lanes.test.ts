import { expect, test } from 'vitest'
import { lanesOf } from '../../../renderer/features/compare/lanes.ts'

const lane = (connectors: readonly [number, number][], most = 5) =>
  lanesOf(
    connectors.map(([from, to], id) => ({ id, from, to })),
    most,
  ).map(each => each.lane)

test('lines that do not meet share a lane', () => {
  expect(
    lane([
      [0, 50],
      [100, 150],
    ]),
  ).toEqual([0, 0])
})

test('a line that passes another has a lane of its own, the shorter one nearest', () => {
  expect(
    lane([
      [0, 500],
      [300, 100],
    ]),
  ).toEqual([1, 0])
})

test('there are never more lanes than there is room for', () => {
  expect(
    Math.max(
      ...lane(
        Array.from({ length: 9 }, (_, k) => [k, 100 + k] as [number, number]),
        3,
      ),
    ),
  ).toBe(2)
})
