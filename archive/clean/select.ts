import type { Block, Metadata, Removed } from '../model/article.ts'
import type { Unit } from './blocks/unit.ts'

export interface Selection {
  readonly units: readonly Unit[]
  readonly removed: readonly Removed[]
}

/** Decides which of a page's blocks are the story. */
export function selectStory(units: readonly Unit[], metadata: Metadata): Selection {
  return { units: units.filter(unit => unit.kept), removed: [] }
}
