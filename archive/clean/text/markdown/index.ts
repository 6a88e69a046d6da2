import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { readLines } from '../lines.ts'
import type { Unit } from '../unit.ts'
import { markdownUnits } from './blocks.ts'
import { splitFrontMatter, type FrontMatter } from './front-matter.ts'

export interface MarkdownFile {
  readonly front: FrontMatter | null
  readonly units: readonly Unit[]
}

/** Deeper nesting than any text has: beyond it the parser's recursion could run out of stack. */
const MAX_NESTING = 100

function isTooDeep(text: string): boolean {
  return new RegExp(
    `^(?:[^\\S\\n]*(?:>|[-*+]|\\d+[.)])){${MAX_NESTING}}|[*_[(!]{${MAX_NESTING * 5}}`,
    'm',
  ).test(text)
}

/** Reads Markdown (CommonMark with GitHub's tables, strikethrough and footnotes) and the front matter over it. */
export function readMarkdown(text: string): MarkdownFile {
  const { front, body } = splitFrontMatter(
    text
      .replace(/^\ufeff/, '')
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll('\0', ''),
  )
  if (isTooDeep(body)) return { front, units: readLines(body) }
  const root = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return { front, units: markdownUnits(root, front?.facts.url ?? null) }
}
