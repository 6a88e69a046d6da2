import type { AlignmentEntry, AlignmentOp } from '../model/comparison.ts'
import type { ExhibitBlock } from './types.ts'

/** A run of words of one fate. */
export interface WovenPiece {
  readonly mark: 'same' | 'inserted' | 'deleted'
  readonly text: string
}

/** A sentence, or what stands between sentences, in the woven text. */
export interface WovenPart {
  /** Index of the entry of the alignment; null for what stands between entries. */
  readonly entry: number | null
  readonly op: AlignmentOp | 'between' | 'moved-away'
  readonly pieces: readonly WovenPiece[]
}

export interface WovenBlock {
  readonly block: ExhibitBlock
  /** The whole block is in the old text only. */
  readonly gone: boolean
  readonly parts: readonly WovenPart[]
}

interface TextSide {
  readonly text: string
  readonly blocks: readonly ExhibitBlock[]
}

const isMoved = (op: AlignmentOp): boolean => op === 'moved' || op === 'moved-edited'

/**
 * Old and new text as one: every word of the new text once and in its order, every word that went where it stood.
 * A moved passage stands at its new place; its old place says so.
 */
export function weave(
  from: TextSide,
  to: TextSide,
  alignment: readonly AlignmentEntry[],
): readonly WovenBlock[] {
  const numbered = alignment.map((entry, index) => ({ entry, index }))
  const news = numbered.filter(({ entry }) => entry.to).toSorted((a, b) => a.entry.to![0] - b.entry.to![0])
  const olds = numbered
    .filter(({ entry }) => entry.from)
    .toSorted((a, b) => a.entry.from![0] - b.entry.from![0])

  // What is gone follows the last sentence before it that stayed; -1 stands for the beginning.
  const after = new Map<number, number[]>()
  const stayedIn = new Set<ExhibitBlock>()
  let anchor = -1
  for (const { entry, index } of olds) {
    const stays = entry.to !== null && !isMoved(entry.op)
    if (stays) {
      anchor = index
      const block = blockAt(from.blocks, entry.from![0])
      if (block) stayedIn.add(block)
    } else after.set(anchor, [...(after.get(anchor) ?? []), index])
  }

  const woven: { block: ExhibitBlock; gone: boolean; parts: WovenPart[] }[] = []
  const gone = (index: number, home: WovenPart[] | null): void => {
    const entry = alignment[index]!
    const block = blockAt(from.blocks, entry.from![0])
    const text = from.text.slice(...entry.from!)
    const part: WovenPart = isMoved(entry.op)
      ? { entry: index, op: 'moved-away', pieces: [{ mark: 'deleted', text }] }
      : { entry: index, op: 'deleted', pieces: [{ mark: 'deleted', text }] }
    if (home && (!block || stayedIn.has(block))) return void home.push(spaceBefore(home), part)
    const last = woven.at(-1)
    if (last?.gone && last.block === block) return void last.parts.push(spaceBefore(last.parts), part)
    woven.push({ block: block ?? PLAIN, gone: true, parts: [part] })
  }

  for (const index of after.get(-1) ?? []) gone(index, null)
  let at = 0
  let upTo = 0
  for (const block of to.blocks.filter(({ range }) => range[1] > range[0])) {
    const parts: WovenPart[] = []
    const whole: number[] = []
    woven.push({ block, gone: false, parts })
    at = block.range[0]
    for (; upTo < news.length && news[upTo]!.entry.to![0] < block.range[1]; upTo++) {
      const { entry, index } = news[upTo]!
      const [start, end] = entry.to!
      if (start > at) parts.push(between(to.text.slice(at, start)))
      parts.push({ entry: index, op: entry.op, pieces: piecesOf(entry, from.text, to.text) })
      at = Math.max(at, end)
      for (const next of after.get(index) ?? []) {
        const old = blockAt(from.blocks, alignment[next]!.from![0])
        if (old && !stayedIn.has(old)) whole.push(next)
        else gone(next, parts)
      }
    }
    if (at < block.range[1]) parts.push(between(to.text.slice(at, block.range[1])))
    for (const index of whole) gone(index, null)
  }
  return woven
}

const PLAIN: ExhibitBlock = { kind: 'paragraph', role: null, level: null, range: [0, 0] }

const between = (text: string): WovenPart => ({
  entry: null,
  op: 'between',
  pieces: [{ mark: 'same', text }],
})

/** Words that are put beside others need a space that neither text has there. */
function spaceBefore(parts: readonly WovenPart[]): WovenPart {
  const last = parts.at(-1)?.pieces.at(-1)?.text ?? ' '
  return between(/\s$/.test(last) ? '' : ' ')
}

function blockAt(blocks: readonly ExhibitBlock[], offset: number): ExhibitBlock | null {
  return blocks.find(({ range }) => range[0] <= offset && offset < range[1]) ?? null
}

function piecesOf(entry: AlignmentEntry, from: string, to: string): readonly WovenPiece[] {
  const whole = to.slice(...entry.to!)
  if (entry.op === 'inserted') return [{ mark: 'inserted', text: whole }]
  if (!entry.words) return [{ mark: 'same', text: whole }]
  const pieces: { mark: WovenPiece['mark']; text: string }[] = []
  const push = (mark: WovenPiece['mark'], text: string): void => {
    if (text === '') return
    const last = pieces.at(-1)
    if (last?.mark === mark) last.text += text
    else pieces.push({ mark, text })
  }
  let at = entry.to![0]
  for (const word of entry.words) {
    if (word.to) {
      push('same', to.slice(at, word.to[0]))
      push(word.op === 'inserted' ? 'inserted' : 'same', to.slice(...word.to))
      at = word.to[1]
    } else if (word.from) {
      const [start, end] = word.from
      const before = from[start - 1] ?? ''
      const isApart = !/\s/.test(before) || /\s$/.test(pieces.at(-1)?.text ?? ' ')
      // The new text's own space, where it is the same one: a tab keeps the word in its cell of a table.
      const isTheSame = !isApart && to[at] === before && at < entry.to![1]
      if (!isApart) push('same', isTheSame ? before : ' ')
      if (isTheSame) at++
      push('deleted', from.slice(start, end))
      if ((isTheSame || /\s/.test(from[end] ?? '')) && /^\S/.test(to.slice(at))) push('same', ' ')
    }
  }
  push('same', to.slice(at, entry.to![1]))
  return pieces
}
