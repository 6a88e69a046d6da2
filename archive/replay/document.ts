import { applyEdits, type Edit } from './edits.ts'
import type { Choice, ElementContext } from './element-context.ts'
import { rewriteElement } from './elements.ts'
import { rewriteStyle } from './style.ts'
import { TagDraft } from './tag-draft.ts'
import { type OpenTag, readTags, type Tag } from './tags.ts'
import type { Answering } from './types.ts'

export type DocumentKind = 'html' | 'xhtml' | 'svg'

export interface DocumentOptions {
  readonly kind: DocumentKind
  /** Made with the `href` of the document's first `base`, or null. */
  readonly answering: (base: string | null) => Answering
}

export interface RewrittenDocument {
  readonly html: string
  /** Script elements, handlers and script addresses taken out. */
  readonly scriptsRemoved: number
}

/** Documents written into documents; deeper ones are left empty. */
const MAX_DEPTH = 5

const VOID =
  /^(?:area|base|basefont|bgsound|br|col|embed|frame|hr|img|input|keygen|link|meta|param|source|track|wbr)$/
/** Elements that show one of several files. */
const CHOICES = new Set(['picture', 'video', 'audio'])
/** Elements whose tags say nothing without a script; AMP's pictures are written as pictures, which have no end tag. */
const NO_END = new Set(['amp-img', 'amp-anim'])

/**
 * Links that lead nowhere still look like links, lazy pictures are there, and what lay on top lies there. Where it can
 * be, with zero weight: the page's own rules win.
 */
const STYLE = `<style>:where(a[data-stet-href]){color:LinkText;text-decoration:underline;cursor:help}
[data-stet-shown]{opacity:1!important;visibility:visible!important;filter:none!important}
[popover][data-stet-open]{display:block}dialog[data-stet-open]{position:fixed;inset:0;margin:auto}</style>`

function isOpen(tag: Tag, name: string): tag is OpenTag {
  return tag.kind === 'open' && tag.name === name
}

class DocumentRewriter {
  readonly #source: string
  readonly #tags: readonly Tag[]
  readonly #kind: DocumentKind
  readonly #depth: number
  readonly #options: DocumentOptions
  readonly #answering: Answering
  readonly #edits: Edit[] = []
  readonly #choices: { readonly name: string; readonly choice: Choice }[] = []
  readonly #sprites = new Map<string, string | null>()
  /** What stands before this place is taken out already. */
  #cutUpTo = 0
  #scriptsRemoved = 0

  constructor(html: string, options: DocumentOptions, depth: number) {
    const { source, tags } = readTags(html, options.kind === 'svg' ? 'xml' : options.kind)
    this.#source = source
    this.#tags = tags
    this.#kind = options.kind
    this.#depth = depth
    this.#options = options
    const base = tags.find(tag => isOpen(tag, 'base') && tag.attributes.some(one => one.name === 'href'))
    const href =
      base?.kind === 'open' ? base.attributes.find(one => one.name === 'href')?.value.trim() : undefined
    this.#answering = options.answering(href ?? null)
  }

  rewrite(): RewrittenDocument {
    const context: ElementContext = {
      answering: this.#answering,
      inner: html => this.#inner(html),
      scriptRemoved: () => void this.#scriptsRemoved++,
      drawing: svg => this.#drawing(svg),
      sprite: url => this.#sprite(url),
      choice: () => this.#choices.at(-1)?.choice ?? null,
      noscriptFollows: ({ tag }) =>
        /^\s*(?:<\/picture>\s*)?<noscript/i.test(this.#source.slice(tag.end, tag.end + 200)),
    }
    for (const [i, tag] of this.#tags.entries()) {
      if (tag.start < this.#cutUpTo) continue
      if (tag.kind === 'close') this.#close(tag.name)
      if (tag.kind === 'open') this.#open(tag, this.#tags[i + 1], context)
      else if (tag.kind === 'instruction') this.#cut(tag.start, tag.end)
      else if (NO_END.has(tag.name) || tag.name === 'script') this.#cut(tag.start, tag.end)
    }
    this.#settle(this.#choices.length)
    if (this.#kind !== 'svg' && this.#depth === 0) this.#addStyle()
    return { html: applyEdits(this.#source, this.#edits), scriptsRemoved: this.#scriptsRemoved }
  }

  #cut(start: number, end: number): void {
    this.#edits.push({ start, end, text: '' })
  }

  /** Where scripts ran nobody saw what stands there for those who have none; here none run, and it would show. */
  #cutNoscript(tag: OpenTag): void {
    const close = this.#tags.find(
      one => one.kind === 'close' && one.name === 'noscript' && one.start >= tag.end,
    )
    this.#cutUpTo = close?.end ?? this.#source.length
    this.#cut(tag.start, this.#cutUpTo)
  }

  #close(name: string): void {
    const at = this.#choices.findLastIndex(one => one.name === name)
    if (at >= 0) this.#settle(this.#choices.length - at)
  }

  #settle(count: number): void {
    for (const { choice } of this.#choices.splice(this.#choices.length - count)) {
      const [wanted] = choice.wanted
      if (choice.held === null && wanted !== undefined) this.#answering.missing(wanted)
    }
  }

  #open(tag: OpenTag, next: Tag | undefined, context: ElementContext): void {
    if (tag.name === 'noscript' && !tag.foreign && this.#answering.rendered) return this.#cutNoscript(tag)
    if (CHOICES.has(tag.name)) this.#choices.push({ name: tag.name, choice: { held: null, wanted: [] } })
    const empty = tag.selfClosing && (tag.foreign || this.#kind === 'xhtml')
    // Of scripts and styles, text ends at the next tag: outside SVG that is their end tag, and inside they may hold
    // tags, of which some end the SVG and so change how all that follows is read. Those must stay.
    const textEnd = empty ? tag.end : (next?.start ?? this.#source.length)
    if (tag.name === 'script') {
      this.#scriptsRemoved++
      return this.#cut(tag.start, textEnd)
    }
    const draft = new TagDraft(tag)
    rewriteElement(draft, context)
    const closeIt = empty && !tag.foreign && !VOID.test(tag.name)
    this.#edits.push(...draft.edits(closeIt))
    if (tag.name !== 'style') return
    const text = rewriteStyle(this.#source.slice(tag.end, textEnd), this.#answering)
    this.#edits.push({ start: tag.end, end: textEnd, text })
  }

  #inner(html: string): string {
    if (this.#depth >= MAX_DEPTH) return ''
    const answering = (base: string | null): Answering =>
      base === null ? this.#answering : this.#options.answering(base)
    const inner = new DocumentRewriter(html, { kind: 'html', answering }, this.#depth + 1).rewrite()
    this.#scriptsRemoved += inner.scriptsRemoved
    return inner.html
  }

  /** A page's icons come from one drawing: it is rewritten once. */
  #sprite(url: string): string | null {
    const address = url.split('#', 1)[0]!
    const known = this.#sprites.get(address)
    if (known !== undefined) return known
    const svg = this.#depth >= MAX_DEPTH ? null : this.#answering.drawing(url)
    const drawing = svg === null ? null : this.#inner(svg)
    this.#sprites.set(address, drawing)
    return drawing
  }

  #drawing(svg: string): string {
    if (this.#depth >= MAX_DEPTH) return ''
    const answering = (): Answering => this.#answering
    const inner = new DocumentRewriter(svg, { kind: 'svg', answering }, this.#depth + 1).rewrite()
    this.#scriptsRemoved += inner.scriptsRemoved
    return inner.html
  }

  #addStyle(): void {
    const place =
      this.#tags.find(tag => isOpen(tag, 'head')) ?? this.#tags.find(tag => isOpen(tag, 'html')) ?? null
    const doctype = /^(?:\s|<!--[\s\S]*?-->)*<!doctype[^>]*>/i.exec(this.#source)
    const at = place?.end ?? doctype?.[0].length ?? 0
    this.#edits.push({ start: at, end: at, text: STYLE })
  }
}

/**
 * A document with every address answered from the bag or blocked and everything that runs taken out. All else stays as
 * it was written: nothing is parsed into a tree and written anew.
 */
export function rewriteDocument(html: string, options: DocumentOptions): RewrittenDocument {
  return new DocumentRewriter(html, options, 0).rewrite()
}
