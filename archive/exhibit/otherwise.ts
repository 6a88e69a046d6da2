import { fragment, h, type Markup } from './markup.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** Cells of the table that is laid out at most; longer passages are shown without marks. */
const MOST_CELLS = 4_000_000

interface Segment {
  readonly text: string
  /** Case put aside; null for spaces and marks. */
  readonly word: string | null
}

function segmentsOf(text: string): Segment[] {
  return [...segmenter.segment(text)].map(({ segment, isWordLike }) => ({
    text: segment,
    word: isWordLike ? segment.toLowerCase() : null,
  }))
}

/** Per word of each text: whether the other has it too, in one order (longest common subsequence). */
function sharedWords(a: readonly string[], b: readonly string[]): readonly [Set<number>, Set<number>] {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
    }
  }
  const shared: [Set<number>, Set<number>] = [new Set(), new Set()]
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      shared[0].add(i++)
      shared[1].add(j++)
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++
    else j++
  }
  return shared
}

function marked(segments: readonly Segment[], shared: ReadonlySet<number>): Markup {
  let at = 0
  return fragment(
    segments.map(({ text, word }) => (word === null || shared.has(at++) ? text : h('mark', {}, text))),
  )
}

/** Two wordings of one passage, with the words that only one of them has marked. */
export function markedWordings(from: string, to: string): { readonly from: Markup; readonly to: Markup } {
  const [a, b] = [segmentsOf(from), segmentsOf(to)]
  const words = (segments: readonly Segment[]) => segments.flatMap(({ word }) => word ?? [])
  const [inA, inB] = [words(a), words(b)]
  if (inA.length * inB.length > MOST_CELLS) return { from: fragment(from), to: fragment(to) }
  const [ofA, ofB] = sharedWords(inA, inB)
  return { from: marked(a, ofA), to: marked(b, ofB) }
}
