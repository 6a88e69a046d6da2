/** A file of a bag, as its manifest has it. */
export interface StoredFile {
  /** `data/…`, forward slashes. */
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/** A line of the custody log and the hash that the next line repeats. */
export interface LogFact {
  readonly seq: number
  readonly at: string
  readonly type: string
  readonly sha256: string
}
