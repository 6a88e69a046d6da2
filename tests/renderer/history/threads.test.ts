import { describe, expect, test } from 'vitest'
import { ageAt, changesOf, listsOf, stateAt } from '../../../renderer/features/history/threads.ts'
import { gapBefore, textBlocks } from '../../../renderer/features/history/text.ts'
import { heatOf, stretchAt, stretchesOf } from '../../../renderer/features/history/strip.ts'
import { historyOf, telling, threadsOf } from '../../compare/history/tell.ts'

const FILLER = [
  'The harbour master closed the northern quay at dawn and sent the pilots home.',
  'Two ferries waited outside the breakwater until the wind had turned to the west.',
]
const GONE = 'Schools were closed on Monday for the second time this winter.'
const history = historyOf(
  telling('The storm killed 82 people.', ...FILLER, GONE),
  telling('The storm killed 83 people.', ...FILLER),
  telling('The storm killed 83 people.', ...FILLER, GONE, 'Nobody slept.'),
)
const sentence = (text: string) =>
  threadsOf(history, 'sentence').find(({ states }) => states.some(state => state.text === text))!

describe('the age of a sentence', () => {
  test('is told for the version that is shown', () => {
    const killed = sentence('The storm killed 82 people.')
    expect([1, 2, 3].map(version => ageAt(killed, version))).toEqual(['old', 'changed', 'earlier'])
    expect(ageAt(sentence('Nobody slept.'), 3)).toBe('new')
    expect(ageAt(sentence(GONE), 1)).toBe('old')
    expect(ageAt(sentence(GONE), 3)).toBe('back')
    expect(ageAt(sentence(FILLER[0]!), 3)).toBe('old')
  })

  test('a thread says nothing in a version it does not stand in', () => {
    expect(stateAt(sentence(GONE), 2)).toBeNull()
    expect(stateAt(sentence(GONE), 3)?.text).toBe(GONE)
  })
})

test('figures that changed are listed with their changes; one that only went and came with its sentence is not', () => {
  const lists = new Map(listsOf(history).map(list => [list.name, list]))
  expect(lists.get('figures')!.changed.map(({ states }) => states.map(({ text }) => text))).toEqual([
    ['82', '83'],
  ])
  expect(lists.get('dates')!.changed).toEqual([])
  expect(lists.get('dates')!.steady.some(thread => changesOf(thread) === 1)).toBe(true)
})

test('sentences that went, or went and came back, are listed, and those that only stand there are not', () => {
  const { threads } = historyOf(telling(...FILLER, GONE), telling(...FILLER))
  const list = listsOf({ threads }).find(({ name }) => name === 'sentences')!
  expect(list.changed.map(({ states }) => states[0]!.text)).toEqual([GONE])
  const back = listsOf(history).find(({ name }) => name === 'sentences')!
  expect(back.changed.map(({ states }) => states[0]!.text)).toEqual([GONE])
})

test('a text is put together by blocks and lines, with the spaces between sentences', () => {
  const { versions, threads } = historyOf(telling('One came first. Two came next.', 'Three stood alone.'))
  const blocks = textBlocks(versions[0]!)
  const words = blocks.map(({ lines }) =>
    lines.map(line =>
      line
        .map((each, at) => gapBefore(line[at - 1], each) + stateAt(threads[each.thread]!, 1)!.text)
        .join(''),
    ),
  )
  expect(words).toEqual([['One came first. Two came next.'], ['Three stood alone.']])
})

describe('the line of versions', () => {
  const at = (capturedAt: string, seenUntil = capturedAt) => ({ capturedAt, seenUntil })

  test('gives each version the time it stood, and none less than it takes to hit it', () => {
    const stretches = stretchesOf(
      [
        at('2026-11-20T10:00:00Z'),
        at('2026-11-20T10:01:00Z'),
        at('2026-11-24T10:00:00Z', '2026-11-25T10:00:00Z'),
      ],
      { width: 500, least: 20 },
    )
    expect(stretches[0]!.start).toBe(0)
    expect(stretches.at(-1)!.end).toBe(500)
    for (const [index, { start, end }] of stretches.entries()) {
      expect(end - start).toBeGreaterThanOrEqual(19.99)
      if (index > 0) expect(start).toBe(stretches[index - 1]!.end)
    }
    expect([0, 25, 499, 900].map(x => stretchAt(stretches, x))).toEqual([0, 1, 2, 2])
  })

  test('holds more versions than there is room for, one, and those of one moment', () => {
    const many = Array.from({ length: 100 }, (_, n) => at(new Date(Date.UTC(2026, 0, 1, n)).toISOString()))
    const stretches = stretchesOf(many, { width: 300, least: 18 })
    expect(stretches.every(({ start, end }) => end > start)).toBe(true)
    expect(stretchesOf([at('2026-11-20T10:00:00Z')], { width: 300, least: 18 })).toEqual([
      { start: 0, end: 300 },
    ])
    const same = [at('2026-11-20T10:00:00Z'), at('2026-11-20T10:00:00Z')]
    expect(stretchesOf(same, { width: 300, least: 18 })).toHaveLength(2)
    expect(stretchesOf([], { width: 300, least: 18 })).toEqual([])
  })

  test('is warm where much changed, and cold where only noise did', () => {
    const { versions } = history
    expect(heatOf(versions[0]!)).toBe(0)
    expect(heatOf(versions[1]!)).toBeGreaterThan(0.18)
    expect(heatOf({ step: { ...versions[1]!.step!, class: 'noise' } })).toBe(0)
  })
})
