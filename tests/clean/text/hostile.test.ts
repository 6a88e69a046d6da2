import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../archive/clean/text/index.ts'
import { postPlaceholder } from '../../../archive/model/post-token.ts'
import { sentence } from './clean.ts'

const line = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    'Related',
    'By ',
    'By Ann Lee',
    '---',
    '> '.repeat(40),
    '# ',
    '- x',
    '1. y',
    '|a|b|',
    '|---|---|',
    '```',
    '2025-01-01',
    'Home > ',
    '[',
    '![](',
    '\0',
    postPlaceholder(3),
    sentence('She'),
  ),
)

describe('any text at all', () => {
  it('is cleaned without throwing, and every word of it is kept, removed or a fact', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.boolean(), (lines, markdown) => {
        const found = cleanText({ text: lines.join('\n\n'), markdown, fileName: null }, [])
        expect(found.format).toBe('stet-article/1')
        if (lines.includes(sentence('She')) && !markdown) {
          expect(JSON.stringify([found.blocks, found.title])).toContain(sentence('She'))
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['quote marks', '>'.repeat(50_000)],
    ['brackets', '['.repeat(50_000)],
    ['stars', '*a **b '.repeat(2_000)],
    ['list marks', Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}- x`).join('\n')],
    ['open links', '[a]('.repeat(20_000)],
    ['short lines', 'a\n'.repeat(5_000)],
    ['one long line', 'word '.repeat(20_000)],
  ])('ends in good time with a great many %s', (_, text) => {
    expect(cleanText({ text, markdown: true, fileName: null }, []).format).toBe('stet-article/1')
    expect(cleanText({ text, markdown: false, fileName: null }, []).format).toBe('stet-article/1')
  })
})
