import { CREDIT_OPENERS } from '../rules/caption-names.ts'
import { CREDIT_TAIL } from '../rules/credit-tails.ts'
import { bare } from '../text-of.ts'
import { drop, type Entry } from './entry.ts'

const LONGEST_CAPTION = 450
const LONGEST_CREDIT = 140

function figureBeside(entries: readonly Entry[], at: number): Entry | undefined {
  const near = [entries[at - 1], entries[at + 1], entries[at - 2]]
  return near.find(entry => entry?.inStory && entry.block.kind === 'figure')
}

/** Whether a paragraph only repeats the words a picture already has. */
function repeatsPicture(text: string, entries: readonly Entry[], at: number): boolean {
  const words = bare(text)
  return entries.slice(Math.max(0, at - 3), at + 3).some(({ block }) => {
    if (block.kind !== 'figure' || words.length < 12) return false
    return bare(block.caption.text) === words || bare(block.alt) === words
  })
}

/**
 * Recognises lines under pictures by their words, where no name tells: they end or open with a credit, or say
 * what the picture's own text says. They become captions of the picture beside them.
 */
export function findCaptionLines(entries: readonly Entry[]): void {
  entries.forEach((entry, i) => {
    const { block } = entry
    if (!entry.inStory || block.kind !== 'paragraph' || block.role || entry.weight > LONGEST_CAPTION) return
    const beside = figureBeside(entries, i)
    if (repeatsPicture(block.text, entries, i)) return drop(entry, 'caption-again')
    const isCredit = entry.weight <= LONGEST_CREDIT && CREDIT_OPENERS.test(block.text)
    if (!isCredit && !CREDIT_TAIL.test(block.text)) return
    if (!beside) {
      if (isCredit) drop(entry, 'image-credit')
      return
    }
    const { text, spans } = block
    const words = isCredit
      ? { caption: { text: '', spans: [] }, credit: text }
      : { caption: { text, spans }, credit: null }
    entry.block = { kind: 'figure', media: 'image', src: null, alt: '', ...words }
  })
}
