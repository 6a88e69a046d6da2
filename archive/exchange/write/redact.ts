import { isSecretHeader, LEFT_OUT } from '../../model/secrets/headers.ts'
import { type KeptRecord, KEPT_RECORDS_PATH, type KeptRecords } from '../kept-records.ts'
import { holdsHttp } from '../warc/http-head.ts'

const HAR = 'data/network.har'

interface Pair {
  readonly name: string
  readonly value: string
}

function withoutSecrets(message: Record<string, unknown>): Record<string, unknown> {
  const headers = (message['headers'] ?? []) as readonly Pair[]
  const cookies = (message['cookies'] ?? []) as readonly Pair[]
  return {
    ...message,
    headers: headers.map(pair => (isSecretHeader(pair.name) ? { ...pair, value: LEFT_OUT } : pair)),
    cookies: cookies.map(pair => ({ ...pair, value: LEFT_OUT })),
  }
}

/** A HAR without the values of cookies and credentials: captures of an earlier Stet kept them. */
function redactedHar(har: unknown): unknown {
  const { log } = har as { log: { entries: readonly Record<string, unknown>[] } }
  const entries = log.entries.map(entry => ({
    ...entry,
    request: withoutSecrets(entry['request'] as Record<string, unknown>),
    response: withoutSecrets(entry['response'] as Record<string, unknown>),
  }))
  return { log: { ...log, entries } }
}

/**
 * A record of somebody else's without the lines of its HTTP head that may sign somebody in, those that go on with one
 * among them. The same object where there is none.
 */
export function redactedRecord(kept: KeptRecord): KeptRecord {
  const { fields, start } = kept
  if (!holdsHttp(fields, Buffer.from(start, 'latin1'))) return kept
  let leaves = false
  const lines = start.split(/(?<=\n)/).filter((line, i) => {
    const isFollowing = /^[ \t]/.test(line)
    if (i > 0 && !isFollowing) leaves = isSecretHeader(line.split(':', 1)[0]!.trim())
    return !leaves
  })
  const left = lines.join('')
  return left === start ? kept : { ...kept, start: left }
}

/** A file of a bag as it may leave the archive: the same bytes where nothing in it has to stay. */
export function redactedFile(path: string, bytes: Buffer): Buffer {
  if (path !== HAR && path !== KEPT_RECORDS_PATH) return bytes
  const told: unknown = JSON.parse(bytes.toString('utf8'))
  const left =
    path === HAR
      ? redactedHar(told)
      : { ...(told as KeptRecords), records: (told as KeptRecords).records.map(redactedRecord) }
  return JSON.stringify(left) === JSON.stringify(told)
    ? bytes
    : Buffer.from(JSON.stringify(left, null, 2) + '\n')
}
