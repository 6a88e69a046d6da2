/** Characters of a passage before it is cut. */
const LENGTH = 140

/** Words of an article on one line, cut at a word where they are long. */
export function passage(text: string, length = LENGTH): string {
  const line = oneLine(text)
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).replace(/[\ud800-\udbff]$/, '')} …`
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
