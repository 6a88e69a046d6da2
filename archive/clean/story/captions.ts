import { withCaption } from '../blocks/captions.ts'
import { bare } from '../text-of.ts'
import { drop, type Entry } from './entry.ts'

const isCaptionOnly = (entry: Entry): boolean =>
  entry.block.kind === 'figure' && entry.block.src === null && entry.block.media === 'image'

/** Joins words that stand beside a picture, outside its element, to the picture; then drops pictures shown twice. */
export function joinCaptions(entries: readonly Entry[]): void {
  let last: Entry | null = null
  const seen = new Set<string>()
  for (const entry of entries) {
    if (!entry.inStory) continue
    const { block } = entry
    if (block.kind === 'figure' && isCaptionOnly(entry) && last?.block.kind === 'figure') {
      const repeated = bare(last.block.caption.text) === bare(block.caption.text)
      if (!repeated) last.block = withCaption(last.block, block)
      entry.inStory = false
    } else if (block.kind === 'figure' && block.src !== null) {
      const key = `${block.src} ${block.caption.text}`
      if (seen.has(key)) drop(entry, 'picture-again')
      else last = entry
      seen.add(key)
    } else if (block.kind !== 'figure') last = null
  }
}
