import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareText } from '../../archive/compare/index.ts'
import { applyAlignment } from './apply.ts'

interface Revision {
  readonly id: string
  readonly oldParas: readonly (readonly string[])[]
  readonly newParas: readonly (readonly string[])[]
  readonly links: readonly { readonly i: number; readonly j: number; readonly moved: boolean }[]
}

const CASES = join(process.env.STET_SHARED ?? '../shared', 'bench', 'compare', 'cases')
const present = existsSync(CASES)
const files = present ? readdirSync(CASES).filter(file => /^(?!pool-(?:zh|th)|all-).*-300-/.test(file)) : []

/** Where each sentence stands in the text made of the paragraphs. */
function places(paragraphs: readonly (readonly string[])[]): { text: string; spans: [number, number][] } {
  const spans: [number, number][] = []
  let at = 0
  for (const paragraph of paragraphs) {
    for (const sentence of paragraph) {
      spans.push([at, at + sentence.length])
      at += sentence.length + 1
    }
  }
  return { text: paragraphs.map(paragraph => paragraph.join(' ')).join('\n'), spans }
}

describe.skipIf(!present)('revisions with known truth (skipped: no shared cases on this machine)', () => {
  it('are undone by the alignment, and 97 of 100 moved sentences are called moved', () => {
    let [moved, found] = [0, 0]
    for (const file of files) {
      const revision = JSON.parse(readFileSync(join(CASES, file), 'utf8')) as Revision
      const [old, now] = [places(revision.oldParas), places(revision.newParas)]
      const comparison = compareText(old.text, now.text)
      expect(applyAlignment(old.text, now.text, comparison)).toBe(now.text)
      for (const { i, j } of revision.links.filter(link => link.moved)) {
        const [a, b] = [old.spans[i]!, now.spans[j]!]
        moved++
        const hit = comparison.alignment.some(
          ({ op, from, to }) =>
            op.startsWith('moved') &&
            from &&
            to &&
            from[0] < a[1] &&
            from[1] > a[0] &&
            to[0] < b[1] &&
            to[1] > b[0],
        )
        if (hit) found++
      }
    }
    expect(moved).toBeGreaterThan(0)
    expect(found / moved).toBeGreaterThan(0.97)
  })
})
