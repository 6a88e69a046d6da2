import type { LogFact, StoredFile } from './evidence.ts'
import type { Comparison } from '../model/comparison.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'
import type { SourcesComparison } from '../model/two-sources.ts'

/** A block of an article and where its words stand in the compared text; an empty range where it has none. */
export interface ExhibitBlock {
  readonly kind: string
  readonly role: string | null
  /** Of a heading; null for other blocks. */
  readonly level: number | null
  readonly range: readonly [start: number, end: number]
}

/** One of the two snapshots: what it says, and what proves it. */
export interface ExhibitSide {
  readonly record: SnapshotRecord
  readonly fixityHash: string
  readonly site: string | null
  readonly byline: readonly string[]
  /** What the page claims of its own dates. */
  readonly published: string | null
  readonly modified: string | null
  readonly language: string | null
  readonly dir: 'ltr' | 'rtl'
  /** The text the comparison's offsets are into. */
  readonly text: string
  readonly blocks: readonly ExhibitBlock[]
  /** Every file of the bag. */
  readonly files: readonly StoredFile[]
  /** Folder of the bag, relative to the archive. */
  readonly bag: string
  /** Lines of the custody log about it: first its own, then the checks that found it unchanged. */
  readonly log: readonly LogFact[]
}

/** A picture that stands in one version and not, or not so, in the other. */
export interface ExhibitPicture {
  /** Index of the verdict's line that tells it. */
  readonly line: number
  readonly side: 'from' | 'to'
  readonly sha256: string
  readonly mime: string
  readonly bytes: Uint8Array
}

/** Everything an exhibit is made of. */
export interface ExhibitFacts {
  readonly from: ExhibitSide
  readonly to: ExhibitSide
  readonly comparison: Comparison
  /** What two sources share; null for two versions of one, of which `comparison` tells. */
  readonly sources: SourcesComparison | null
  readonly pictures: readonly ExhibitPicture[]
  /** Identity of the archive that holds both. */
  readonly archiveId: string
  readonly software: SnapshotRecord['software']
  /** Name of the rules that sorted the change into a class. */
  readonly rules: string
  /** RFC 3339, of this computer's clock. */
  readonly madeAt: string
}
