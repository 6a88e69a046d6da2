import type { ChangeClass, NoticeState, Range, VerdictLine } from './comparison.ts'
import type { PostState } from './post.ts'

/**
 * What is followed through the versions of a source. Figures, dates and quotations are followed by themselves,
 * beside the sentence they stand in; a picture with its caption, a post by its key.
 */
export const THREAD_KINDS = [
  'headline',
  'byline',
  'outlet',
  'published',
  'modified',
  'sentence',
  'figure',
  'date',
  'quotation',
  'picture',
  'post',
] as const
export type ThreadKind = (typeof THREAD_KINDS)[number]

/**
 * How a state came about. `first`: it stood in the oldest version of this history; `noise`: only spacing,
 * typography or a line that changes by itself; `returned`: it had been gone; `split`: part of a sentence that
 * went on elsewhere.
 */
export const STATE_BEGINNINGS = ['first', 'added', 'changed', 'noise', 'returned', 'split'] as const
export type StateBeginning = (typeof STATE_BEGINNINGS)[number]

/** What a thread said over an unbroken run of versions. */
export interface ThreadState {
  /** Numbers of the first and the last version in which it said this. */
  readonly from: number
  readonly to: number
  readonly begin: StateBeginning
  /** Its words, exactly; of a picture the caption (else the alternative text, else its address). */
  readonly text: string
  /** Where it stands in the text of version `from`; null for what stands outside the text. */
  readonly range: Range | null
  /** Of a picture: SHA-256 of its bytes where they are kept, else its address. Null for everything else. */
  readonly media: string | null
  /** Of a post: what the page told of its state. Null for everything else. */
  readonly post: PostState | null
}

/** One thing followed through the versions. Its states are in order and never overlap; gaps are absences. */
export interface Thread {
  /** Its index in `SourceHistory.threads`. */
  readonly id: number
  readonly kind: ThreadKind
  /** Kind and role of the block in which it stood last; `headline` for a figure in the headline, null outside. */
  readonly block: string | null
  readonly role: string | null
  /** Of a figure, date or quotation: the thread of the sentence it stood in last. Null in the headline. */
  readonly sentence: number | null
  /** Who wrote a post and where. Null for everything else. */
  readonly label: string | null
  readonly states: readonly ThreadState[]
  /** Versions in which it stood at another place than in the one before. */
  readonly moved: readonly number[]
  /** How it ended; null where it stands in the newest version. `merged`: its words went into another sentence. */
  readonly end: 'removed' | 'merged' | null
}

/** Where a sentence stands in a version. */
export interface PlacedSentence {
  readonly thread: number
  readonly range: Range
  /** Number of the line of the text, counted over lines that have words: sentences of one line belong together. */
  readonly line: number
}

/** What a version changed, against the one before it in this history. */
export interface HistoryStep {
  /** Number of that version. */
  readonly from: number
  readonly degree: number
  readonly class: ChangeClass
  /** The most telling lines of the verdict, as `compare` gives them, noise left out; long passages are cut. */
  readonly lines: readonly VerdictLine[]
  /** Lines that were left out, and lines that are noise. */
  readonly more: number
  readonly noise: number
  readonly notice: { readonly state: NoticeState; readonly summary: string }
}

export interface HistoryVersion {
  readonly version: number
  readonly snapshotId: string
  readonly capturedAt: string
  /** When this version was last found on the page: a later capture of the same content, else `capturedAt`. */
  readonly seenUntil: string
  readonly title: string | null
  readonly language: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly words: number
  /** Blocks of the text (`articleText`) with their places; an empty range where a block has no words. */
  readonly blocks: readonly {
    readonly kind: string
    readonly role: string | null
    readonly level: number | null
    readonly range: Range
  }[]
  /** Every sentence of the text, in order. */
  readonly sentences: readonly PlacedSentence[]
  readonly step: HistoryStep | null
}

/**
 * The versions of a source, oldest first, and every sentence, figure, date, quotation, picture, post and claim of
 * theirs with all it ever said. The text of a version is its `sentences`, each with what its thread said then.
 */
export interface SourceHistory {
  readonly versions: readonly HistoryVersion[]
  readonly threads: readonly Thread[]
}
