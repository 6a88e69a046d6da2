import { type Cell, cellsOf, type Entry, type SideText } from './segments.ts'

/** Blocks that stand beside each other: what one side has in the place of the other's. */
export interface Row {
  readonly id: number
  readonly from: readonly Cell[]
  readonly to: readonly Cell[]
  /** Something in it differs: words, or the way they are divided into blocks. */
  readonly changed: boolean
}

export interface TextPair {
  readonly from: SideText
  readonly to: SideText
  readonly alignment: readonly Entry[]
}

/** Entries that stay where they were; what was moved is shown at both of its places. */
const IN_PLACE: ReadonlySet<Entry['op']> = new Set(['same', 'edited', 'split', 'merged'])

/**
 * Lays two texts side by side: blocks that share sentences are in one row, and both columns keep their order.
 * Every block that has words is in exactly one row.
 */
export function rowsOf({ from, to, alignment }: TextPair): Row[] {
  const olds = cellsOf('from', from, alignment)
  const news = cellsOf('to', to, alignment)
  const rows: Row[] = []
  const push = (left: readonly Cell[], right: readonly Cell[]) =>
    rows.push({ id: rows.length, from: left, to: right, changed: isChanged(left, right) })
  let y = 0
  let x = 0
  const unmatchedUpTo = (oldEnd: number, newEnd: number) => {
    while (y < oldEnd || x < newEnd) {
      push(y < oldEnd ? [olds[y++]!] : [], x < newEnd ? [news[x++]!] : [])
    }
  }
  for (const group of groupsOf(olds, news)) {
    unmatchedUpTo(group.oldStart, group.newStart)
    push(olds.slice(y, group.oldEnd), news.slice(x, group.newEnd))
    y = group.oldEnd
    x = group.newEnd
  }
  unmatchedUpTo(olds.length, news.length)
  return rows
}

function isChanged(from: readonly Cell[], to: readonly Cell[]): boolean {
  if (from.length !== to.length) return true
  if ([...from, ...to].some(cell => cell.segments.some(({ op }) => op !== 'same'))) return true
  return from.some(({ block }, k) => block.kind !== to[k]!.block.kind || block.level !== to[k]!.block.level)
}

interface Link {
  readonly old: number
  readonly now: number
  weight: number
}

interface Group {
  readonly oldStart: number
  readonly newStart: number
  oldEnd: number
  newEnd: number
}

/** Stretches of blocks that belong together, in the order of both sides. */
function groupsOf(olds: readonly Cell[], news: readonly Cell[]): Group[] {
  const groups: Group[] = []
  for (const { old, now } of chain(linksOf(olds, news))) {
    const last = groups.at(-1)
    if (last && (old < last.oldEnd || now < last.newEnd)) {
      last.oldEnd = Math.max(last.oldEnd, old + 1)
      last.newEnd = Math.max(last.newEnd, now + 1)
    } else groups.push({ oldStart: old, newStart: now, oldEnd: old + 1, newEnd: now + 1 })
  }
  return groups
}

/** Which blocks share how many characters of sentences that stayed in their place. */
function linksOf(olds: readonly Cell[], news: readonly Cell[]): Link[] {
  const newCells = new Map<number, number>()
  news.forEach((cell, at) => cell.segments.forEach(({ entry }) => newCells.set(entry, at)))
  const links = new Map<string, Link>()
  olds.forEach((cell, old) => {
    for (const { entry, op, range } of cell.segments) {
      const now = entry < 0 ? undefined : newCells.get(entry)
      if (now === undefined || !IN_PLACE.has(op)) continue
      const key = `${old} ${now}`
      const link = links.get(key) ?? { old, now, weight: 0 }
      link.weight += range[1] - range[0]
      links.set(key, link)
    }
  })
  return [...links.values()].toSorted((a, b) => a.old - b.old || a.now - b.now)
}

/** The heaviest selection of links that do not cross. */
function chain(links: readonly Link[]): Link[] {
  const best = new Float64Array(links.length)
  const before = new Int32Array(links.length).fill(-1)
  let last = -1
  for (let k = 0; k < links.length; k++) {
    for (let l = 0; l < k; l++) {
      if (links[l]!.now <= links[k]!.now && best[l]! > best[k]!) {
        best[k] = best[l]!
        before[k] = l
      }
    }
    best[k] = best[k]! + links[k]!.weight
    if (last < 0 || best[k]! > best[last]!) last = k
  }
  const kept: Link[] = []
  for (let k = last; k >= 0; k = before[k]!) kept.unshift(links[k]!)
  return kept
}
