/** Elements whose content the parser reads as text, whatever it looks like (HTML Standard, section 13.2.5.1). */
const TEXT_ELEMENTS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
])

const JSON_LD = /\btype\s*=\s*["']?\s*application\/(?:ld\+json|json\+ld)/i
/** A drawing with these holds words; one with the others is too odd to cut unparsed. */
const KEEP_DRAWING = /<(?:text|foreignObject|svg|script|style|title|desc|a|image|!--)[\s>/]/i
const NAME = /[a-zA-Z][^\s/>]*/y

/** Index after the `>` of the tag that starts at `start`, or -1 where it never ends. Values in quotes may hold `>`. */
function tagEnd(html: string, start: number): number {
  let quote = ''
  let value = false
  for (let i = start + 1; i < html.length; i++) {
    const c = html[i]!
    if (quote !== '') {
      if (c === quote) quote = ''
    } else if (c === '>') return i + 1
    else if (value && (c === '"' || c === "'")) quote = c
    else value = c === '=' || (value && c.trim() === '')
  }
  return -1
}

/** Finds end tags; a name that was once looked for in vain is not looked for again. */
class EndTags {
  private readonly html: string
  private readonly missing = new Set<string>()

  constructor(html: string) {
    this.html = html
  }

  after(name: string, from: number): number {
    if (this.missing.has(name)) return -1
    const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
    pattern.lastIndex = from
    const found = pattern.exec(this.html)
    const end = found ? tagEnd(this.html, found.index) : -1
    if (end < 0) this.missing.add(name)
    return end
  }
}

interface Stretch {
  readonly end: number
  readonly cut: boolean
}

function isCut(name: string, openTag: string, content: () => string): boolean {
  if (name === 'style') return true
  if (name === 'script') return !JSON_LD.test(openTag)
  return name === 'svg' && !KEEP_DRAWING.test(content())
}

/** The tag or comment at `start`: where to read on, and whether all up to there goes. Null: read no further. */
function stretchAt(html: string, start: number, ends: EndTags): Stretch | null {
  if (html.startsWith('!--', start + 1)) {
    const end = html.indexOf('-->', start + 4)
    return end < 0 ? null : { end: end + 3, cut: true }
  }
  NAME.lastIndex = start + 1
  const name = NAME.exec(html)?.[0].toLowerCase()
  if (name === undefined) return { end: start + 1, cut: false }
  const open = tagEnd(html, start)
  if (open < 0 || name === 'plaintext') return null
  if (!TEXT_ELEMENTS.has(name) && name !== 'svg') return { end: open, cut: false }
  const end = html[open - 2] === '/' && name === 'svg' ? open : ends.after(name, open)
  if (end < 0) return name === 'svg' ? { end: open, cut: false } : null
  const cut = isCut(name, html.slice(start, open), () => html.slice(open, end))
  return { end: name === 'svg' && !cut ? open : end, cut }
}

/**
 * Drops style sheets, scripts other than JSON-LD, comments and drawings without words from a page's source.
 * No rule looks at them, and parsing them is the dearest step of cleaning. Reads tags as an HTML tokenizer
 * does, in one pass; where a page is broken (a tag, comment or script that never ends) the rest stays as it is.
 */
export function prepareHtml(html: string): string {
  const ends = new EndTags(html)
  let out = ''
  let from = 0
  for (let at = html.indexOf('<'); at >= 0;) {
    const stretch = stretchAt(html, at, ends)
    if (!stretch) break
    if (stretch.cut) {
      out += html.slice(from, at)
      from = stretch.end
    }
    at = html.indexOf('<', stretch.end)
  }
  return from === 0 ? html : out + html.slice(from)
}
