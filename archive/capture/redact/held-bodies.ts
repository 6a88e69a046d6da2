import { StetError } from '../../errors.ts'
import type { BodyRef } from '../../model/captured.ts'
import { sha256Hex } from '../../model/hash.ts'
import type { BodySink } from '../../ports/body-sink.ts'
import { sniffMime } from '../sniff.ts'
import { Replacer, type Replacement } from './replacer.ts'

interface Held {
  readonly bytes: Uint8Array
  readonly info: { readonly mime: string | null; readonly url: string }
}

/** A body in its place, and how many values were left out of it. */
export interface SettledBody {
  readonly ref: BodyRef
  readonly count: number
}

/** Larger texts than any page has, together, in bytes. */
const MAX_HELD_BYTES = 192 * 1024 * 1024
/** Files whose bytes are pressed or drawn: no text stands in them as it is. */
const NO_TEXT = /^(?:image|audio|video|font)\/|^application\/(?:pdf|gzip|zip|ogg|x-rar-compressed)$/

/**
 * Holds the bodies of one capture back until it is known what may not be kept of them: a site gives new sign-ins while
 * its page loads, and what it wrote before is not on the disk by then. Pictures, films and fonts go through.
 */
export class HeldBodies implements BodySink {
  readonly #sink: BodySink
  /** By the SHA-256 of what was received, in the order in which it came. */
  readonly #held = new Map<string, Held>()
  #bytes = 0

  constructor(sink: BodySink) {
    this.#sink = sink
  }

  put(bytes: Uint8Array, info: Held['info']): Promise<BodyRef> {
    if (NO_TEXT.test(sniffMime(bytes, null) ?? '')) return this.#sink.put(bytes, info)
    const sha256 = sha256Hex(bytes)
    if (!this.#held.has(sha256)) {
      this.#bytes += bytes.byteLength
      if (this.#bytes > MAX_HELD_BYTES) return Promise.reject(tooMuch())
      this.#held.set(sha256, { bytes, info })
    }
    return Promise.resolve({ path: `held:${sha256}`, sha256, bytes: bytes.byteLength })
  }

  /** Everything that is held, as it was received. */
  get bodies(): readonly Uint8Array[] {
    return Array.from(this.#held.values(), ({ bytes }) => bytes)
  }

  /**
   * Puts everything where it belongs, without what `replacements` name. Gives each body's place by the SHA-256 of what
   * was received, and what is to be replaced in everything else: a document that changed is called by another name.
   */
  async settle(replacements: readonly Replacement[]): Promise<{
    readonly bodies: ReadonlyMap<string, SettledBody>
    readonly replacer: Replacer
  }> {
    const bodies = new Map<string, SettledBody>()
    const all = [...replacements]
    let replacer = new Replacer(all)
    // Documents of frames come before those that hold them.
    for (const [sha256, { bytes, info }] of this.#held) {
      const left = replacer.replace(bytes)
      const ref = await this.#sink.put(left.bytes, info)
      bodies.set(sha256, { ref, count: left.count })
      if (ref.sha256 === sha256) continue
      const [from, to] = [sha256, ref.sha256].map(hash => Buffer.from(`urn:sha256:${hash}`))
      all.push({ from: from!, to: to! })
      replacer = new Replacer(all)
    }
    return { bodies, replacer }
  }
}

function tooMuch(): StetError {
  const megabytes = MAX_HELD_BYTES / 1024 / 1024
  return new StetError(
    'too-large',
    `The page's texts are larger than ${megabytes} MB together. With a profile all of them are searched for what signs you in, so such a page is not captured with one.`,
  )
}
