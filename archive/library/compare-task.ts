import type { Article } from '../model/article.ts'
import type { Comparison, Range } from '../model/comparison.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'
import type { SourcesComparison } from '../model/two-sources.ts'
import type { ScreensAnswer } from './screens.ts'
import type { Mark } from './types.ts'

/** Two bags, by their folders. */
export interface CompareTask {
  readonly kind: 'mark' | 'pair' | 'screens'
  readonly from: string
  readonly to: string
}

/** A block of an article and where its words stand in the compared text; an empty range where it has none. */
export interface BlockPlace {
  readonly kind: string
  readonly role: string | null
  /** Of a heading; null for other blocks. */
  readonly level: number | null
  readonly range: Range
}

/** One side of a comparison, for showing it. */
export interface ComparedSide extends Pick<
  Article,
  'site' | 'byline' | 'published' | 'modified' | 'language' | 'dir'
> {
  /** The clock the time of capture was read from. */
  readonly clock: SnapshotRecord['clock']
  /** The text the comparison's offsets are into. */
  readonly text: string
  readonly blocks: readonly BlockPlace[]
}

export interface PairAnswer {
  /** `sources` tells what two sources share and where they differ; null within one source. */
  readonly comparison: Comparison & { readonly sources: SourcesComparison | null }
  readonly from: ComparedSide
  readonly to: ComparedSide
}

export type CompareAnswer<K extends CompareTask['kind']> = K extends 'mark'
  ? Mark
  : K extends 'screens'
    ? ScreensAnswer
    : PairAnswer
