import type { Range } from './comparison.ts'

/** A place in one of the two compared texts, with its words. */
export interface TextPlace {
  readonly range: Range
  readonly text: string
}

/** Least words that both texts must have for a shared passage. Fewer are a name or a turn of speech. */
export const PASSAGE_WORDS = 8

/** Words that both texts have in the same order. */
export interface SharedPassage {
  readonly from: TextPlace
  readonly to: TextPlace
  /** Words that are the same on both sides, case, marks and typography put aside. */
  readonly words: number
  /** Those words as a share of both passages, 0 to 1; 1 is word for word. */
  readonly share: number
  /** Whether most of it is a quotation on both sides: two outlets that quote one person say the same. */
  readonly quoted: boolean
}

export interface QuotedBy extends TextPlace {
  /** The name that stands nearest in its paragraph, outside the quotation; null where there is none. */
  readonly speaker: string | null
}

/**
 * How two quotations belong together. `same`: the same words; `part`: one gives less of it; `other-words`: most of
 * the words, but not all of them.
 */
export const QUOTATION_RELATIONS = ['same', 'part', 'other-words'] as const
export type QuotationRelation = (typeof QUOTATION_RELATIONS)[number]

export interface QuotationPair {
  readonly relation: QuotationRelation
  readonly from: QuotedBy
  readonly to: QuotedBy
  /** Both name a speaker, and not the same one. */
  readonly otherSpeaker: boolean
}

export interface CountedThing extends TextPlace {
  /** The sentence it stands in. */
  readonly sentence: TextPlace
}

/** One thing for which the two texts give a figure. */
export interface FigurePair {
  readonly from: CountedThing
  readonly to: CountedThing
  /** What is counted, as both texts have it in common: a word, or one of `COUNTED_THINGS`. */
  readonly about: string
}

/** Things counted that are told by their words, however they are put: "82 lives", "83 people were killed". */
export const COUNTED_THINGS = ['killed', 'injured', 'missing', 'arrested', 'displaced'] as const
export type CountedThingName = (typeof COUNTED_THINGS)[number]

/** What one text has and the other does not. */
export interface OnlyOne {
  /** Passages of whole sentences that the other text tells nothing like, longest first. */
  readonly passages: readonly (TextPlace & { readonly words: number })[]
  /** Names that the other text does not have, those that stand oftenest first. */
  readonly names: readonly (TextPlace & { readonly count: number })[]
}

/** Two texts on one story: what they share, where they differ, what one has alone. */
export interface SourcesComparison {
  /** Longest first. */
  readonly passages: readonly SharedPassage[]
  /** Words of each text, and the share of them that stands in a shared passage, 0 to 1. */
  readonly words: { readonly from: number; readonly to: number }
  readonly share: { readonly from: number; readonly to: number }
  /** Quotations that both have: first those with other words or another speaker. */
  readonly quotations: readonly QuotationPair[]
  /** Figures that differ for the same thing, in the order of the first text. */
  readonly figures: readonly FigurePair[]
  /** Figures on which both agree. */
  readonly agreed: readonly FigurePair[]
  readonly only: { readonly from: OnlyOne; readonly to: OnlyOne }
}
