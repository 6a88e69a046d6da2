import * as css from 'css-tree/tokenizer'
import { stringValue, unescapeCss, urlValue } from '../model/markup/css-text.ts'
import { applyEdits, type Edit } from './edits.ts'
import { readDataUrl } from './data-url.ts'
import { type Answering, type AskKind, BLOCKED } from './types.ts'

const WORTH_READING = /url|@|image-set|src|\\|:defined/i
const IMAGE_SET = /^(?:-webkit-)?image-set$/

function cssString(text: string): string {
  return `"${text.replaceAll(/["\\\n\r\f]/g, ch => `\\${ch.charCodeAt(0).toString(16)} `)}"`
}

/** Writes `u\72l(` as `url(`: to a browser they are the same, to the tokenizer they are not. */
function withPlainNames(source: string): string {
  if (!source.includes('\\')) return source
  const edits: Edit[] = []
  css.tokenize(source, (type, start, end) => {
    if (type !== css.Function && type !== css.Url && type !== css.BadUrl) return
    const open = source.indexOf('(', start)
    const name = source.slice(start, open)
    if (name.includes('\\') && open < end)
      edits.push({ start, end: open, text: unescapeCss(name).toLowerCase() })
  })
  return applyEdits(source, edits)
}

/** Walks over the tokens of one style sheet and writes every address anew. What is not an address stays as it was. */
class StyleRewriter {
  readonly #source: string
  readonly #answering: Answering
  readonly #edits: Edit[] = []
  readonly #open: string[] = []
  /** Open image sets: the first stored picture in each, and where others are missing. */
  readonly #sets: { readonly depth: number; stored: string | null; readonly missing: Edit[] }[] = []
  #rule = ''
  /** Where a media condition asks for scripts and has not said how; null: nowhere. */
  #scriptingAt: number | null = null
  /** The `@font-face` that is open: whether a file of it is held, and those that are not. */
  #font: { held: boolean; readonly missing: string[] } | null = null

  constructor(source: string, answering: Answering) {
    this.#source = withPlainNames(source)
    this.#answering = answering
  }

  rewrite(): string {
    css.tokenize(this.#source, (type, start, end) => this.#take(type, start, end))
    while (this.#sets.length > 0) this.#closeSet()
    this.#closeFont()
    return applyEdits(this.#source, this.#edits)
  }

  #take(type: number, start: number, end: number): void {
    const text = (): string => this.#source.slice(start, end)
    switch (type) {
      case css.Ident:
        return this.#word(text().toLowerCase(), start, end)
      case css.AtKeyword:
        this.#rule = unescapeCss(text().slice(1)).toLowerCase()
        this.#open.length = 0
        return
      case css.Semicolon:
        if (this.#open.length === 0) this.#rule = ''
        return
      case css.LeftCurlyBracket:
        if (this.#rule === 'font-face') this.#font = { held: false, missing: [] }
        this.#rule = ''
        return
      case css.RightCurlyBracket:
        this.#closeFont()
        this.#open.length = 0
        return
      case css.Function:
        return this.#enter(unescapeCss(text().slice(0, -1)).toLowerCase())
      case css.LeftParenthesis:
        return this.#enter('')
      case css.RightParenthesis:
        this.#closeScripting('enabled', start)
        if (this.#sets.at(-1)?.depth === this.#open.length) this.#closeSet()
        return void this.#open.pop()
      case css.Url:
        return this.#address(urlValue(text()), start, end, true)
      case css.BadUrl:
        return void this.#edits.push({ start, end, text: `url("${BLOCKED}")` })
      case css.String:
        if (this.#isAddress()) this.#address(stringValue(text()), start, end, false)
    }
  }

  /** Where scripts ran, their elements are defined and their rules hold, as they did then. */
  #word(word: string, start: number, end: number): void {
    if (!this.#answering.rendered) return
    if (word === 'defined' && this.#source[start - 1] === ':') {
      this.#edits.push({ start, end, text: 'not([data-stet-undefined])' })
    } else if (this.#scriptingAt !== null) this.#closeScripting(word, end)
    else if (word === 'scripting' && this.#rule === 'media') this.#scriptingAt = start
  }

  /** Browsers do not agree on what a page without scripts says here, so it is asked something that is so, or not. */
  #closeScripting(value: string, end: number): void {
    if (this.#scriptingAt === null) return
    const text = value === 'enabled' ? 'min-width: 0px' : 'max-width: 0px'
    this.#edits.push({ start: this.#scriptingAt, end, text })
    this.#scriptingAt = null
  }

  #enter(name: string): void {
    this.#open.push(name)
    if (IMAGE_SET.test(name)) this.#sets.push({ depth: this.#open.length, stored: null, missing: [] })
  }

  /** Whether a string that stands here is an address. */
  #isAddress(): boolean {
    const inside = this.#open.at(-1) ?? ''
    if (inside === 'url' || inside === 'src' || IMAGE_SET.test(inside)) return true
    return this.#rule === 'import' && this.#open.length === 0
  }

  #address(url: string, start: number, end: number, bare: boolean): void {
    if (this.#rule === 'namespace') return
    const kind: AskKind = this.#rule === 'import' ? 'style' : this.#font ? 'font' : 'image'
    // What follows the address of an import are conditions; they hold none.
    if (this.#rule === 'import') this.#rule = 'import conditions'
    const answer = this.#answerTo(url, kind)
    if (answer === url) return
    const edit = (to: string): Edit => ({ start, end, text: bare ? `url(${cssString(to)})` : cssString(to) })
    const set = this.#sets.at(-1)
    if (set && answer === null) set.missing.push(edit(BLOCKED))
    else this.#edits.push(edit(answer ?? BLOCKED))
    if (set && answer !== null && set.stored === null) set.stored = answer
  }

  #answerTo(url: string, kind: AskKind): string | null {
    const text = url.trim()
    if (text === '' || text.startsWith('#')) return url
    if (/^data:/i.test(text))
      return kind === 'style' ? (rewriteDataStyle(text, this.#answering) ?? BLOCKED) : url
    const stored = this.#answering.stored(text, kind)
    if (stored !== null && this.#font) this.#font.held = true
    else if (stored === null && this.#font) this.#font.missing.push(text)
    else if (stored === null) this.#answering.missing(text, kind === 'image' ? 'picture-of-rule' : 'always')
    return stored
  }

  /** Of the files of a font a browser takes one: where that is held, nothing is missing. */
  #closeFont(): void {
    if (this.#font?.held === false) this.#font.missing.forEach(url => this.#answering.missing(url, 'font'))
    this.#font = null
  }

  /** A browser takes the size it likes best: all sizes then show the one that is held. */
  #closeSet(): void {
    const set = this.#sets.pop()!
    for (const edit of set.missing) {
      this.#edits.push(
        set.stored === null ? edit : { ...edit, text: edit.text.replace(BLOCKED, () => set.stored!) },
      )
    }
  }
}

/**
 * A style sheet, or a `style` attribute, with every address answered from the bag or blocked. A custom property that
 * smuggles a string into `image-set(var(…))` is beyond a look at tokens; the page's content security policy refuses it.
 */
export function rewriteStyle(source: string, answering: Answering): string {
  return WORTH_READING.test(source) ? new StyleRewriter(source, answering).rewrite() : source
}

/** A style sheet that is written into its address, with its own addresses answered; null where it is none. */
export function rewriteDataStyle(url: string, answering: Answering): string | null {
  const read = readDataUrl(url)
  if (read?.mime !== 'text/css') return null
  return `data:text/css;charset=utf-8,${encodeURIComponent(rewriteStyle(read.text, answering))}`
}
