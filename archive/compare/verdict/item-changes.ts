import type { Item } from './find/item.ts'

/** An item that became another, went (no `after`) or came (no `before`). */
export interface ItemChange {
  readonly before: Item | null
  readonly after: Item | null
}

/** What differs between two lists of items; what both have, in whatever order, is left out. */
export function itemChanges(olds: readonly Item[], news: readonly Item[]): ItemChange[] {
  const before = surplus(olds, news)
  const after = surplus(news, olds)
  return Array.from({ length: Math.max(before.length, after.length) }, (_, k) => ({
    before: before[k] ?? null,
    after: after[k] ?? null,
  }))
}

function surplus(items: readonly Item[], others: readonly Item[]): Item[] {
  const counts = new Map<string, number>()
  for (const { value } of others) counts.set(value, (counts.get(value) ?? 0) + 1)
  return items.filter(({ value }) => {
    const count = counts.get(value) ?? 0
    counts.set(value, count - 1)
    return count <= 0
  })
}
