/**
 * How notices of correction read. Each pattern is tested against one sentence or line, without Arabic vowel
 * signs and in any case. They ask for the words of a notice about a text, not for any mention of an error.
 */
export interface NoticeRules {
  /** Parts of words of which every notice has one: a line without any is not looked at closely. */
  readonly stems: string
  /** Headings that open a notice, with a date or a mark after them: "Correction:", "Correction (3 March):". */
  readonly openings: readonly string[]
  /** What a notice says, anywhere in a sentence. */
  readonly sayings: readonly string[]
}
