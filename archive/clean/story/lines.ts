import { FURNITURE_LINES, MAX_LINE_CHARS } from '../rules/lines.ts'
import { firstRule } from '../rules/rule.ts'
import { drop, type Entry } from './entry.ts'

const LINKED = 0.8

/** A label without the signs that sites set before it, and with a Turkish capital that `i` in a pattern meets. */
export function trimmed(text: string): string {
  return text
    .replaceAll('İ', 'i')
    .replace(/^[\s\p{S}•·|*–—\-»«›:"'“”([{]+(?=\p{L})/u, '')
    .trim()
}

/** A bare address, or a whole sentence that happens to be a link, belongs to the story. */
function isReference(entry: Entry): boolean {
  const { text } = entry.unit
  return (
    /^https?:\/\/\S+$/.test(text) || (entry.weight >= 25 && /[.。।]["”]?$/.test(text)) || entry.weight > 300
  )
}

/** Signs that stand between links without saying anything. */
const BETWEEN_LINKS = /[\s|/·•,>›»#–—-]+/g

/** A paragraph that is one link, or a row of links with nothing said between them. */
export function isLinkLine(entry: Entry, share = LINKED): boolean {
  const { block } = entry
  if (block.kind !== 'paragraph' || entry.unit.linkShare < share || isReference(entry)) return false
  const links = block.spans.filter(span => span.kind === 'link')
  if (links.length <= 1) return true
  let rest = ''
  let at = 0
  for (const link of links) {
    rest += block.text.slice(at, Math.max(at, link.start))
    at = Math.max(at, link.end)
  }
  return (rest + block.text.slice(at)).replace(BETWEEN_LINKS, '') === ''
}

/** Takes out lines that are furniture by their words, and lines and lists that are nothing but links. */
export function dropByLines(entries: readonly Entry[]): void {
  for (const entry of entries) {
    if (!entry.inStory) continue
    const { text, linkShare } = entry.unit
    const { kind } = entry.block
    if (kind === 'figure' || kind === 'code' || kind === 'table') continue
    if (text.length <= MAX_LINE_CHARS && kind !== 'quote') {
      const rule = firstRule(FURNITURE_LINES, text) ?? firstRule(FURNITURE_LINES, trimmed(text))
      if (rule) drop(entry, rule)
    }
    if (
      (kind === 'paragraph' || kind === 'heading') &&
      linkShare >= LINKED &&
      entry.weight < 300 &&
      kind === 'paragraph'
    )
      drop(entry, 'link-line')
    if (kind === 'list' && linkShare >= LINKED) drop(entry, 'link-list')
  }
}
