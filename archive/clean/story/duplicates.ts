import { bare } from '../text-of.ts'
import { drop, type Entry } from './entry.ts'

const SHORTEST = 40

/** Takes out the second copy of a paragraph: pages print one text for several screen sizes. */
export function dropDuplicates(entries: readonly Entry[]): void {
  const seen = new Set<string>()
  for (const entry of entries) {
    if (!entry.inStory || entry.weight < SHORTEST || entry.block.kind === 'figure') continue
    const words = bare(entry.unit.text)
    if (seen.has(words)) drop(entry, 'printed-twice')
    seen.add(words)
  }
}
