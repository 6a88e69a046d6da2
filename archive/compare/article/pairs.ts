/** Things of both sides matched by key; what is left over stays in order. */
export interface Matched<T> {
  readonly both: readonly (readonly [old: T, now: T])[]
  readonly gone: readonly T[]
  readonly came: readonly T[]
}

/** Pairs each old thing with the first free new one of the same key. A null key matches nothing. */
export function matchByKey<T>(
  olds: readonly T[],
  news: readonly T[],
  keyOf: (thing: T) => string | null,
): Matched<T> {
  const free = new Map<string, T[]>()
  for (const thing of news) {
    const key = keyOf(thing)
    if (key !== null) free.set(key, [...(free.get(key) ?? []), thing])
  }
  const both: [T, T][] = []
  const gone: T[] = []
  const used = new Set<T>()
  for (const thing of olds) {
    const key = keyOf(thing)
    const partner = key === null ? undefined : free.get(key)?.shift()
    if (partner === undefined) gone.push(thing)
    else {
      both.push([thing, partner])
      used.add(partner)
    }
  }
  return { both, gone, came: news.filter(thing => !used.has(thing)) }
}
