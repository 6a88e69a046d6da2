/**
 * Where the lines between "edited", "moved" and "another sentence" are drawn. Similarities go from 0 to 1 (see
 * `features.ts`). Chosen on revisions with known truth; the results change little within 0.05 of each.
 */
export const THRESHOLDS = Object.freeze({
  /** Least similarity of an anchor that is not the same words. */
  anchor: 0.42,
  /** An anchor must not be worse by more than this than another partner of either sentence. */
  anchorLag: 0.22,
  /** Least similarity of a sentence that stands between the same anchors as before. */
  gap: 0.24,
  /** Least similarity of a moved sentence. */
  move: 0.65,
  /** The same for a sentence with an address that stands once in each text. */
  moveByAddress: 0.45,
  /** Least lead of a moved sentence over any rival. */
  moveLead: 0.07,
  /** How much more similar a moved sentence must be than one that stands in its old place. */
  moveLeadInPlace: 0.4,
  /** A sentence that its text repeats is not called moved where one this similar stands in its old place. */
  commonplaceRival: 0.3,
  /** A sentence of fewer UTF-16 units is called moved only together with its neighbour. */
  moveLetters: 6,
  /** The same where sentence borders are a guess. */
  moveLettersLoose: 24,
  /** There, a stretch of fewer UTF-16 units weighs less than a sentence. */
  sentenceLettersLoose: 20,
})

/** Used instead where two texts have next to nothing in common: two stories, not two versions of one. */
export const STRANGERS = Object.freeze({
  /** Share of the shorter text's sentences that must have kept their place and most of their words. */
  support: 0.2,
  /** Texts of fewer sentences are too short to tell strangers by. */
  fewest: 6,
  /** What counts as most of their words. */
  kept: 0.7,
  anchor: 0.75,
  gap: 0.75,
  move: 0.9,
})
