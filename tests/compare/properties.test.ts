import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareText } from '../../archive/compare/index.ts'
import type { VerdictKind, VerdictLine } from '../../archive/model/comparison.ts'
import { applyAlignment, inFixedOrder, mirrored } from './apply.ts'

const WORDS =
  'the council mayor bridge “said” 82 May not allegedly Ana Ruiz Dr. U.S. 5, 桥梁 市长 宣布 สะพาน ใหม่ เทศบาลเปิดสะพานใหม่ เทศบาลปิดสะพานเก่าเมื่อวานนี้ जल्द है। '.split(
    ' ',
  )

const sentence = fc
  .tuple(
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }),
    fc.constantFrom('.', '!', '?', '。', ''),
  )
  .map(([words, end]) => words.join(' ') + end)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map(sentences => sentences.join(' '))
const story = fc.array(paragraph, { maxLength: 5 }).map(paragraphs => paragraphs.join('\n\n'))
const anything = fc.oneof(story, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }))

/** A text and what became of it: sentences dropped, doubled, swapped, with a word changed. */
const revision = fc
  .tuple(
    fc.array(sentence, { minLength: 1, maxLength: 14 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('drop', 'copy', 'swap', 'word')), { maxLength: 6 }),
  )
  .map(([before, edits]): [string, string] => {
    const after = [...before]
    for (const [a, b, edit] of edits) {
      const [i, j] = [a % (after.length || 1), b % (after.length || 1)]
      if (edit === 'drop') after.splice(i, 1)
      else if (edit === 'copy') after.splice(j, 0, after[i] ?? 'New.')
      else if (edit === 'swap') [after[i], after[j]] = [after[j] ?? '', after[i] ?? '']
      else after[i] = (after[i] ?? '').replace(/\S+/, WORDS[b % WORDS.length]!)
    }
    return [before.join(' '), after.join(' ')]
  })
const pair = fc.oneof(fc.tuple(anything, anything), revision)

/** The characters that are not white space, sorted. */
function letters(text: string): string {
  return text.replace(/\s/g, '').split('').toSorted().join('')
}

const TURNED: Partial<Record<VerdictKind, VerdictKind>> = {
  'text-added': 'text-removed',
  'text-removed': 'text-added',
}

/** A line as it reads with the two texts exchanged, but for its summary. */
function turned(line: VerdictLine): VerdictLine {
  const { kind, from, to, before, after } = line
  return { ...line, kind: TURNED[kind] ?? kind, from: to, to: from, before: after, after: before }
}

/** What the lines say, as a set: which is told first may differ. */
function factsOf(verdict: readonly VerdictLine[]): string[] {
  return verdict
    .map(({ kind, rule, from, to, before, after }) => JSON.stringify([kind, rule, from, to, before, after]))
    .toSorted()
}

describe('for any two texts', () => {
  it('applying the alignment to the old text gives the new one', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(applyAlignment(before, after, compareText(before, after))).toBe(after)
      }),
      { numRuns: 400 },
    )
  })

  it('every character of the old text that is not white space stands in exactly one entry', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const { alignment } = compareText(before, after)
        const covered = alignment.flatMap(entry => (entry.from ? [before.slice(...entry.from)] : []))
        expect(letters(covered.join(''))).toBe(letters(before))
      }),
      { numRuns: 300 },
    )
  })

  it('swapping the texts mirrors the alignment', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(mirrored(compareText(after, before))).toEqual(
          inFixedOrder(compareText(before, after).alignment),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('swapping the texts mirrors the verdict: the same lines with old and new exchanged', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const there = compareText(before, after)
        const back = compareText(after, before)
        expect(factsOf(back.verdict.map(turned))).toEqual(factsOf(there.verdict))
        expect(back.same).toBe(there.same)
        expect(back.degree).toBe(there.degree)
        expect(back.class).toBe(there.class)
      }),
      { numRuns: 300 },
    )
  })

  it('a text compared with itself has no verdict and nothing but kept sentences', () => {
    fc.assert(
      fc.property(anything, text => {
        const { same, verdict, alignment, counts } = compareText(text, text)
        expect(same).toBe(true)
        expect(verdict).toEqual([])
        expect(alignment.every(entry => entry.op === 'same' && !entry.words)).toBe(true)
        expect(counts.wordsInserted + counts.wordsDeleted).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  it('every line of the verdict quotes the words at its ranges', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        for (const line of compareText(before, after).verdict) {
          if (line.from) expect(before.slice(...line.from).trim()).toBe(line.before?.trim())
          if (line.to) expect(after.slice(...line.to).trim()).toBe(line.after?.trim())
          expect(line.summary).toMatch(/(?:\.|[.!?…。！？]”)$/u)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('the same two texts give the same comparison each time', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(compareText(before, after)).toEqual(compareText(before, after))
      }),
      { numRuns: 50 },
    )
  })
})
