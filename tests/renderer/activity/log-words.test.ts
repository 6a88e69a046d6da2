import { expect, test } from 'vitest'
import type { ActivityLine } from '../../../archive/contract/source.ts'
import { PROBLEM_CODES as CORE_CODES } from '../../../archive/store/bag-check.ts'
import { byDay, remarkOf, sentenceOf } from '../../../renderer/features/activity/log-words.ts'
import { asProblemCode, grouped } from '../../../renderer/features/activity/problems.ts'
import { en } from '../../../renderer/i18n/en/index.ts'

const line = (type: string, more: object = {}, at = '2026-11-21T10:00:00.000Z'): ActivityLine => ({
  event: { seq: 1, at, type, ...more },
  source: null,
  version: null,
  reason: null,
})

test('each kind of line has its sentence', () => {
  expect(sentenceOf(line('snapshot', { witness: 'captured' }))).toBe('saved')
  expect(sentenceOf(line('snapshot', { witness: 'imported' }))).toBe('imported')
  expect(sentenceOf(line('snapshot', { witness: 'captured', recovered: true }))).toBe('recovered')
  expect(sentenceOf(line('recovery', { what: 'torn-line' }))).toBe('tornLine')
  expect(sentenceOf(line('recovery', { what: 'bag-set-aside' }))).toBe('bagSetAside')
})

test('a line of a kind that is not known is shown all the same', () => {
  expect(sentenceOf(line('signature'))).toBe('other')
})

test('the reason of a purge and the words of a recovery are given', () => {
  expect(remarkOf(line('purge', { reason: 'Asked for by the family' }))).toBe('Asked for by the family')
  expect(remarkOf(line('recovery', { message: 'Set aside' }))).toBe('Set aside')
  expect(remarkOf(line('check', { reason: 'no' }))).toBeNull()
})

test('lines are put together by day in the order they come', () => {
  const lines = ['2026-11-22T09:00:00Z', '2026-11-21T23:00:00Z', '2026-11-21T01:00:00Z'].map(at =>
    line('check', {}, at),
  )
  const days = byDay(lines, at => at.slice(0, 10))
  expect(days.map(({ day, lines: held }) => [day, held.length])).toEqual([
    ['2026-11-22', 1],
    ['2026-11-21', 2],
  ])
})

test('every problem a check can find has words and something to do', () => {
  for (const code of CORE_CODES) expect(asProblemCode(code), code).toBe(code)
  expect(Object.keys(en.activity.problem).toSorted()).toEqual([...CORE_CODES].toSorted())
})

test('a problem of an unknown kind is treated as lost evidence', () => {
  const problem = { code: 'seal-broken', path: 'a', snapshotId: null, expected: null, found: null }
  expect(grouped([problem])).toEqual([{ group: 'lost', problems: [problem] }])
})
