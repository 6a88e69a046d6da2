import type { Item } from './find/item.ts'

/** An item that became another, went (no `after`) or came (no `before`). */
export interface ItemChange {
  readonly before: Item | null
  readonly after: Item | null
}

/** What one side has: surely, and what counts only in place of something else. */
export interface Found {
  readonly sure: readonly Item[]
  readonly faint: readonly Item[]
}

/** What differs between two lists of items; what both have, in whatever order, is left out. */
export function itemChanges(old: Found, now: Found): ItemChange[] {
  const [before, after] = [surplus(old, now), surplus(now, old)]
  const paired = Math.min(before.sure.length, after.sure.length)
  const changes: ItemChange[] = before.sure
    .slice(0, paired)
    .map((item, k) => ({ before: item, after: after.sure[k]! }))
  // What is left is replaced by something faint, else it went or came by itself.
  const [faintBefore, faintAfter] = [[...before.faint], [...after.faint]]
  for (const item of before.sure.slice(paired))
    changes.push({ before: item, after: faintAfter.shift() ?? null })
  for (const item of after.sure.slice(paired))
    changes.push({ before: faintBefore.shift() ?? null, after: item })
  while (faintBefore.length > 0 && faintAfter.length > 0) {
    changes.push({ before: faintBefore.shift()!, after: faintAfter.shift()! })
  }
  return changes
}

function surplus({ sure, faint }: Found, others: Found): Found {
  const counts = new Map<string, number>()
  for (const { value } of [...others.sure, ...others.faint]) counts.set(value, (counts.get(value) ?? 0) + 1)
  const isLeft = ({ value }: Item) => {
    const count = counts.get(value) ?? 0
    counts.set(value, count - 1)
    return count <= 0
  }
  return { sure: sure.filter(isLeft), faint: faint.filter(isLeft) }
}
