/** Scripts written without spaces between words: they need a dictionary to be counted. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Word as `Intl.Segmenter` sees it in spaced scripts (UAX 29): signs within a number or between letters do not end it. */
const WORD =
  /[\p{L}\p{N}\p{M}_]+(?:(?:(?<=[\p{L}\p{M}])['’.:·](?=\p{L})|(?<=\p{N})['’.,](?=\p{N}))[\p{L}\p{N}\p{M}_]+)*/gu

let segmenter: Intl.Segmenter | undefined

/** Words of one paragraph. Chinese, Japanese, Thai and the like go through `Intl.Segmenter`, the rest a fast path. */
export function countWords(paragraph: string): number {
  if (!UNSPACED.test(paragraph)) return paragraph.match(WORD)?.length ?? 0
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  let count = 0
  for (const part of segmenter.segment(paragraph)) if (part.isWordLike) count++
  return count
}
