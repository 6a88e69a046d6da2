import { type Fields, fieldOf, parseFields } from './fields.ts'

/** The head of an HTTP message inside a record. */
export interface HttpHead {
  /** `HTTP/1.1 200 OK`, or a request line. */
  readonly startLine: string
  readonly headers: Fields
}

/** Longest head that is looked for, in bytes. */
export const MAX_HEAD_BYTES = 1024 * 1024

/** Where the head of a block ends (after its empty line); null where there is no such line. */
export function headEnd(bytes: Buffer): number | null {
  const crlf = bytes.indexOf('\r\n\r\n')
  const lf = bytes.indexOf('\n\n')
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return crlf + 4
  return lf >= 0 ? lf + 2 : null
}

/** Header bytes are read as Latin-1, which keeps every byte. */
export function parseHttpHead(head: Buffer): HttpHead {
  const text = head.toString('latin1')
  const line = text.split(/\r?\n/, 1)[0]!
  return { startLine: line.trim(), headers: parseFields(text.slice(line.length)) }
}

export interface StatusLine {
  readonly httpVersion: string
  readonly status: number
  readonly statusText: string
}

export function parseStatusLine(line: string): StatusLine | null {
  const match = /^(HTTP\/\d(?:\.\d)?)\s+(\d{3})(?:\s+(.*))?$/.exec(line)
  return match ? { httpVersion: match[1]!, status: Number(match[2]), statusText: match[3] ?? '' } : null
}

/** A record's block in two: the HTTP message's head where there is one, and the rest. */
export function parseRecordHead({ fields, block }: { readonly fields: Fields; readonly block: Buffer }): {
  readonly http: HttpHead | null
  readonly start: Buffer
  readonly body: Buffer
} {
  const end = holdsHttp(fields, block) ? (headEnd(block) ?? block.length) : 0
  const start = block.subarray(0, end)
  return { http: end > 0 ? parseHttpHead(start) : null, start, body: block.subarray(end) }
}

/** Whether a block is an HTTP message, as its record's type or its first bytes say. */
export function holdsHttp(fields: Fields, start: Buffer): boolean {
  const type = fieldOf(fields, 'WARC-Type')?.toLowerCase()
  if (type !== 'response' && type !== 'request' && type !== 'revisit') return false
  const mime = fieldOf(fields, 'Content-Type')?.toLowerCase() ?? ''
  if (mime !== '' && !mime.startsWith('application/http')) return false
  return /^(?:HTTP\/|[A-Z]+ \S+ HTTP\/)/.test(start.toString('latin1', 0, 4096)) || mime !== ''
}
