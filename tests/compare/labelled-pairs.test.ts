import { describe, expect, it } from 'vitest'
import { compareArticles } from '../../archive/compare/index.ts'
import { LABELS, labelledPairs } from './labelled-pairs.ts'

const judged = labelledPairs().map(pair => {
  const { verdict } = compareArticles(pair.from, pair.to, pair.pictures)
  const said = LABELS.filter(label => verdict.some(line => line.kind === label))
  return { ...pair, said }
})

describe('revisions of one story in six languages', () => {
  it.each(LABELS)('%s: 95 of 100 are found, and 95 of 100 that are named are so', label => {
    const wanted = judged.filter(pair => pair.labels.includes(label))
    const named = judged.filter(pair => pair.said.includes(label))
    const right = named.filter(pair => pair.labels.includes(label))
    const wrong = judged
      .filter(pair => pair.labels.includes(label) !== pair.said.includes(label))
      .map(pair => `${pair.language}: ${pair.name}`)
      .join('\n')
    expect(wanted.length).toBeGreaterThan(10)
    expect(right.length / wanted.length, wrong).toBeGreaterThanOrEqual(0.95)
    expect(right.length / named.length, wrong).toBeGreaterThanOrEqual(0.95)
  })
})
