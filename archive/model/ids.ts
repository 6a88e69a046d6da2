import { randomBytes } from 'node:crypto'
import { sha256Hex } from './hash.ts'

/** `s` and 16 hex digits of the SHA-256 of the source's canonical URL: the same after every rebuild. */
export type SourceId = string

/** 16 random hex digits. A snapshot's folder is named `<basic time>-<id>`. */
export type SnapshotId = string

export function sourceIdOf(canonicalUrl: string): SourceId {
  return 's' + sha256Hex(canonicalUrl).slice(0, 16)
}

/** The URL-like name of an imported file that has none of its own, from its bytes: `file:sha256-<64 hex>`. */
export function fileUrlOf(contentSha256: string): string {
  return `file:sha256-${contentSha256}`
}

export function newSnapshotId(): SnapshotId {
  return randomBytes(8).toString('hex')
}
