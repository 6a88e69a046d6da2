import type { VerdictKind } from '../../model/comparison.ts'
import { findAttributions } from './find/attributions.ts'
import { findDates, findRelativeDays } from './find/dates.ts'
import { findFaintFigures, findFigures } from './find/figures.ts'
import type { Finder } from './find/item.ts'
import { findLinks } from './find/links.ts'
import { findLikelyNames, findNames } from './find/names.ts'
import { findHedges, findNegations } from './find/phrases.ts'
import { findQuotations } from './find/quotations.ts'

/** One thing the verdict looks for inside an edited sentence. */
export interface TextRule {
  /** Shown with every line it makes. */
  readonly name: string
  readonly kind: VerdictKind
  readonly find: Finder
  /** What counts only where another thing of the kind takes its place. */
  readonly findFaint?: Finder
  /** What it is called in a line: "The figure “82” became “83”." */
  readonly noun: string
}

export const TEXT_RULES: readonly TextRule[] = [
  { name: 'figure', kind: 'figure', find: findFigures, findFaint: findFaintFigures, noun: 'figure' },
  { name: 'quotation', kind: 'quotation', find: findQuotations, noun: 'quotation' },
  { name: 'date', kind: 'date', find: findDates, findFaint: findRelativeDays, noun: 'date' },
  { name: 'name', kind: 'name', find: findNames, findFaint: findLikelyNames, noun: 'name' },
  { name: 'negation', kind: 'negation', find: findNegations, noun: 'negation' },
  { name: 'hedge', kind: 'hedge', find: findHedges, noun: 'hedge' },
  { name: 'attribution', kind: 'attribution', find: findAttributions, noun: 'attribution' },
  { name: 'address', kind: 'link', find: findLinks, noun: 'address' },
]

/** Most telling first: the order of the lines of a verdict. */
export const KIND_ORDER: readonly VerdictKind[] = [
  'headline',
  'correction',
  'figure',
  'quotation',
  'negation',
  'name',
  'date',
  'hedge',
  'attribution',
  'standfirst',
  'byline',
  'outlet',
  'post',
  'image',
  'caption',
  'table',
  'link',
  'published',
  'modified',
  'text-removed',
  'text-added',
  'text-edited',
  'text-moved',
  'noise',
]
