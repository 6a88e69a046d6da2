import type { RichText, Span } from '../../model/article.ts'
import { parseUrl } from '../../model/url.ts'
import { isText, type PageElement, type PageNode } from '../tree/node.ts'

type MarkKind = Exclude<Span['kind'], 'link'>

/** Elements that mark a stretch of words, and what they mean. */
const MARKS: Readonly<Record<string, MarkKind>> = {
  em: 'em',
  i: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  strong: 'strong',
  b: 'strong',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sub: 'sub',
  sup: 'sup',
  del: 'del',
  s: 'del',
  strike: 'del',
  ins: 'ins',
  mark: 'mark',
}

/** Inline elements whose words are controls or graphics, not words of the sentence. */
const SKIPPED: ReadonlySet<string> = new Set([
  'button',
  'svg',
  'audio',
  'video',
  'iframe',
  'noscript',
  'picture',
])

/** Soft hyphen, zero-width space, word joiner, byte order mark: break opportunities, not text. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g

const LINK_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** Absolute address of a link a reader may follow, or null (`javascript:`, `data:`, broken). */
function linkTarget(href: string | undefined, base: string): string | null {
  if (href === undefined) return null
  const url = parseUrl(href, base)
  return url && LINK_SCHEMES.has(url.protocol) ? url.href : null
}

interface OpenSpan {
  start: number
  readonly close: (start: number, end: number) => Span
}

/** Collects words and marks, collapsing white space as CSS does for `white-space: normal`. */
class RichTextBuilder {
  private text = ''
  private spacePending = false
  private readonly open: OpenSpan[] = []
  private readonly spans: Span[] = []

  add(raw: string): void {
    for (const piece of raw.replace(INVISIBLE, '').match(/\s+|\S+/g) ?? []) {
      if (piece.trim() === '') this.spacePending = true
      else this.word(piece)
    }
  }

  private word(piece: string): void {
    if (this.spacePending && this.text !== '' && !this.text.endsWith('\n')) this.text += ' '
    this.spacePending = false
    for (const span of this.open) if (span.start < 0) span.start = this.text.length
    this.text += piece
  }

  lineBreak(): void {
    this.spacePending = false
    if (this.text !== '' && !this.text.endsWith('\n\n')) this.text += '\n'
  }

  within(close: OpenSpan['close'], content: () => void): void {
    const span: OpenSpan = { start: -1, close }
    this.open.push(span)
    content()
    this.open.pop()
    const end = this.text.trimEnd().length
    if (span.start >= 0 && end > span.start) this.spans.push(close(span.start, end))
  }

  build(): RichText {
    const spans = this.spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
    return { text: this.text.trimEnd(), spans }
  }
}

function addElement(builder: RichTextBuilder, element: PageElement, base: string): void {
  const content = (): void => addNodes(builder, element.children, base)
  if (element.hidden || SKIPPED.has(element.tag)) return
  if (element.tag === 'br') return builder.lineBreak()
  if (element.tag === 'img') return builder.add(element.media ? '' : (element.attributes['alt'] ?? ''))
  if (element.tag === 'q') {
    builder.add('“')
    content()
    return builder.add('”')
  }
  const href = element.tag === 'a' ? linkTarget(element.attributes['href'], base) : null
  if (href !== null) return builder.within((start, end) => ({ start, end, kind: 'link', href }), content)
  const kind = MARKS[element.tag]
  if (kind) return builder.within((start, end) => ({ start, end, kind }), content)
  content()
}

function addNodes(builder: RichTextBuilder, nodes: readonly PageNode[], base: string): void {
  for (const node of nodes) {
    if (isText(node)) builder.add(node.text)
    else addElement(builder, node, base)
  }
}

/**
 * Words and marks of a run of inline nodes. Blocks inside the run are read on, separated by a space or line
 * break by the caller. Offsets are UTF-16 units of the collapsed text; links are absolute.
 */
export function richText(nodes: readonly PageNode[], base: string): RichText {
  const builder = new RichTextBuilder()
  addNodes(builder, nodes, base)
  return builder.build()
}

function cut(rich: RichText, start: number, end: number): RichText {
  const spans = rich.spans
    .filter(span => span.start < end && span.end > start)
    .map(span => ({
      ...span,
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    }))
  return { text: rich.text.slice(start, end), spans }
}

/** Splits at empty lines: two line breaks in a row are how old pages write a paragraph. */
export function splitParagraphs(rich: RichText): readonly RichText[] {
  const out: RichText[] = []
  let start = 0
  for (const part of rich.text.split('\n\n')) {
    if (part !== '') out.push(cut(rich, start, start + part.length))
    start += part.length + 2
  }
  return out
}

/** Words of several runs, one a line. */
export function joinLines(parts: readonly RichText[]): RichText {
  let text = ''
  const spans: Span[] = []
  for (const part of parts) {
    if (part.text === '') continue
    if (text !== '') text += '\n'
    const shift = text.length
    for (const span of part.spans) spans.push({ ...span, start: span.start + shift, end: span.end + shift })
    text += part.text
  }
  return { text, spans }
}
