import { sha256Hex } from '../model/hash.ts'
import { canonicalJson } from '../model/json.ts'

/**
 * The form of every file that lowdb keeps for us: one line, the data as canonical JSON after its own SHA-256.
 * Canonical, so that the same data is always the same bytes; with a hash, so that damage is never read as data.
 */
const HEAD = '{"sha256":"'
const MIDDLE = '","data":'
const TAIL = '}\n'
const DATA_AT = HEAD.length + 64 + MIDDLE.length

export function checkedJson(data: unknown): string {
  const body = canonicalJson(data)
  return HEAD + sha256Hex(body) + MIDDLE + body + TAIL
}

/** The data of such a file, or undefined where a byte of it is not as written. */
export function readCheckedJson(text: string): unknown {
  const body = text.slice(DATA_AT, -TAIL.length)
  const whole = HEAD + sha256Hex(body) + MIDDLE + body + TAIL
  return whole === text ? JSON.parse(body) : undefined
}
