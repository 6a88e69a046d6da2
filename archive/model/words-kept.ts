const WORD = /[\p{L}\p{N}]+/gu

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Words of markup: of its text, with the few entities that Stet itself writes. */
function textOfMarkup(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/g, ' ')
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
  const held = countWords(documents.map(textOfMarkup).join(' '))
  let seen = 0
  let kept = 0
  for (const [word, count] of countWords(seenText)) {
    seen += count
    kept += Math.min(count, held.get(word) ?? 0)
  }
  return { seen, kept }
}
