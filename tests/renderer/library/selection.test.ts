import { expect, test } from 'vitest'
import { choose, chooseAll, NOTHING, reach, toggle } from '../../../renderer/features/library/selection.ts'
import { pagesFor } from '../../../renderer/features/library/pages.ts'

const ALL = ['a', 'b', 'c', 'd', 'e']

test('shift reaches from the row chosen first, in both directions', () => {
  const down = reach(choose('b', 1), ALL, 3)
  expect([...down.chosen]).toEqual(['b', 'c', 'd'])
  expect([...reach(down, ALL, 0).chosen]).toEqual(['a', 'b'])
})

test('shift without a row chosen before takes that row alone', () => {
  expect([...reach(NOTHING, ALL, 2).chosen]).toEqual(['c'])
})

test('ctrl takes a row in and out and leaves the others', () => {
  const two = toggle(choose('a', 0), 'd', 3)
  expect([...two.chosen]).toEqual(['a', 'd'])
  expect([...toggle(two, 'a', 0).chosen]).toEqual(['d'])
})

test('all are chosen without forgetting where a range begins', () => {
  const all = chooseAll(ALL, choose('c', 2))
  expect(all.chosen.size).toBe(5)
  expect([...reach(all, ALL, 3).chosen]).toEqual(['c', 'd'])
})

test('what is in sight is held first, with pages on either side', () => {
  expect(pagesFor(450, 470, 20_000)).toEqual([7, 6, 8, 5, 9, 4, 10, 3, 11, 2, 12])
  expect(pagesFor(0, 20, 20_000)).toEqual([0, 1, 2, 3, 4, 5])
})

test('no page is asked for that cannot be there', () => {
  expect(pagesFor(0, 20, 40)).toEqual([0])
  expect(pagesFor(0, 0, 0)).toEqual([0])
  expect(pagesFor(900, 990, 1000)).toEqual([15, 16, 14, 13, 12, 11, 10])
  // The list grew shorter while its end was in sight.
  expect(pagesFor(5_000, 5_020, 150)).toEqual([2])
})
