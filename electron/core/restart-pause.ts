const LIVED_LONG_MS = 30_000
const PAUSES_MS = [0, 1_000, 2_000, 5_000, 10_000] as const

/** How long to wait before a process is started again: at once, unless it keeps dying young. */
export class RestartPause {
  #diedYoung = 0

  /** @param livedMs how long the process that just ended had been running */
  next(livedMs: number): number {
    this.#diedYoung = livedMs >= LIVED_LONG_MS ? 0 : this.#diedYoung + 1
    return PAUSES_MS[Math.min(Math.max(this.#diedYoung - 1, 0), PAUSES_MS.length - 1)]!
  }
}
