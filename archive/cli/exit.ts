import type { ErrorCode, StetError } from '../errors.ts'

/** Exit status of the command: fine, failed (or different, or wrong), used wrongly. */
export const EXIT = { fine: 0, failed: 1, usage: 2 } as const

const USED_WRONGLY: ReadonlySet<ErrorCode> = new Set(['usage', 'invalid-url', 'ambiguous'])

export function exitCodeOf(error: StetError): number {
  return USED_WRONGLY.has(error.code) ? EXIT.usage : EXIT.failed
}
