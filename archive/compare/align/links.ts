import type { Side } from '../segment/side.ts'
import type { Vocabulary } from '../segment/vocabulary.ts'
import { findAnchors } from './anchors.ts'
import { createBoard, type Link } from './board.ts'
import { sentenceKeys } from './candidates.ts'
import { createSimilarity, featuresOf } from './features.ts'
import { gapsBetween, linkGap } from './gaps.ts'
import { joinHalves } from './halves.ts'
import { linkLooseRuns } from './loose-runs.ts'
import { linkMoves } from './moves.ts'
import { joinAroundSmallChanges, linkInsideMoves, linkLooseEnds, linkLooseStretches } from './slots.ts'
import { STRANGERS, THRESHOLDS } from './thresholds.ts'

/**
 * Pairs the sentences of two texts, by new place: anchors first, then moves among what is left over, then what
 * stands between the same anchors; halves of split and merged sentences are joined to their links.
 */
export function linkSentences(from: Side, to: Side, vocabulary: Vocabulary): readonly Readonly<Link>[] {
  const [fromKeys, toKeys] = sentenceKeys(from, to, vocabulary)
  const features = featuresOf(from, to, vocabulary)
  const similarity = createSimilarity(features)
  const board = createBoard({ from, to, vocabulary, features, similarity, fromKeys, toKeys })

  const { chain, strangers } = findAnchors(board)
  for (const pair of chain) board.link(pair, false)
  const gaps = gapsBetween(board, chain)
  linkMoves(board, gaps, strangers)
  joinHalves(board)
  for (const gap of gaps) linkGap(board, gap, strangers ? STRANGERS.gap : THRESHOLDS.gap)
  linkInsideMoves(board, strangers ? STRANGERS.gap : THRESHOLDS.gap)
  joinHalves(board)
  if (!strangers) linkLooseRuns(board)
  linkLooseStretches(board)
  linkLooseEnds(board)
  joinAroundSmallChanges(board)
  return board.links.toSorted((a, b) => a.j - b.j || a.i - b.i)
}
