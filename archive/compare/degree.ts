import type { ChangeClass, Comparison, VerdictKind } from '../model/comparison.ts'

/** Name of the rules below. Another name means: marks made before are made anew. */
export const DEGREE_RULES = 'degree/3'

/** From this share of the words on, the story was written anew. */
const REWRITE_FROM = 0.5
/** Below this share of the words a change is minor, unless one of its lines is telling. */
const MINOR_BELOW = 0.02

/** Changes of these kinds matter however few words they take. */
const TELLING: ReadonlySet<VerdictKind> = new Set([
  'headline',
  'figure',
  'quotation',
  'name',
  'date',
  'negation',
  'attribution',
  'hedge',
  'correction',
  'image',
  'post',
])

type Facts = Pick<Comparison, 'same' | 'verdict' | 'counts'>

/**
 * Share of the words of both texts that were inserted or deleted, 0 to 1. A moved sentence counts with the words
 * that were changed in it, and not for its move.
 */
function degreeOf({ counts }: Pick<Comparison, 'counts'>): number {
  const { wordsBefore, wordsAfter, wordsInserted, wordsDeleted } = counts
  const words = wordsBefore + wordsAfter
  return words === 0 ? 0 : Math.min(1, (wordsInserted + wordsDeleted) / words)
}

/** How much changed, as a class; see `CHANGE_CLASSES`. */
function classOf(comparison: Facts): ChangeClass {
  const { same, verdict } = comparison
  if (verdict.length === 0 && same) return 'none'
  if (verdict.every(line => line.kind === 'noise')) return 'noise'
  const degree = degreeOf(comparison)
  if (degree >= REWRITE_FROM) return 'rewrite'
  const isTelling = verdict.some(line => TELLING.has(line.kind))
  return degree < MINOR_BELOW && !isTelling ? 'minor' : 'substantive'
}

/** A comparison with how much changed. */
export function withDegree<F extends Facts>(comparison: F): F & Pick<Comparison, 'degree' | 'class'> {
  return { ...comparison, degree: degreeOf(comparison), class: classOf(comparison) }
}
