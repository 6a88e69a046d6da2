/** Shortest time between two events of one job, in milliseconds. */
const TELL_EVERY_MS = 100

/** Tells of many things that change often: each at most once in `TELL_EVERY_MS`, and its last state always. */
export class PacedTelling {
  readonly #tell: (id: string) => void
  readonly #timers = new Map<string, NodeJS.Timeout>()
  readonly #untold = new Set<string>()

  constructor(tell: (id: string) => void) {
    this.#tell = tell
  }

  /** It changed. */
  soon(id: string): void {
    if (this.#timers.has(id)) return void this.#untold.add(id)
    this.now(id)
    const timer = setTimeout(() => {
      this.#timers.delete(id)
      if (this.#untold.has(id)) this.soon(id)
    }, TELL_EVERY_MS)
    this.#timers.set(id, timer.unref())
  }

  /** It changed in a way that waits for nothing. */
  now(id: string): void {
    this.#untold.delete(id)
    this.#tell(id)
  }

  /** Nothing more is told of it. */
  forget(id: string): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
    this.#untold.delete(id)
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
  }
}
