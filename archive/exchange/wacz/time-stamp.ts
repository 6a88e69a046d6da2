import { createHash } from 'node:crypto'

/** What a time stamp says. Source: RFC 3161, section 2.4.2. */
export interface TimeStamp {
  /** RFC 3339; when its maker says it was made. */
  readonly at: string
  /** Whether it was made for these bytes. */
  readonly fits: boolean
}

interface Part {
  readonly tag: number
  readonly body: Buffer
}

const SEQUENCE = 0x30
const OCTETS = 0x04
const OBJECT_ID = 0x06
const GENERALIZED_TIME = 0x18
const CONTEXT_0 = 0xa0

/** The parts of a DER value, one after the other. Throws `RangeError` where it is none. Source: X.690, section 8.1. */
function partsOf(bytes: Buffer): readonly Part[] {
  const parts: Part[] = []
  for (let at = 0; at < bytes.length;) {
    const tag = bytes.readUInt8(at)
    const first = bytes.readUInt8(at + 1)
    const long = first > 0x80 ? first - 0x80 : 0
    const length = long === 0 ? first : bytes.readUIntBE(at + 2, long)
    const start = at + 2 + long
    if (start + length > bytes.length) throw new RangeError('A part is longer than what holds it.')
    parts.push({ tag, body: bytes.subarray(start, start + length) })
    at = start + length
  }
  return parts
}

const inside = (parts: readonly Part[], tag: number): readonly Part[] =>
  partsOf(parts.find(part => part.tag === tag)!.body)

const HASHES: Readonly<Record<string, string>> = {
  '608648016503040201': 'sha256',
  '608648016503040202': 'sha384',
  '608648016503040203': 'sha512',
  '2b0e03021a': 'sha1',
}

function timeOf(text: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\.\d+)?Z$/.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute, second, fraction = ''] = match
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** The fields of `TSTInfo` in an answer (`TimeStampResp`) or in a token alone. Source: RFC 5652, section 5.1. */
function stampInfo(der: Buffer): readonly Part[] {
  const outer = inside(partsOf(der), SEQUENCE)
  const token = outer[0]!.tag === OBJECT_ID ? outer : partsOf(outer[1]!.body)
  const signedData = inside(inside(token, CONTEXT_0), SEQUENCE)
  const content = inside(signedData, SEQUENCE)
  return inside(inside(inside(content, CONTEXT_0), OCTETS), SEQUENCE)
}

/**
 * Reads a time stamp (base64 of DER) that was made for `text`; null for what is none. Who made it is not looked at: a
 * stamp that fits says when, as far as its maker is believed.
 */
export function readTimeStamp(base64: string, text: string): TimeStamp | null {
  try {
    const info = stampInfo(Buffer.from(base64, 'base64'))
    const [algorithm, digest] = inside(info, SEQUENCE)
    const name = HASHES[partsOf(algorithm!.body)[0]!.body.toString('hex')]
    const at = timeOf(info.find(({ tag }) => tag === GENERALIZED_TIME)!.body.toString('latin1'))
    if (!name || at === null) return null
    return { at, fits: createHash(name).update(text).digest().equals(digest!.body) }
  } catch {
    return null
  }
}
