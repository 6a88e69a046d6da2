/**
 * Every way Stet can refuse or fail, as one closed set. Hosts decide by `code`, people read `message`,
 * and `message` always says what happened, to what, what is safe, and what to do next.
 */
export const ERROR_CODES = [
  'usage', // the call itself is wrong: a bad option, an unknown command, an id that names nothing usable
  'not-found', // no such archive, source, snapshot or file
  'ambiguous', // a prefix that fits more than one id
  'invalid-url', // not a URL, or a scheme Stet does not capture
  'private-address', // a page, redirect or list led to a private or loopback address
  'network', // dns, tls, refused, offline, timeout: data.reason holds the reason code
  'too-large', // a limit in bytes was reached
  'bad-input', // a file that is not what it says it is
  'archive-locked', // another process writes to this archive
  'archive-damaged', // evidence (a bag, the log) is not as it was written
  'archive-newer', // made by a newer Stet
  'archive-readonly', // the folder cannot be written
  'disk-full', // no space left, or a quota reached
  'io', // any other failure of the file system
  'worker', // a worker thread ran out of time or memory, or died
  'cancelled', // the person stopped it
  'internal', // a fault in Stet itself
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export type ErrorData = Readonly<Record<string, unknown>>

/** What crosses a process boundary: structured clone drops the fields of Error subclasses. */
export interface StetErrorJson {
  readonly code: ErrorCode
  readonly message: string
  readonly data: ErrorData
}

/** The only error that leaves the core. `data` holds the facts (path, url, snapshotId …) as plain JSON. */
export class StetError extends Error {
  override readonly name = 'StetError'
  readonly code: ErrorCode
  readonly data: ErrorData

  constructor(code: ErrorCode, message: string, data: ErrorData = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.data = data
  }

  toJSON(): StetErrorJson {
    return { code: this.code, message: this.message, data: this.data }
  }

  static fromJSON(json: StetErrorJson): StetError {
    return new StetError(json.code, json.message, json.data)
  }

  /** Wraps anything thrown; a StetError passes through as it is. */
  static from(error: unknown, code: ErrorCode, message: string, data: ErrorData = {}): StetError {
    return error instanceof StetError ? error : new StetError(code, message, data, error)
  }
}
