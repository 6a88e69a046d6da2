import type { Block } from '../model/article.ts'
import { blockTexts } from './block-words.ts'

const RTL_LANGUAGES = /^(?:ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|syr|ug|ur|yi)(?:-|$)|-(?:Arab|Hebr|Thaa|Syrc)\b/i
const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}\p{Script=Nko}]/gu
const LETTER = /\p{L}/gu

/**
 * Which way the story runs. Its own letters decide where most of them run one way; the page's `dir` and
 * language decide for a story without enough words.
 */
export function textDirection(
  dir: string | null,
  language: string | null,
  blocks: readonly Block[],
): 'ltr' | 'rtl' {
  const sample = blocks.flatMap(blockTexts).join(' ').slice(0, 5000)
  const letters = sample.match(LETTER)?.length ?? 0
  if (letters >= 50) return (sample.match(RTL_LETTER)?.length ?? 0) > letters / 2 ? 'rtl' : 'ltr'
  if (dir?.toLowerCase() === 'rtl') return 'rtl'
  return RTL_LANGUAGES.test(language ?? '') ? 'rtl' : 'ltr'
}
