import { h, type Markup } from './markup.ts'
import type { WovenPart } from './weave.ts'

const WORDS: Readonly<Partial<Record<WovenPart['op'], string>>> = {
  'moved-away': 'Moved from here:',
  moved: 'Moved here:',
  'moved-edited': 'Moved here and edited:',
  split: 'Split:',
  merged: 'Merged:',
}

/** What became of a passage, in words of ours among those of the page; null where its marks say it. */
export function labelOf(op: WovenPart['op']): Markup | null {
  const words = WORDS[op]
  return words === undefined ? null : h('span', { class: 'label', lang: 'en', dir: 'ltr' }, words, ' ')
}

/** Where a sentence of the alignment stands in the exhibit. */
export const placeId = (entry: number): string => `place-${entry}`
