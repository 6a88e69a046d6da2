import { expect, test } from 'vitest'
import {
  type Asked,
  EVERYTHING,
  isFiltered,
  readSearch,
  sortedBy,
  writeSearch,
} from '../../../renderer/features/library/query.ts'

const NARROW: Asked = {
  query: 'sea wall & more',
  sites: ['The Sound', 'Field & Fell'],
  collection: 'c1',
  tag: 'to check',
  seenFrom: '2026-11-01',
  seenTo: '2026-11-21',
  only: 'changed',
  sort: 'title',
  descending: true,
}

test('a place says everything the list was asked for, and is read back the same', () => {
  expect(readSearch(writeSearch(NARROW))).toEqual(NARROW)
})

test('what is not narrowed leaves no trace in the place', () => {
  expect(writeSearch(EVERYTHING)).toBe('')
  expect(readSearch('')).toEqual(EVERYTHING)
})

test('nonsense in a place is as if it were not said', () => {
  expect(readSearch('from=yesterday&to=2026-1-1&only=mine&sort=colour&order=sideways')).toEqual({
    ...EVERYTHING,
    descending: false,
  })
})

test('an order alone is no filter', () => {
  expect(isFiltered({ ...EVERYTHING, sort: 'title', descending: false })).toBe(false)
  expect(isFiltered({ ...EVERYTHING, tag: 'port' })).toBe(true)
})

test('a first click on a column sorts as a person expects, a second turns it round', () => {
  const byTitle = sortedBy(EVERYTHING, 'title')
  expect(byTitle).toMatchObject({ sort: 'title', descending: false })
  expect(sortedBy(byTitle, 'title')).toMatchObject({ sort: 'title', descending: true })
  expect(sortedBy(byTitle, 'versions')).toMatchObject({ sort: 'versions', descending: true })
})

test('the order survives the place whichever way a column sorts at first', () => {
  for (const sort of ['title', 'seen'] as const) {
    for (const descending of [true, false]) {
      const asked = { ...EVERYTHING, sort, descending }
      expect(readSearch(writeSearch(asked))).toEqual(asked)
    }
  }
})
