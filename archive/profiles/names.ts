import { StetError } from '../errors.ts'
import { sha256Hex } from '../model/hash.ts'

const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._@-]*[\p{L}\p{M}\p{N}])?$/u
const MAX_LENGTH = 60

/** A profile's name in the form it is kept under. Throws `usage` for what is no name. */
export function checkedName(text: string): string {
  const name = text.normalize('NFC').trim()
  if (name.length <= MAX_LENGTH && NAME.test(name)) return name
  throw new StetError(
    'usage',
    `"${text}" is no name for a profile. Take ${MAX_LENGTH} letters or digits at most; spaces, dots, hyphens, underscores and @ may stand between them.`,
    { name: text },
  )
}

/** Letters for people, and a hash: two names never share a file, on any file system, however it treats case. */
export function fileOfName(name: string): string {
  const folded = name.toLowerCase()
  const readable = folded.replaceAll(/[^a-z0-9]+/g, '-').slice(0, 30)
  return `${readable}.${sha256Hex(folded).slice(0, 16)}.json`
}
