/** Times that platforms write into their ids. Each is a claim of ours, not of the page. */

/** First and last moment believed, in milliseconds: before, no such platform; after, the id is something else. */
const EARLIEST = Date.UTC(2006, 0)
const LATEST = Date.UTC(2100, 0)

function believable(ms: number): number | null {
  return ms >= EARLIEST && ms < LATEST ? ms : null
}

/**
 * Time of a snowflake: an id whose upper bits count milliseconds since `epochMs`, above `bits` bits of
 * counter. Null where the digits are no number or the time is not believable.
 */
export function snowflakeTime(digits: string, bits: bigint, epochMs: number): number | null {
  if (!/^\d{1,20}$/.test(digits)) return null
  return believable(Number(BigInt(digits) >> bits) + epochMs)
}

/** As `snowflakeTime` for ids that count whole seconds since 1970 above 32 bits (TikTok). */
export function secondsTime(digits: string): number | null {
  if (!/^\d{1,20}$/.test(digits)) return null
  return believable(Number(BigInt(digits) >> 32n) * 1000)
}

/** The number that `text` writes in base 64 or base 32 with this alphabet; null where a character is none of it. */
function numberFrom(text: string, alphabet: string): bigint | null {
  const base = BigInt(alphabet.length)
  let value = 0n
  for (const letter of text) {
    const digit = alphabet.indexOf(letter)
    if (digit < 0) return null
    value = value * base + BigInt(digit)
  }
  return value
}

/** Time of an AT Protocol TID: 13 characters, microseconds since 1970 above 10 bits of clock id. */
export function tidTime(tid: string): number | null {
  if (tid.length !== 13) return null
  const value = numberFrom(tid, '234567abcdefghijklmnopqrstuvwxyz')
  return value === null ? null : believable(Math.floor(Number(value >> 10n) / 1000))
}

const SHORTCODE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Time of an Instagram or Threads shortcode: the post's number in base 64, milliseconds above 23 bits. Codes of
 * private posts carry a longer tail, which is no part of the number.
 */
export function shortcodeTime(code: string): number | null {
  const number = numberFrom(code.slice(0, 11), SHORTCODE)
  return number === null ? null : snowflakeTime(String(number), 23n, 1314220021721)
}
