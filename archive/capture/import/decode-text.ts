import { isUtf8 } from 'node:buffer'
import { getBOMEncoding, legacyHookDecode } from '@exodus/bytes/encoding.js'

/**
 * Reads a plain text, which carries no label: byte order mark, else UTF-8 where the bytes are valid UTF-8, else
 * windows-1252, the Encoding Standard's own last resort, in which every byte is a character.
 */
export function decodeText(bytes: Uint8Array): string {
  const charset = getBOMEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  return legacyHookDecode(bytes, charset).replace(/^\ufeff/, '')
}
