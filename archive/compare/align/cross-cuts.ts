import type { Side } from '../segment/side.ts'
import type { Vocabulary } from '../segment/vocabulary.ts'

/**
 * Thai writes no mark at the end of a sentence, and where two sentences were joined without even a space
 * neither text alone shows the border. Both together do: where a stretch of one text begins (or ends) like a
 * stretch of the other and then goes on differently, the border lies where they part.
 */

/** Shared letters that tell a real common start from a coincidence, and letters a cut must leave over. */
const LEAST_SHARED = 8
const LEAST_REST = 4
/** Letters by which places are looked up. */
const LEAST_START = 4
/** Stretches looked at for one stretch. */
const MOST_RIVALS = 16

interface Unit {
  readonly side: 0 | 1
  readonly loose: boolean
  readonly start: number
  readonly end: number
}

function isUnsure(side: Side): boolean {
  return side.joins.size > 0 || side.loose.includes(true)
}

/** Both texts with further borders inside their loose sentences; the texts themselves where there are none. */
export function withCrossCuts(from: Side, to: Side, vocabulary: Vocabulary): readonly [Side, Side] {
  if (!isUnsure(from) && !isUnsure(to)) return [from, to]
  const sides = [from, to] as const
  const units = unmatchedUnits(sides, vocabulary)
  const cuts = [new Set<number>(), new Set<number>()] as const
  for (const direction of [1, -1] as const) {
    for (const near of [0, 1] as const) {
      const far = near === 0 ? 1 : 0
      const places = placesByStart(sides[far], units[far], direction)
      for (const unit of units[near]) {
        const start = startAt(sides[near], unit, edge(unit, direction), direction)
        for (const place of (places.get(start) ?? []).slice(0, MOST_RIVALS)) {
          const shared = sharedTokens(sides, unit, place, direction, vocabulary)
          if (shared === 0) continue
          cut(cuts[near], sides[near], unit, edge(unit, direction) + shared * direction, direction)
          cut(cuts[far], sides[far], place.unit, place.at, direction)
          cut(cuts[far], sides[far], place.unit, place.at + shared * direction, direction)
        }
      }
    }
  }
  return [recut(from, cuts[0]), recut(to, cuts[1])]
}

/** A place inside a stretch of the other text. */
interface Place {
  readonly unit: Unit
  readonly at: number
}

/** The first token of a stretch, or its last where it is read backwards. */
function edge(unit: Unit, direction: 1 | -1): number {
  return direction > 0 ? unit.start : unit.end - 1
}

/** The tokens from a place on, up to some letters: what two places with a common start must both have. */
function startAt(side: Side, unit: Unit, at: number, direction: 1 | -1): string {
  let start = ''
  let letters = 0
  for (let t = at; letters < LEAST_START && t >= unit.start && t < unit.end; t += direction) {
    start += `${side.ids[t]!} `
    letters += side.ends[t]! - side.starts[t]!
  }
  return start
}

function placesByStart(side: Side, units: readonly Unit[], direction: 1 | -1): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  for (const unit of units) {
    for (let at = edge(unit, direction); at >= unit.start && at < unit.end; at += direction) {
      const start = startAt(side, unit, at, direction)
      const list = places.get(start)
      if (list) list.push({ unit, at })
      else places.set(start, [{ unit, at }])
    }
  }
  return places
}

/**
 * Cuts before token `at` (behind it where the stretch is read backwards), at the nearest border of a word on the
 * way back, unless too little were left over.
 */
function cut(cuts: Set<number>, side: Side, unit: Unit, at: number, direction: 1 | -1): void {
  let border = direction > 0 ? at : at + 1
  while (side.goesOn.has(border)) border -= direction
  const left = side.starts[border]
  if (border <= unit.start || border >= unit.end || left === undefined) return
  if (!unit.loose && !side.joins.has(border)) return
  const before = left - side.starts[unit.start]!
  const after = side.ends[unit.end - 1]! - left
  if (Math.min(before, after) >= LEAST_REST) cuts.add(border)
}

/** Sentences of each side that the other side does not have as they are. */
function unmatchedUnits(sides: readonly [Side, Side], vocabulary: Vocabulary): readonly [Unit[], Unit[]] {
  const keys = sides.map(side =>
    Array.from({ length: side.sentences }, (_, s) =>
      side.ids.slice(side.first[s], side.first[s + 1]).join(' '),
    ),
  )
  const known = keys.map(list => new Set(list))
  const of = (side: 0 | 1) =>
    keys[side]!.flatMap((key, s) =>
      known[1 - side]!.has(key)
        ? []
        : [
            {
              side,
              loose: sides[side].loose[s]!,
              start: sides[side].first[s]!,
              end: sides[side].first[s + 1]!,
            },
          ],
    ).filter(unit => lettersOf(sides[side], unit.start, unit.end, vocabulary) >= LEAST_SHARED)
  return [of(0), of(1)]
}

/** Tokens a stretch shares with a place of the other text, from its edge on; 0 where they are too few. */
function sharedTokens(
  sides: readonly [Side, Side],
  unit: Unit,
  place: Place,
  direction: 1 | -1,
  vocabulary: Vocabulary,
): number {
  const { ids } = sides[unit.side]
  const others = sides[place.unit.side].ids
  let letters = 0
  let shared = 0
  for (let a = edge(unit, direction), b = place.at; ; a += direction, b += direction, shared++) {
    if (a < unit.start || a >= unit.end || b < place.unit.start || b >= place.unit.end) break
    if (ids[a] !== others[b]) break
    letters += vocabulary.lengths[ids[a]!]!
  }
  return letters >= LEAST_SHARED ? shared : 0
}

function lettersOf(side: Side, start: number, end: number, vocabulary: Vocabulary): number {
  let letters = 0
  for (let t = start; t < end; t++) letters += vocabulary.lengths[side.ids[t]!]!
  return letters
}

function recut(side: Side, cuts: ReadonlySet<number>): Side {
  if (cuts.size === 0) return side
  const first: number[] = []
  const paragraphs: number[] = []
  const loose: boolean[] = []
  for (let s = 0; s < side.sentences; s++) {
    for (let t = side.first[s]!; t < side.first[s + 1]!; t++) {
      if (t > side.first[s]! && !cuts.has(t)) continue
      first.push(t)
      paragraphs.push(side.paragraphs[s]!)
      loose.push(side.loose[s]!)
    }
  }
  const sentences = first.length
  first.push(side.ids.length)
  return { ...side, first, paragraphs, loose, sentences }
}
