/** Zone names that mean one offset only. `EST`-like names are taken in their North American sense. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
  mez: '+01:00',
  mesz: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  sast: '+02:00',
  wib: '+07:00',
  wita: '+08:00',
  wit: '+09:00',
  hkt: '+08:00',
  sgt: '+08:00',
  jst: '+09:00',
  kst: '+09:00',
  aest: '+10:00',
  aedt: '+11:00',
  nzst: '+12:00',
  nzdt: '+13:00',
  brt: '-03:00',
}

const OFFSET = /^(?:utc|gmt)?\s*([+\u2212-])(\d{1,2})(?::?(\d{2}))?$/i

/** RFC 3339 offset of a written zone ("EST", "+0100", "GMT+2"), or null. */
export function zoneOffset(text: string): string | null {
  const written = text.trim().toLowerCase().replaceAll('.', '')
  if (Object.hasOwn(ZONES, written)) return ZONES[written] ?? null
  const match = OFFSET.exec(written)
  if (!match) return null
  const hours = Number(match[2])
  const minutes = Number(match[3] ?? 0)
  if (hours > 15 || minutes > 59) return null
  const sign = match[1] === '+' ? '+' : '-'
  return `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

const ZONE_NAMES = Object.keys(ZONES).join('|')
const CLOCK = new RegExp(
  '(?<!\\d)(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2}))?(?:\\.\\d+)?\\s*(a\\.?m\\.?|p\\.?m\\.?)?[\\s(,]*' +
    `((?:(?:utc|gmt)\\s*)?[+\\u2212-]\\d{1,2}:?(?:\\d{2})?(?!\\d)|(?:${ZONE_NAMES})(?![a-z]))`,
  'i',
)

/**
 * Time of day with its zone (`T14:05:00-05:00`) from words that follow or precede a date. Null where no zone is
 * printed: a time without a zone names no moment, and RFC 3339 cannot hold it.
 */
export function clockTime(text: string): string | null {
  const match = CLOCK.exec(text)
  if (!match) return null
  const [, h, m, s, half, zone] = match
  const offset = zoneOffset(zone ?? '')
  const afternoon = half?.toLowerCase().startsWith('p') ?? false
  let hour = Number(h)
  if (half) hour = (hour % 12) + (afternoon ? 12 : 0)
  if (offset === null || hour > 23 || Number(m) > 59 || Number(s ?? 0) > 59) return null
  return `T${String(hour).padStart(2, '0')}:${m}:${s ?? '00'}${offset}`
}

const LOCAL_CLOCK = /(?<![\d:.])(\d{1,2})[:.h](\d{2})(?::\d{2})?(?![\d:])\s*(?:([ap])\.?m\b)?/gi

/**
 * Time of day without its zone (`20:48:00`) from the line that a date stands in; null where none is printed, or
 * two that differ. Seconds are left out.
 */
export function localTime(line: string): string | null {
  const found = new Set<string>()
  for (const [, h, m, half] of line.slice(0, 400).matchAll(LOCAL_CLOCK)) {
    const hour = half ? (Number(h) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(h)
    if (hour <= 23 && Number(m) <= 59) found.add(`${String(hour).padStart(2, '0')}:${m}:00`)
  }
  return found.size === 1 ? [...found][0]! : null
}
