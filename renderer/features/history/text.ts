import type { HistoryVersion } from '../../../archive/contract/history.ts'

type Sentence = HistoryVersion['sentences'][number]

export interface TextBlock {
  readonly kind: string
  readonly role: string | null
  readonly level: number | null
  /** Lines of the block with their sentences. */
  readonly lines: readonly (readonly Sentence[])[]
}

/** The blocks of a version that have words, each with its sentences line by line. */
export function textBlocks({ blocks, sentences }: HistoryVersion): TextBlock[] {
  let next = 0
  return blocks.flatMap(({ kind, role, level, range }) => {
    const lines: Sentence[][] = []
    let line = -1
    for (; next < sentences.length && sentences[next]!.range[0] < range[1]; next++) {
      const sentence = sentences[next]!
      if (sentence.line !== line) lines.push([])
      line = sentence.line
      lines.at(-1)!.push(sentence)
    }
    return lines.length > 0 ? [{ kind, role, level, lines }] : []
  })
}

/** Between two sentences of a line: white space where there was some. */
export function gapBefore(before: Sentence | undefined, { range }: Sentence): string {
  return before === undefined || before.range[1] === range[0] ? '' : ' '
}
