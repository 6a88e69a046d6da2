import { StetError, type ErrorCode, type ErrorData } from '../errors.ts'

const CODE_BY_ERRNO: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'archive-readonly',
  EACCES: 'archive-readonly',
  EPERM: 'archive-readonly',
}

/** SQLite result codes (sqlite.org/rescode.html): FULL, READONLY, CANTOPEN. */
const CODE_BY_SQLITE: Readonly<Record<number, ErrorCode>> = {
  13: 'disk-full',
  8: 'archive-readonly',
  14: 'archive-readonly',
}

const ADVICE: Readonly<Partial<Record<ErrorCode, string>>> = {
  'disk-full':
    'The disk is full (or a quota is reached). Make room and try again; what was saved before is safe.',
  'archive-readonly':
    'The archive folder cannot be written. Check its permissions and whether the disk is mounted read-only; nothing was changed.',
}

/** The system's name of a failure (`ENOENT`), or Node's (`ERR_SQLITE_ERROR`); null where there is none. */
export function errnoOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** SQLite's result code without its extension; null where the failure is not SQLite's. */
export function sqliteCodeOf(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : null
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/**
 * Turns a failure of the file system or of SQLite into a StetError: `disk-full`, `archive-readonly` or `io`.
 * `doing` is what was tried, as a whole sentence ("The snapshot could not be saved.").
 */
export function ioError(error: unknown, doing: string, data: ErrorData = {}): StetError {
  if (error instanceof StetError) return error
  const errno = errnoOf(error)
  const code = CODE_BY_ERRNO[errno ?? ''] ?? CODE_BY_SQLITE[sqliteCodeOf(error) ?? 0] ?? 'io'
  const advice = ADVICE[code] ?? `The system says: ${messageOf(error)}.`
  return new StetError(code, `${doing} ${advice}`, { ...data, errno }, error)
}
