import type { BodyRef, CapturedResources } from '../model/captured.ts'
import type { Warning } from '../model/snapshot.ts'
import { harEntry } from './har.ts'
import type { HarEntry } from './har-types.ts'

export type StoredBody = BodyRef & { readonly mime: string | null }

/** What was fetched besides the page, and every exchange it took. */
export interface FetchedResources extends CapturedResources {
  readonly entries: readonly HarEntry[]
}

/** Why an address was never asked for. One warning per reason is enough for a person. */
const SKIPS = {
  'too-many':
    'The page names more files than the limit. The rest was left out; allow more resources to have them.',
  'too-deep': 'Frames or style sheets lie deeper than the limit. The deepest were left out.',
  'too-much':
    'The files of the page are larger together than the limit. The rest was left out; allow more bytes to have them.',
  'too-late': 'The capture reached its time limit. What had not arrived by then was left out.',
} as const

export type SkipReason = keyof typeof SKIPS

/** Keeps the books of one capture's resources. */
export class ResourceLedger {
  readonly #bodies = new Map<string, StoredBody>()
  readonly #entries: HarEntry[] = []
  readonly #skipReasons = new Set<SkipReason>()
  #failed = 0
  #skipped = 0
  #bytes = 0

  /** Decoded bytes kept so far. */
  get bytes(): number {
    return this.#bytes
  }

  write(entry: HarEntry): void {
    this.#entries.push(entry)
  }

  keep(url: string, body: StoredBody): void {
    this.#bodies.set(url, body)
    this.#bytes += body.bytes
  }

  fail(): void {
    this.#failed++
  }

  skip(reason: SkipReason, facts: { url: string; kind: string; initiator: string | null; at: string }): void {
    this.#skipped++
    this.#skipReasons.add(reason)
    const { url, kind, initiator, at } = facts
    const error = `skipped: ${SKIPS[reason]}`
    this.write(
      harEntry({
        url,
        kind,
        initiator,
        startedAt: at,
        requestHeaders: [],
        response: null,
        error,
        body: null,
      }),
    )
  }

  close(): FetchedResources {
    const kept = this.#bodies.size
    const wanted = kept + this.#failed + this.#skipped
    const warnings: Warning[] = [...this.#skipReasons].map(code => ({
      code: `resources-${code}`,
      message: SKIPS[code],
    }))
    return {
      bodies: this.#bodies,
      counts: { wanted, kept, failed: this.#failed, skipped: this.#skipped },
      warnings,
      entries: this.#entries,
    }
  }
}
