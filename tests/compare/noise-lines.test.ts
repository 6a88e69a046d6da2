import { describe, expect, it } from 'vitest'
import { compareArticles, compareText } from '../../archive/compare/index.ts'
import { anArticle, paragraph } from './an-article.ts'
import { NOISE_PAIRS } from './noise-pairs.ts'

const STORY = ['The council met on Monday.', 'The bridge carries 4,000 people a day.'] as const
const pairs = Object.entries(NOISE_PAIRS).flatMap(([language, lines]) =>
  lines.map(([before, after]) => ({ language, before, after })),
)

function linesWith(line: string): string[] {
  return [STORY[0], ...(line === '' ? [] : [line]), STORY[1]]
}

describe('what stands around a story', () => {
  it.each(pairs)('is told as noise: $before ($language)', ({ before, after }) => {
    const [from, to] = [linesWith(before), linesWith(after)]
    expect(compareText(from.join('\n\n'), to.join('\n\n')).class).toBe('noise')
    const article = (lines: readonly string[]) => anArticle({ blocks: lines.map(line => paragraph(line)) })
    const compared = compareArticles(article(from), article(to))
    expect(compared.class).toBe('noise')
    // Put aside, never hidden.
    expect(compared.verdict.length).toBeGreaterThan(0)
  })

  it('counts the titles in a box with a label', () => {
    const box = (...titles: string[]) => [STORY[0], 'Most read', ...titles].join('\n')
    const { class: found } = compareText(
      box('Ten soups for cold days', 'Five walks'),
      box('The best bread knives', 'Two museums'),
    )
    expect(found).toBe('noise')
  })

  it.each([
    ['Most read the report as a warning.', 'Most read the report as a promise.'],
    [
      'She has 1,204 views on that and every one of them is firm.',
      'She has 1,377 views on that and every one of them is firm.',
    ],
    [
      'Updated plans for the bridge were shown on Monday night.',
      'Updated plans for the tunnel were shown on Monday night.',
    ],
    [
      'Receba quem vier, disse a mãe ao filho mais velho.',
      'Receba quem for, disse a mãe ao filho mais novo.',
    ],
  ])('is not taken for a sentence of the story: %s', (before, after) => {
    expect(compareText(before, after).class).not.toBe('noise')
  })
})
