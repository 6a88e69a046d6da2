/** Part of a text, and what stands there instead. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Makes all edits at once. Where two overlap, the one that begins first counts; at one place, they keep their order. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return source
  const out: string[] = []
  let at = 0
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    out.push(source.slice(at, start), text)
    at = end
  }
  out.push(source.slice(at))
  return out.join('')
}
