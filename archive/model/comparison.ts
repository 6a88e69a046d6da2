/** Half-open range of UTF-16 offsets into one of the two texts. */
export type Range = readonly [start: number, end: number]

export const ALIGNMENT_OPS = [
  'same',
  'edited',
  'moved',
  'moved-edited',
  'split',
  'merged',
  'inserted',
  'deleted',
] as const
export type AlignmentOp = (typeof ALIGNMENT_OPS)[number]

export interface WordEdit {
  readonly op: 'same' | 'inserted' | 'deleted'
  readonly from: Range | null
  readonly to: Range | null
}

/**
 * Ties one old range to one new range (a sentence, as a rule). `inserted` has no `from`, `deleted` no `to`.
 * A split sentence is several entries over parts of the old one; a merged one likewise.
 */
export interface AlignmentEntry {
  readonly op: AlignmentOp
  readonly from: Range | null
  readonly to: Range | null
  /** Word by word, for entries whose two sides differ. */
  readonly words?: readonly WordEdit[]
}

export const VERDICT_KINDS = [
  'headline',
  'standfirst',
  'byline',
  'outlet',
  'published',
  'modified',
  'figure',
  'date',
  'name',
  'quotation',
  'attribution',
  'hedge',
  'negation',
  'link',
  'image',
  'caption',
  'post',
  'table',
  'correction',
  'text-added',
  'text-removed',
  'text-edited',
  'text-moved',
  'noise',
] as const
export type VerdictKind = (typeof VERDICT_KINDS)[number]

/**
 * How much changed, as a class. `none`: nothing; `noise`: only what no reader would call a change; `minor`:
 * few words and nothing telling; `rewrite`: most words.
 */
export const CHANGE_CLASSES = ['none', 'noise', 'minor', 'substantive', 'rewrite'] as const
export type ChangeClass = (typeof CHANGE_CLASSES)[number]

/** One thing that changed, in words an editor could publish. */
export interface VerdictLine {
  readonly kind: VerdictKind
  /** One sentence, in English. */
  readonly summary: string
  /** Name of the rule that found it. */
  readonly rule: string
  readonly from: Range | null
  readonly to: Range | null
  /** The words on either side; null where that side has none. */
  readonly before: string | null
  readonly after: string | null
}

export interface ComparisonCounts {
  readonly wordsBefore: number
  readonly wordsAfter: number
  readonly wordsInserted: number
  readonly wordsDeleted: number
  readonly sentencesSame: number
  readonly sentencesEdited: number
  readonly sentencesMoved: number
  readonly sentencesInserted: number
  readonly sentencesDeleted: number
}

/**
 * What the compared pages say of corrections. `none`: no notice was found in the captured page, which does not
 * say that none was given elsewhere. `kept`: the same notice as before.
 */
export const NOTICE_STATES = ['added', 'changed', 'kept', 'removed', 'none'] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

export interface CorrectionFact {
  readonly state: NoticeState
  /** One sentence, in English. */
  readonly summary: string
  /** Where the notice stands in the old and in the new text. */
  readonly from: Range | null
  readonly to: Range | null
  /** Indices of the lines of the verdict whose old or new words a new notice repeats: what it discloses. */
  readonly discloses: readonly number[]
}

/** Offsets are into the two texts that were compared: for articles, `articleText` of each. */
export interface Comparison {
  readonly same: boolean
  readonly verdict: readonly VerdictLine[]
  readonly alignment: readonly AlignmentEntry[]
  readonly counts: ComparisonCounts
  readonly notice: CorrectionFact
  /** Share of words inserted or deleted, 0 to 1; moves do not count. */
  readonly degree: number
  readonly class: ChangeClass
}
