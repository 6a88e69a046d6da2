/**
 * `log.head`: number and SHA-256 of the log's last line, rewritten after each append. Without it nobody could
 * tell that the last lines were cut off.
 */
export interface LogHead {
  readonly seq: number
  readonly hash: string
}

const WIDTH = 12
const FORM = new RegExp(`^(\\d{${WIDTH}})  ([0-9a-f]{64})\\n$`)

export function headText(head: LogHead): string {
  return `${String(head.seq).padStart(WIDTH, '0')}  ${head.hash}\n`
}

/** Null where the text is not a head. */
export function parseHead(text: string): LogHead | null {
  const match = FORM.exec(text)
  return match ? { seq: Number(match[1]), hash: match[2]! } : null
}
