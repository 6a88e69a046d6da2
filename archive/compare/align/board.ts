import type { Side } from '../segment/side.ts'
import type { Vocabulary } from '../segment/vocabulary.ts'
import type { Pair } from './candidates.ts'
import type { Features, Similarity } from './features.ts'

/**
 * Old sentences `i` to `iEnd` and the new ones, `j` to `jEnd`, that they became. One of the two is a single one,
 * but where borders are a guess.
 */
export interface Link {
  i: number
  iEnd: number
  j: number
  jEnd: number
  readonly moved: boolean
  readonly similarity: number
}

/** The work in progress: which sentences have found a partner. Private to the aligner. */
export interface Board {
  readonly from: Side
  readonly to: Side
  readonly vocabulary: Vocabulary
  readonly features: Features
  readonly similarity: Similarity
  /** Per sentence: a number shared by sentences with the same folded words. */
  readonly fromKeys: readonly number[]
  readonly toKeys: readonly number[]
  readonly links: Link[]
  readonly isOldFree: (i: number) => boolean
  readonly isNewFree: (j: number) => boolean
  readonly link: (pair: Pair, moved: boolean) => void
  /** Links several free sentences that stand together with several others. */
  readonly linkStretch: (stretch: Pick<Link, 'i' | 'iEnd' | 'j' | 'jEnd' | 'moved' | 'similarity'>) => Link
  /** Takes a link back; its sentences are not free for it. */
  readonly unlink: (link: Link) => void
  /** Takes one more free sentence into a link, as the other half of its partner. */
  readonly takeNew: (link: Link, j: number) => void
  readonly takeOld: (link: Link, i: number) => void
}

type Facts = Omit<
  Board,
  'links' | 'isOldFree' | 'isNewFree' | 'link' | 'linkStretch' | 'unlink' | 'takeNew' | 'takeOld'
>

export function createBoard(facts: Facts): Board {
  const oldTaken = new Uint8Array(facts.from.sentences)
  const newTaken = new Uint8Array(facts.to.sentences)
  const links: Link[] = []
  return {
    ...facts,
    links,
    isOldFree: i => i >= 0 && oldTaken[i] === 0,
    isNewFree: j => j >= 0 && newTaken[j] === 0,
    link({ i, j, similarity }, moved) {
      oldTaken[i] = 1
      newTaken[j] = 1
      links.push({ i, iEnd: i, j, jEnd: j, moved, similarity })
    },
    linkStretch(stretch) {
      oldTaken.fill(1, stretch.i, stretch.iEnd + 1)
      newTaken.fill(1, stretch.j, stretch.jEnd + 1)
      const link = { ...stretch }
      links.push(link)
      return link
    },
    unlink(link) {
      links.splice(links.indexOf(link), 1)
    },
    takeNew(link, j) {
      newTaken[j] = 1
      link.j = Math.min(link.j, j)
      link.jEnd = Math.max(link.jEnd, j)
    },
    takeOld(link, i) {
      oldTaken[i] = 1
      link.i = Math.min(link.i, i)
      link.iEnd = Math.max(link.iEnd, i)
    },
  }
}

/** Token for token the same. Only for sentences with the same folded key, which have equally many. */
export function isIdentical(from: Side, to: Side, i: number, j: number): boolean {
  for (let a = from.first[i]!, b = to.first[j]!; a < from.first[i + 1]!; a++, b++) {
    if (from.ids[a] !== to.ids[b]) return false
  }
  return true
}
