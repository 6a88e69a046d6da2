/** Reads from a flow of chunks in steps. Whoever abandons it must call `close`. */
export class ByteReader {
  readonly #chunks: AsyncGenerator<Buffer>
  #held: Buffer = Buffer.alloc(0)
  #ended = false

  constructor(chunks: AsyncGenerator<Buffer>) {
    this.#chunks = chunks
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false
    const { value, done } = await this.#chunks.next()
    if (done) this.#ended = true
    else this.#held = this.#held.length > 0 ? Buffer.concat([this.#held, value]) : value
    return !done
  }

  /** The next `length` bytes without taking them; fewer at the end. */
  async peek(length: number): Promise<Buffer> {
    while (this.#held.length < length && (await this.#more()));
    return this.#held.subarray(0, length)
  }

  skip(length: number): void {
    this.#held = this.#held.subarray(length)
  }

  /** Up to `length` bytes, piece by piece: fewer where the flow ends. */
  async *take(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0;) {
      if (this.#held.length === 0 && !(await this.#more())) return
      const piece = this.#held.subarray(0, left)
      this.#held = this.#held.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }

  async close(): Promise<void> {
    await this.#chunks.return(undefined)
  }
}
