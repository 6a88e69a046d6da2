import { ClaimedDigest } from './digest.ts'
import { bareFieldOf, type Fields, fieldOf, parseFields } from './fields.ts'
import { headEnd, holdsHttp, type HttpHead, MAX_HEAD_BYTES, parseHttpHead } from './http-head.ts'

export interface RecordHead {
  readonly fields: Fields
  /** What `Content-Length` says; null where it says nothing usable. */
  readonly length: number | null
  readonly problems: readonly string[]
}

const NEEDED = ['WARC-Type', 'WARC-Record-ID', 'WARC-Date', 'Content-Length'] as const
const ONCE = [...NEEDED, 'WARC-Target-URI', 'WARC-Payload-Digest', 'WARC-Block-Digest'] as const
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z)?)?)?$/

/** Reads a record's own head (WARC 1.1, section 5) and notes what is wrong with it. */
export function readRecordHead(bytes: Buffer): RecordHead {
  const text = bytes.toString('utf8')
  const fields = parseFields(text.slice(text.indexOf('\n') + 1))
  const claimed = fieldOf(fields, 'Content-Length') ?? ''
  const length = /^\d{1,15}$/.test(claimed) ? Number(claimed) : null
  const missing = NEEDED.filter(name => fieldOf(fields, name) === null)
  const problems = missing.map(name => `it has no ${name}`)
  if (length === null && claimed !== '')
    problems.push(`its Content-Length "${claimed.slice(0, 40)}" is no length`)
  const date = fieldOf(fields, 'WARC-Date')
  if (date !== null && (!DATE.test(date) || Number.isNaN(Date.parse(date)))) {
    problems.push(`its WARC-Date "${date.slice(0, 40)}" is no date`)
  }
  for (const name of ONCE) {
    const values = fields.filter(([key]) => key.toLowerCase() === name.toLowerCase())
    if (values.length > 1) problems.push(`it has ${values.length} fields ${name}; the first one counts`)
  }
  const type = fieldOf(fields, 'WARC-Type')?.toLowerCase()
  const mime = fieldOf(fields, 'Content-Type')?.toLowerCase() ?? ''
  if (type === 'warcinfo' && mime !== '' && !mime.startsWith('application/warc-fields')) {
    problems.push(`it is a warcinfo record of the type ${mime.slice(0, 40)}, not application/warc-fields`)
  }
  problems.push(...segmentProblems(fields, type))
  return { fields, length, problems }
}

/** Source: WARC 1.1, sections 5.14 to 5.16: only the first segment has a type of its own. */
function segmentProblems(fields: Fields, type: string | undefined): string[] {
  const number = fieldOf(fields, 'WARC-Segment-Number')
  if (type === 'continuation') {
    const origin = fieldOf(fields, 'WARC-Segment-Origin-ID')
    const isPlaced = Number(number) > 1 && origin !== null
    return isPlaced ? [] : ['it goes on with a record that it does not name']
  }
  return number === null || number === '1'
    ? []
    : [`it says it is segment ${number.slice(0, 20)}, but not of what`]
}

export interface BlockFacts {
  readonly http: HttpHead | null
  readonly httpHeadBytes: number
  readonly blockBytes: number
  readonly problems: readonly string[]
  readonly payloadDiffers: boolean
}

/** Reads a block through once: its HTTP head, its length, and whether the digests that the record claims are true. */
export async function examineBlock(fields: Fields, block: AsyncIterable<Buffer>): Promise<BlockFacts> {
  const isRevisit = fieldOf(fields, 'WARC-Type')?.toLowerCase() === 'revisit'
  const whole = ClaimedDigest.of(fieldOf(fields, 'WARC-Block-Digest'))
  // The payload of a revisit stands in another record, and that of a segment in several.
  const isPart = fieldOf(fields, 'WARC-Segment-Number') !== null
  const payload = isRevisit || isPart ? null : ClaimedDigest.of(fieldOf(fields, 'WARC-Payload-Digest'))
  let start: Buffer | null = Buffer.alloc(0)
  let http: HttpHead | null = null
  let httpHeadBytes = 0
  let blockBytes = 0

  const begin = (bytes: Buffer, final: boolean): boolean => {
    const isHttp = holdsHttp(fields, bytes)
    const end = isHttp ? (headEnd(bytes) ?? (final ? bytes.length : null)) : 0
    if (end === null && bytes.length < MAX_HEAD_BYTES) return false
    httpHeadBytes = end ?? 0
    if (isHttp && end !== null) http = parseHttpHead(bytes.subarray(0, end))
    payload?.update(bytes.subarray(httpHeadBytes))
    return true
  }
  for await (const piece of block) {
    blockBytes += piece.length
    whole?.update(piece)
    if (start === null) payload?.update(piece)
    else {
      start = Buffer.concat([start, piece])
      if (begin(start, false)) start = null
    }
  }
  if (start !== null) begin(start, true)
  const problems = (whole?.fits() ?? true) ? [] : ['its bytes are not those of its WARC-Block-Digest']
  return { http, httpHeadBytes, blockBytes, problems, payloadDiffers: !(payload?.fits() ?? true) }
}

/** What a person can find a record by. */
export function nameOf(fields: Fields): string {
  return (
    bareFieldOf(fields, 'WARC-Target-URI') ?? bareFieldOf(fields, 'WARC-Record-ID') ?? 'a nameless record'
  )
}
