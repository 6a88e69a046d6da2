import { createHash, type Hash } from 'node:crypto'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const ALGORITHMS: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha512', 'md5'])

/** RFC 4648, section 6, without padding: how WARC writers spell SHA-1. */
export function base32(bytes: Uint8Array): string {
  let out = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      out += BASE32[(value >>> (bits - 5)) & 31]
      bits -= 5
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? out + BASE32[(value << (5 - bits)) & 31] : out
}

/** A digest that a record claims, to be worked out along with its bytes. */
export class ClaimedDigest {
  readonly #hash: Hash
  readonly #value: string

  private constructor(hash: Hash, value: string) {
    this.#hash = hash
    this.#value = value
  }

  /** Null where nothing is claimed, or by an algorithm that is not known here. A value that is none fits nothing. */
  static of(claim: string | null): ClaimedDigest | null {
    const match = /^([a-z0-9-]+):(.*)$/is.exec(claim ?? '')
    const name = match?.[1]!.toLowerCase().replace('-', '') ?? ''
    return match && ALGORITHMS.has(name) ? new ClaimedDigest(createHash(name), match[2]!) : null
  }

  update(bytes: Uint8Array): void {
    this.#hash.update(bytes)
  }

  /** Whether the bytes given are those that were claimed, in hexadecimal or in base 32. */
  fits(): boolean {
    const digest = this.#hash.digest()
    const value = this.#value.replace(/=+$/, '')
    return value.toLowerCase() === digest.toString('hex') || value.toUpperCase() === base32(digest)
  }
}

export function fitsDigest(claim: string | null, bytes: Uint8Array): boolean {
  const digest = ClaimedDigest.of(claim)
  digest?.update(bytes)
  return digest?.fits() ?? true
}
