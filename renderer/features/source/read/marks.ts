import type { Span } from './article-types.ts'

/** A stretch that a note is about, beside the article's own marks. */
export interface NoteSpan {
  readonly start: number
  readonly end: number
  readonly kind: 'note'
  readonly noteId: string
}
export type Mark = Span | NoteSpan

export interface MarkedPart {
  readonly mark: Mark
  readonly parts: readonly Part[]
}
export type Part = string | MarkedPart

/**
 * Text and its marks as a tree. Every character is in it once, in order. Where two marks overlap without one
 * holding the other, the later one is cut in two; empty ones and what lies outside the text are left out.
 */
export function markedParts(text: string, marks: readonly Mark[]): Part[] {
  const inside = marks.map(mark => clip(mark, 0, text.length)).filter(mark => mark !== null)
  return parts(text, 0, text.length, inside.toSorted(outermostFirst))
}

const outermostFirst = (a: Mark, b: Mark): number =>
  a.start - b.start || b.end - a.end || Number(a.kind === 'note') - Number(b.kind === 'note')

function clip(mark: Mark, from: number, to: number): Mark | null {
  const [start, end] = [Math.max(mark.start, from), Math.min(mark.end, to)]
  return start < end ? { ...mark, start, end } : null
}

function parts(text: string, from: number, to: number, marks: readonly Mark[]): Part[] {
  const out: Part[] = []
  const waiting = [...marks]
  let at = from
  for (let mark = waiting.shift(); mark; mark = waiting.shift()) {
    if (mark.start > at) out.push(text.slice(at, mark.start))
    const { end } = mark
    const inner: Mark[] = []
    const later: Mark[] = []
    for (const other of waiting) {
      const held = clip(other, mark.start, end)
      const rest = clip(other, end, to)
      if (held) inner.push(held)
      if (rest) later.push(rest)
    }
    waiting.splice(0, waiting.length, ...later.toSorted(outermostFirst))
    out.push({ mark, parts: parts(text, mark.start, end, inner.toSorted(outermostFirst)) })
    at = end
  }
  if (at < to) out.push(text.slice(at, to))
  return out
}

/** Where in a text the words of notes stand: the first place of each; none for words that are not there. */
export function noteSpans(
  text: string,
  notes: readonly { readonly id: string; readonly place?: { readonly quote: string } }[],
): NoteSpan[] {
  return notes.flatMap(({ id, place }) => {
    const quote = place?.quote ?? ''
    const start = quote === '' ? -1 : text.indexOf(quote)
    return start === -1 ? [] : [{ start, end: start + quote.length, kind: 'note' as const, noteId: id }]
  })
}
