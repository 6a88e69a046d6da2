import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleText } from '../../../archive/model/article-text.ts'
import { anArticle } from '../an-article.ts'
import { historyOf, replayed, telling } from './tell.ts'

const WORDS =
  'the council mayor bridge “said” 82 May not Ana Ruiz Dr. U.S. 5, 1,200 Monday 桥梁 市长宣布 สะพาน ใหม่ जल्द है। '.split(
    ' ',
  )

const sentence = fc
  .tuple(
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }),
    fc.constantFrom('.', '!', '。', ''),
  )
  .map(([words, end]) => words.join(' ') + end)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map(sentences => sentences.join(' '))
const story = fc.oneof(
  fc.array(paragraph, { maxLength: 4 }),
  fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 3 }),
)

/** A story told several times, each time with some paragraphs dropped, doubled, swapped or replaced. */
const stories = fc
  .tuple(story, fc.array(fc.tuple(fc.nat(), paragraph, fc.nat(3)), { maxLength: 5 }))
  .map(([first, edits]) => {
    const all = [first]
    for (const [n, words, edit] of edits) {
      const next = [...all.at(-1)!]
      const at = n % (next.length || 1)
      if (edit === 0) next.splice(at, 1)
      else if (edit === 1) next.unshift(next[at] ?? words)
      else if (edit === 2) next[at] = words
      else next.push(...(all[n % all.length] ?? []))
      all.push(next)
    }
    return all
  })

test('replayed to any version, the history gives the sentences of that version, and they are its whole text', () => {
  fc.assert(
    fc.property(stories, versions => {
      const history = historyOf(...versions.map(paragraphs => telling(...paragraphs)))
      versions.forEach((paragraphs, at) => {
        const text = articleText(anArticle(telling(...paragraphs)))
        const { sentences } = history.versions[at]!
        expect(replayed(history, at + 1)).toEqual(sentences.map(({ range }) => text.slice(...range)))
        expect(
          replayed(history, at + 1)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''))
      })
    }),
    { numRuns: 120 },
  )
})

test('states of a thread are in order, never overlap, and its parts agree with where sentences stand', () => {
  fc.assert(
    fc.property(stories, versions => {
      const { threads, versions: told } = historyOf(...versions.map(paragraphs => telling(...paragraphs)))
      for (const { states, end, kind, id } of threads) {
        states.forEach((state, at) => {
          expect(state.from).toBeLessThanOrEqual(state.to)
          if (at > 0) expect(state.from).toBeGreaterThan(states[at - 1]!.to)
        })
        expect(end === null).toBe(states.at(-1)!.to === versions.length)
        if (kind !== 'sentence') continue
        const stands = told.filter(({ sentences }) => sentences.some(({ thread }) => thread === id))
        const held = told.filter(({ version }) => states.some(s => s.from <= version && version <= s.to))
        expect(stands).toEqual(held)
      }
    }),
    { numRuns: 120 },
  )
})
