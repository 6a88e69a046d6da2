import { readAuthorLine } from './author-line.ts'

export interface Paragraph {
  /** Trimmed. */
  readonly text: string
  /** Offsets into the whole text, UTF-16 units, without the white space around it. */
  readonly start: number
  readonly end: number
}

function isSigned(line: string): boolean {
  const signed = /@/.test(line) ? readAuthorLine(line) : null
  return signed !== null && signed.postedAt !== null
}

/**
 * The paragraphs of a plain text: parted by empty lines, or by single line ends where the text has no empty lines.
 * A line that signs a post ends its paragraph in either case.
 */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const spaced = /\n[ \t\r]*\n/.test(text.trim())
  const out: Paragraph[] = []
  let start = -1
  let end = 0
  const close = () => {
    if (start >= 0) out.push({ text: text.slice(start, end), start, end })
    start = -1
  }
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const words = line.trim()
    if (words === '') continue
    const from = index + line.indexOf(words)
    if (start >= 0 && (!spaced || /\n[ \t\r]*\n/.test(text.slice(end, from)))) close()
    if (start < 0) start = from
    end = from + words.length
    if (isSigned(words)) close()
  }
  close()
  return out
}
