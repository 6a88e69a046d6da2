import { describe, expect, test } from 'vitest'
import { compareArticles, compareText } from '../../archive/compare/index.ts'
import { anArticle, figure, paragraph } from '../compare/an-article.ts'

const LONG = Array.from({ length: 120 }, (_, n) => `The ${n % 2 ? 'harbour' : 'market'} stayed open as before, in the words of those who went there again and again.`) // prettier-ignore
const story = (...texts: readonly string[]) => anArticle({ blocks: texts.map(text => paragraph(text)) })
const ofArticles = (from: Parameters<typeof compareArticles>[0], to: typeof from) => compareArticles(from, to)

describe('how much changed', () => {
  test('is nothing between an article and itself', () => {
    expect(ofArticles(story(...LONG), story(...LONG))).toMatchObject({ degree: 0, class: 'none' })
  })

  test('is noise where only typography or a counter differs', () => {
    const { degree, class: found } = ofArticles(
      story('"Well," she said.', '12 views'),
      story('“Well,” she said.', '13 views'),
    )
    expect([degree < 1, found]).toEqual([true, 'noise'])
  })

  test('is minor for a word in two thousand, and substantive as soon as that word is a figure', () => {
    const minor = ofArticles(story(...LONG), story(...LONG.with(60, LONG[60]!.replace('stayed', 'remained'))))
    expect(minor.class).toBe('minor')
    const figures = LONG.with(60, 'It cost 4,000 crowns.')
    const told = ofArticles(story(...figures), story(...figures.with(60, 'It cost 9,000 crowns.')))
    expect(told).toMatchObject({ class: 'substantive' })
    expect(told.degree).toBeLessThan(0.02)
  })

  test('is substantive for a new headline or another picture, though no word of the text changed', () => {
    const from = anArticle({ blocks: [paragraph('A.'), figure('https://x.example/a.jpg')] })
    expect(ofArticles(from, { ...from, title: 'Bridge closed for good' })).toMatchObject({
      degree: 0,
      class: 'substantive',
    })
    const other = { ...from, blocks: [paragraph('A.'), figure('https://x.example/b.jpg')] }
    expect(ofArticles(from, other)).toMatchObject({ degree: 0, class: 'substantive' })
  })

  test('does not count a sentence that only moved', () => {
    const [a, b] = [
      'The council of the town met late on Monday evening.',
      'Nobody from the county had come to hear it speak.',
    ]
    const { degree } = compareText([a, b, ...LONG].join('\n'), [b, a, ...LONG].join('\n'))
    expect(degree).toBe(0)
  })

  test('is a rewrite from half of the words on, and 1 where nothing stayed', () => {
    const other = ['Wolves came down to the valley.', 'Sheep were counted twice.']
    const found = ofArticles(story('The council met on Monday.', 'Bridges need paint.'), story(...other))
    expect(found).toMatchObject({ degree: 1, class: 'rewrite' })
  })

  test('is measured over both texts: one word more where there were three is one in seven', () => {
    expect(compareText('one two three', 'one two three four').degree).toBeCloseTo(1 / 7)
  })
})
