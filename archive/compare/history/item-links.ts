import type { PlacedItem } from './items.ts'

/** A word of this many letters beside an item says what it is about; shorter ones are mostly "the" and "of". */
const TELLING_LETTERS = 4

/**
 * Which old item each new one continues, by index; -1 where it continues none. Inside a sentence that goes on,
 * what has the same value stays, then what stands before the same word, then what is left in its order. What
 * went from one sentence to another is known by its value and a word beside it; a figure that changed as well, by
 * standing between the same two words.
 */
export function linkItems(
  olds: readonly PlacedItem[],
  news: readonly PlacedItem[],
  sentenceBefore: readonly number[],
): number[] {
  const before = news.map(() => -1)
  const free = new Set(olds.keys())
  const oldsIn = groupedBySentence(olds)
  const link = (now: number, found: number | undefined) => {
    if (found === undefined) return
    before[now] = found
    free.delete(found)
  }
  const rounds: readonly ((old: PlacedItem, now: PlacedItem) => boolean)[] = [
    (old, now) => old.value === now.value,
    (old, now) => old.beside.behind[0] !== undefined && old.beside.behind[0] === now.beside.behind[0],
    () => true,
  ]
  for (const belong of rounds) {
    news.forEach((item, now) => {
      if (before[now] !== -1) return
      const candidates = oldsIn.get(sentenceBefore[item.sentence] ?? -1) ?? []
      link(
        now,
        candidates.find(at => free.has(at) && olds[at]!.kind === item.kind && belong(olds[at]!, item)),
      )
    })
  }
  const elsewhere: readonly ((item: PlacedItem) => string | null)[] = [
    ({ kind, value }) => `${kind} ${value}`,
    betweenWords,
  ]
  for (const keyOf of elsewhere) {
    const candidates = new Map<string | null, number[]>()
    for (const at of free) {
      const key = keyOf(olds[at]!)
      candidates.set(key, [...(candidates.get(key) ?? []), at])
    }
    news.forEach((item, now) => {
      const key = keyOf(item)
      if (before[now] !== -1 || key === null) return
      link(
        now,
        candidates.get(key)?.find(at => free.has(at) && areAboutTheSame(olds[at]!, item)),
      )
    })
  }
  return before
}

/** A figure by the words on both sides of it: "killed … people". */
function betweenWords({ kind, beside }: PlacedItem): string | null {
  const [before, behind] = [beside.before[0], beside.behind[0]]
  return kind === 'figure' && before && behind ? `${before} … ${behind}` : null
}

function groupedBySentence(items: readonly PlacedItem[]): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  items.forEach(({ sentence }, at) => {
    const group = groups.get(sentence)
    if (group) group.push(at)
    else groups.set(sentence, [at])
  })
  return groups
}

/** Whether two items of one value in different sentences are the same one: a long quotation is, a "two" may not be. */
function areAboutTheSame(a: PlacedItem, b: PlacedItem): boolean {
  if (a.kind === 'quotation') return true
  const words = ({ beside }: PlacedItem) =>
    [...beside.before, ...beside.behind].filter(word => word.length >= TELLING_LETTERS)
  const known = new Set(words(a))
  return words(b).some(word => known.has(word))
}
