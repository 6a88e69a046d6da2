const WORD = /[\p{L}\p{N}]+/gu

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/**
 * Words of markup: of its text, with the few entities that Stet itself writes. `between` stands where a tag did: words
 * may end there, or go on.
 */
function textOfMarkup(html: string, between: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/g, between)
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** How many of the words a reader saw are in the documents that are kept. */
export function wordsKept(
  seenText: string,
  documents: readonly string[],
): { readonly seen: number; readonly kept: number } {
  const heldWith = (between: string): Map<string, number> =>
    countWords(documents.map(html => textOfMarkup(html, between)).join(' '))
  const apart = heldWith(' ')
  let together: Map<string, number> | null = null
  let seen = 0
  let kept = 0
  for (const [word, count] of countWords(seenText)) {
    seen += count
    const found = apart.get(word) ?? 0
    const joined = found < count ? ((together ??= heldWith('')).get(word) ?? 0) : 0
    kept += Math.min(count, Math.max(found, joined))
  }
  return { seen, kept }
}
