import type { PostStateSpan } from './post.ts'

/** One look at a post: what a capture found its state to be. */
export type PostSighting = Omit<PostStateSpan, 'from' | 'to'> & {
  /** When the capture began. */
  readonly at: string
}

/**
 * A post's states over time, oldest first: looks that found the same are one stretch. A look that could not tell is
 * left out.
 */
export function statesOver(sightings: readonly PostSighting[]): readonly PostStateSpan[] {
  const spans: PostStateSpan[] = []
  const known = sightings.filter(({ state }) => state !== 'unknown')
  for (const { at, ...seen } of known.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const last = spans.at(-1)
    if (last && last.state === seen.state) {
      const evidence = tells(last) || !seen.evidence ? last.evidence : seen.evidence
      spans[spans.length - 1] = { ...seen, evidence, from: last.from, to: at }
    } else {
      spans.push({ ...seen, from: at, to: at })
    }
  }
  return spans
}

/** The first words or status that said so stay: later looks only confirm them. */
function tells({ evidence }: PostStateSpan): boolean {
  return evidence !== null && (evidence.words !== null || evidence.status !== null)
}
