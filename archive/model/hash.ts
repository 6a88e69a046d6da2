import { createHash } from 'node:crypto'

/** SHA-256 as 64 lower-case hex digits, as `sha256sum` prints it. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
