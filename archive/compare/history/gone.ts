/** Threads that ended, by what they said last: what comes back in the same words is the same thing. */
export class Gone {
  readonly #ids = new Map<string, number[]>()

  keep(key: string, id: number): void {
    const ids = this.#ids.get(key)
    if (ids) ids.push(id)
    else this.#ids.set(key, [id])
  }

  /** The one that ended last, which is then no longer kept; null where there is none. */
  take(key: string): number | null {
    return this.#ids.get(key)?.pop() ?? null
  }
}
