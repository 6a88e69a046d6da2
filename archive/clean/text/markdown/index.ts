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

/** Quotes or lists inside each other, deeper than any text has: the parser needs quadratic time for them. */
const NESTED_MARKS = /^(?:[^\S\n]*(?:>|[-*+]|\d+[.)])){40}/m
const DEEP_ITEM = /^[^\S\n]{80,}(?:[-*+>]|\d+[.)])/m
const HEAP_OF_MARKS = /[*_[(!~`]{400}|(?:\[[^\]\n]{0,40}\]\([^)\n]{0,40}){200}/

function isTooDeep(text: string): boolean {
  return NESTED_MARKS.test(text) || DEEP_ITEM.test(text) || HEAP_OF_MARKS.test(text)
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
