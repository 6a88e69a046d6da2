import { Gone } from './gone.ts'
import type { CutVersion } from './sentences.ts'
import type { Succession } from './succession.ts'
import { sighting, type Threads, valueOfWords } from './threads.ts'

/** Follows the sentences of the text. */
export class SentenceThreads {
  readonly #threads: Threads
  readonly #gone = new Gone()
  /** Per sentence of the version before: its thread and what it said. */
  #last: readonly { readonly id: number; readonly value: string }[] = []

  constructor(threads: Threads) {
    this.#threads = threads
  }

  /** Gives the thread of each sentence. `succession` is null for the first version. */
  see({ text, ranges, homes }: CutVersion, succession: Succession | null): number[] {
    const last = this.#last
    if (succession) this.#endThose(succession)
    const values = ranges.map(range => valueOfWords(text.slice(...range)))
    const ids = ranges.map((range, s) => {
      const value = values[s]!
      const seen = sighting(text.slice(...range), value, { range, ...homes[s]! })
      const before = last[succession?.before[s] ?? -1]
      if (before) {
        this.#threads.goOn(before.id, seen, succession!.moved.has(s))
        return before.id
      }
      const known = this.#gone.take(value)
      if (known !== null) this.#threads.comeBack(known, seen)
      return known ?? this.#threads.begin('sentence', seen, succession?.split.has(s) ? 'split' : 'added')
    })
    this.#last = ids.map((id, s) => ({ id, value: values[s]! }))
    return ids
  }

  #endThose({ before, merged }: Succession): void {
    const goesOn = new Set(before)
    this.#last.forEach(({ id, value }, s) => {
      if (goesOn.has(s)) return
      this.#threads.end(id, merged.has(s) ? 'merged' : 'removed')
      this.#gone.keep(value, id)
    })
  }
}
