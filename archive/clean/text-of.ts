/** Letters and digits of a text in one case, everything else a single space: for "are these the same words?". */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/**
 * Length of a text as a reader of Latin script would measure it: a Han, kana or hangul sign says about as
 * much as two and a half letters.
 */
export function weight(text: string): number {
  return text.length + 1.5 * (text.match(WIDE)?.length ?? 0)
}
