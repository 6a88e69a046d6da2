import { expect, test } from 'vitest'
import { foldUnchanged } from '../../../renderer/features/compare/fold.ts'
import type { Row } from '../../../renderer/features/compare/rows.ts'

const rows: Row[] = [false, false, true, false, true].map((changed, id) => ({
  id,
  changed,
  from: [],
  to: [],
}))
const shown = (folding: boolean, opened: readonly number[] = []) =>
  foldUnchanged(rows, folding, new Set(opened)).map(item =>
    'row' in item ? item.row.id : `${item.rows} from ${item.fold}`,
  )

test('nothing is folded unless it is asked for', () => {
  expect(shown(false)).toEqual([0, 1, 2, 3, 4])
})

test('each run of unchanged rows is one fold', () => {
  expect(shown(true)).toEqual(['2 from 0', 2, '1 from 3', 4])
})

test('an opened fold shows its rows', () => {
  expect(shown(true, [0])).toEqual([0, 1, 2, '1 from 3', 4])
})
