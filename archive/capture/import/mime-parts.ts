import {
  decodeQuotedPrintable,
  mimeEssence,
  mimeParameter,
  readMimeHeaders,
  type MimeHeaders,
} from './mime-headers.ts'

/** One leaf of a MIME message, its transfer encoding undone. */
export interface MimePart {
  readonly headers: MimeHeaders
  readonly mime: string
  readonly bytes: Uint8Array
}

const MAX_DEPTH = 8
const MAX_PARTS = 20_000
const CR = 13
const LF = 10

/** Headers end at the first empty line; without one, all of it is headers. */
export function splitHeaders(bytes: Buffer): { readonly headers: MimeHeaders; readonly body: Buffer } {
  const crlf = bytes.indexOf('\r\n\r\n')
  const lf = bytes.indexOf('\n\n')
  const useLf = lf >= 0 && (crlf < 0 || lf < crlf)
  const end = useLf ? lf : crlf
  if (end < 0) return { headers: readMimeHeaders(bytes.toString('latin1')), body: Buffer.alloc(0) }
  return {
    headers: readMimeHeaders(bytes.subarray(0, end).toString('latin1')),
    body: bytes.subarray(end + (useLf ? 2 : 4)),
  }
}

/** Start and end of each line `--boundary`, and whether it closes (RFC 2046, section 5.1.1). */
function* boundaries(
  body: Buffer,
  boundary: string,
): Generator<{ start: number; end: number; closes: boolean }> {
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 1)) {
    if (at > 0 && body[at - 1] !== LF) continue
    const after = at + mark.length
    const closes = body[after] === 45 && body[after + 1] === 45
    const newline = body.indexOf(LF, after)
    const rest = body.subarray(after, newline < 0 ? body.length : newline).toString('latin1')
    if (!/^(?:--)?[ \t]*\r?$/.test(rest)) continue
    yield { start: at, end: newline < 0 ? body.length : newline + 1, closes }
  }
}

/** The line end before a boundary belongs to the boundary. */
function withoutLineEnd(bytes: Buffer): Buffer {
  if (bytes.at(-1) !== LF) return bytes
  return bytes.subarray(0, bytes.at(-2) === CR ? -2 : -1)
}

function splitParts(body: Buffer, boundary: string): Buffer[] {
  const parts: Buffer[] = []
  let from: number | null = null
  for (const { start, end, closes } of boundaries(body, boundary)) {
    if (from !== null) parts.push(withoutLineEnd(body.subarray(from, start)))
    from = closes ? null : end
    if (closes || parts.length >= MAX_PARTS) break
  }
  // A file cut off before its closing boundary still has the beginning of its last part.
  if (from !== null && parts.length < MAX_PARTS) parts.push(body.subarray(from))
  return parts
}

function undoTransfer(body: Buffer, coding: string | undefined): Uint8Array {
  switch (coding?.toLowerCase().trim()) {
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64')
    case 'quoted-printable':
      return decodeQuotedPrintable(body)
    default:
      return body
  }
}

/** The leaves of a MIME message in order, multiparts opened (RFC 2045, 2046). Bodies are bytes: 8bit and binary stay whole. */
export function readMimeParts(message: Buffer, depth = 0): readonly MimePart[] {
  const { headers, body } = splitHeaders(message)
  const contentType = headers.get('content-type')
  const mime = mimeEssence(contentType) ?? 'text/plain'
  const boundary = mime.startsWith('multipart/') ? mimeParameter(contentType, 'boundary') : null
  if (boundary && depth < MAX_DEPTH)
    return splitParts(body, boundary).flatMap(part => readMimeParts(part, depth + 1))
  return [{ headers, mime, bytes: undoTransfer(body, headers.get('content-transfer-encoding')) }]
}
