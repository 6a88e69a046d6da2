import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Mark, markedParts, noteSpans, type Part } from '../../../renderer/features/source/read/marks.ts'

const textOf = (parts: readonly Part[]): string =>
  parts.map(part => (typeof part === 'string' ? part : textOf(part.parts))).join('')

/** "a<em:b<link:c>>" */
const drawn = (parts: readonly Part[]): string =>
  parts.map(part => (typeof part === 'string' ? part : `<${part.mark.kind}:${drawn(part.parts)}>`)).join('')

describe('marks in a text', () => {
  it('nests what lies inside', () => {
    const marks: Mark[] = [
      { start: 6, end: 13, kind: 'link', href: 'https://a.example/' },
      { start: 6, end: 9, kind: 'em' },
    ]
    expect(drawn(markedParts('where the boat went', marks))).toBe('where <link:<em:the> boa>t went')
  })

  it('cuts the later of two that overlap', () => {
    const marks: Mark[] = [
      { start: 0, end: 4, kind: 'strong' },
      { start: 2, end: 6, kind: 'em' },
    ]
    expect(drawn(markedParts('abcdefgh', marks))).toBe('<strong:ab<em:cd>><em:ef>gh')
  })

  it('keeps a link whole when a note is about words of it and beyond', () => {
    const marks: Mark[] = [
      { start: 4, end: 8, kind: 'link', href: 'https://a.example/' },
      { start: 0, end: 6, kind: 'note', noteId: 'n1' },
    ]
    const drawing = drawn(markedParts('the boat went', marks))
    expect(drawing.replaceAll(/<note:|<link:|>/g, '')).toBe('the boat went')
  })

  it('leaves out empty marks and marks outside the text', () => {
    const marks: Mark[] = [
      { start: 1, end: 1, kind: 'em' },
      { start: 50, end: 60, kind: 'em' },
    ]
    expect(markedParts('abc', marks)).toEqual(['abc'])
  })

  it('shows every character once and in order, whatever the marks', () => {
    const mark = fc.record({
      start: fc.integer({ min: -3, max: 30 }),
      end: fc.integer({ min: -3, max: 40 }),
      kind: fc.constantFrom('em' as const, 'strong' as const, 'mark' as const),
    })
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mark, { maxLength: 8 }), (text, marks) => {
        expect(textOf(markedParts(text, marks))).toBe(text)
      }),
    )
  })
})

describe('words that notes are about', () => {
  it('are marked at their first place', () => {
    const notes = [{ id: 'n1', place: { quote: 'boat' } }]
    expect(noteSpans('a boat and a boat', notes)).toEqual([{ start: 2, end: 6, kind: 'note', noteId: 'n1' }])
  })

  it('are not marked where the note is about the whole block or about other words', () => {
    const notes = [{ id: 'n1', place: { quote: '' } }, { id: 'n2', place: { quote: 'ferry' } }, { id: 'n3' }]
    expect(noteSpans('a boat', notes)).toEqual([])
  })
})
