import { CORRECTION_NOTICE, LONGEST_NOTICE_CHARS } from '../rules/corrections.ts'
import { isProse, take, type Entry } from './entry.ts'

const REACH = 10

/** Marks correction notices, and takes in those that stand near the story and were left out. */
export function markCorrections(entries: readonly Entry[]): void {
  entries.forEach((entry, i) => {
    const { block } = entry
    if (block.kind !== 'paragraph' || block.text.length > LONGEST_NOTICE_CHARS) return
    if (!CORRECTION_NOTICE.test(block.text)) return
    const near = entries.slice(Math.max(0, i - REACH), i + REACH + 1)
    if (!entry.inStory && !near.some(other => other.inStory && isProse(other))) return
    entry.block = { ...block, role: 'correction' }
    take(entry)
  })
}
