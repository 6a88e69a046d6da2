/** Bytes to look for, and what to write in their place. */
export interface Replacement {
  readonly from: Uint8Array
  readonly to: Uint8Array
}

const BLOCKS = 0x1_0000

/**
 * Looks for many texts at once and replaces them, in time that grows with the bytes and not with the texts: most places
 * are never looked at (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994; blocks of two bytes). Where
 * several fit at one place the longest counts.
 */
export class Replacer {
  readonly #shortest: number
  /** How far the next place can be, by the last two bytes of a window. */
  readonly #shifts = new Uint8Array(BLOCKS)
  readonly #buckets = new Map<number, Replacement[]>()

  /** Texts of less than two bytes are not looked for. */
  constructor(replacements: readonly Replacement[]) {
    const usable = replacements.filter(({ from }) => from.length >= 2)
    this.#shortest = usable.reduce((least, { from }) => Math.min(least, from.length), 255)
    this.#shifts.fill(this.#shortest - 1)
    for (const replacement of usable) this.#enter(replacement)
    for (const bucket of this.#buckets.values()) bucket.sort((a, b) => b.from.length - a.from.length)
  }

  get isEmpty(): boolean {
    return this.#buckets.size === 0
  }

  #enter(replacement: Replacement): void {
    const { from } = replacement
    const last = this.#shortest - 2
    for (let i = 0; i <= last; i++) {
      const block = (from[i]! << 8) | from[i + 1]!
      this.#shifts[block] = Math.min(this.#shifts[block]!, last - i)
      if (i < last) continue
      const bucket = this.#buckets.get(block)
      if (bucket) bucket.push(replacement)
      else this.#buckets.set(block, [replacement])
    }
  }

  /** `bytes` with everything replaced, and how often; the same array where nothing was found. */
  replace(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly count: number } {
    if (this.isEmpty) return { bytes, count: 0 }
    const pieces: Uint8Array[] = []
    let kept = 0
    let count = 0
    const last = this.#shortest - 2
    for (let at = last; at + 1 < bytes.length;) {
      const block = (bytes[at]! << 8) | bytes[at + 1]!
      const shift = this.#shifts[block]!
      if (shift > 0) {
        at += shift
        continue
      }
      const start = at - last
      const found = this.#buckets.get(block)?.find(({ from }) => isAt(bytes, start, from))
      if (!found) {
        at++
        continue
      }
      pieces.push(bytes.subarray(kept, start), found.to)
      kept = start + found.from.length
      at = kept + last
      count++
    }
    if (count === 0) return { bytes, count }
    return { bytes: Buffer.concat([...pieces, bytes.subarray(kept)]), count }
  }

  replaceText(text: string): { readonly text: string; readonly count: number } {
    if (this.isEmpty || text.length < this.#shortest) return { text, count: 0 }
    const { bytes, count } = this.replace(Buffer.from(text))
    return count === 0 ? { text, count } : { text: Buffer.from(bytes).toString('utf8'), count }
  }
}

function isAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  if (at < 0 || at + wanted.length > bytes.length) return false
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false
  return true
}
