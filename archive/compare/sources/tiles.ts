import type { WordList } from './texts.ts'

/** A run of words that both texts have: from word `i` of the one and word `j` of the other. */
export interface Tile {
  readonly i: number
  readonly j: number
  readonly length: number
}

/** Words that a run must have at least. */
export const SHORTEST_TILE = 3

/** Places of one run in the other text that are looked at: what stands oftener tells nothing apart. */
const MOST_PLACES = 24

/**
 * Covers two texts with runs of words that both have, longest first, no word twice (greedy string tiling, Wise
 * 1993). The order of the runs may differ. Work is bounded by the places looked at for each word.
 */
export function tilesOf(from: WordList, to: WordList): Tile[] {
  const byLength = new Map<number, Tile[]>()
  const put = (tile: Tile) => {
    const known = byLength.get(tile.length)
    if (known) known.push(tile)
    else byLength.set(tile.length, [tile])
  }
  for (const tile of candidates(from.ids, to.ids)) put(tile)
  const [oldDone, newDone] = [new Uint8Array(from.ids.length), new Uint8Array(to.ids.length)]
  const tiles: Tile[] = []
  const longest = Math.max(0, ...byLength.keys())
  for (let length = longest; length >= SHORTEST_TILE; length--) {
    for (const tile of byLength.get(length) ?? []) {
      const free = freeParts(tile, oldDone, newDone)
      if (free.length !== 1 || free[0]!.length !== length) free.forEach(put)
      else {
        oldDone.fill(1, tile.i, tile.i + length)
        newDone.fill(1, tile.j, tile.j + length)
        tiles.push(tile)
      }
    }
  }
  return tiles.toSorted((a, b) => a.i - b.i)
}

/** Every run that cannot be made longer on either end. */
function candidates(from: readonly number[], to: readonly number[]): Tile[] {
  const places = new Map<string, number[]>()
  const keyAt = (ids: readonly number[], at: number) => ids.slice(at, at + SHORTEST_TILE).join()
  for (let j = 0; j + SHORTEST_TILE <= to.length; j++) {
    const key = keyAt(to, j)
    const known = places.get(key)
    if (!known) places.set(key, [j])
    else if (known.length < MOST_PLACES) known.push(j)
  }
  const found: Tile[] = []
  for (let i = 0; i + SHORTEST_TILE <= from.length; i++) {
    for (const j of places.get(keyAt(from, i)) ?? []) {
      if (i > 0 && j > 0 && from[i - 1] === to[j - 1]) continue
      let length = SHORTEST_TILE
      while (i + length < from.length && j + length < to.length && from[i + length] === to[j + length])
        length++
      found.push({ i, j, length })
    }
  }
  return found
}

/** The parts of a run whose words are in no other yet, as far as they are long enough. */
function freeParts({ i, j, length }: Tile, oldDone: Uint8Array, newDone: Uint8Array): Tile[] {
  const parts: Tile[] = []
  let start = 0
  for (let k = 0; k <= length; k++) {
    if (k < length && !oldDone[i + k] && !newDone[j + k]) continue
    if (k - start >= SHORTEST_TILE) parts.push({ i: i + start, j: j + start, length: k - start })
    start = k + 1
  }
  return parts
}
