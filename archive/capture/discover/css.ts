import * as css from 'css-tree/tokenizer'
import { stringValue, urlValue } from '../../model/markup/css-text.ts'
import { chooseFontSource, rangeIsUsed, type FontSource } from './font-face.ts'
import { chooseCandidate, type ImageCandidate } from '../../model/picture-choice/srcset.ts'

/** Addresses in a style sheet, as written there. */
export interface StyleReferences {
  readonly imports: readonly string[]
  readonly images: readonly string[]
  readonly fonts: readonly string[]
}

export interface StyleContext {
  readonly pixelRatio: number
  /** The characters on the page in order, for fonts that are split by `unicode-range`. */
  readonly characters: () => readonly number[]
}

const NOTHING: StyleReferences = { imports: [], images: [], fonts: [] }
const WORTH_READING = /url\(|@import|image-set\(|src\(/i
const IMAGE_SET = /^(?:-webkit-)?image-set$/
const SUPPORTED_IMAGE = /^(?:image\/(?:avif|webp|jpe?g|png|gif|svg\+xml|apng|bmp|x-icon))?$/

interface ImageSet {
  readonly depth: number
  readonly options: { candidate: ImageCandidate; type: string }[]
}

/** Walks over the tokens of one style sheet. Where a token stands decides what it is; nothing is parsed as a tree. */
class StyleReader {
  readonly imports: string[] = []
  readonly images: string[] = []
  readonly fonts: string[] = []
  readonly #source: string
  readonly #context: StyleContext
  /** Functions and parentheses that are open, innermost last. */
  readonly #open: string[] = []
  readonly #sets: ImageSet[] = []
  /** The at-rule whose prelude is being read. */
  #rule = ''
  #font: { sources: FontSource[]; range: string } | null = null

  constructor(source: string, context: StyleContext) {
    this.#source = source
    this.#context = context
  }

  read(): void {
    css.tokenize(this.#source, (type, start, end) => this.#take(type, start, end))
    this.#closeFont()
  }

  #take(type: number, start: number, end: number): void {
    switch (type) {
      case css.AtKeyword:
        this.#rule = this.#text(start + 1, end).toLowerCase()
        this.#open.length = 0
        return
      case css.Semicolon:
        if (this.#open.length === 0) this.#rule = ''
        return
      case css.LeftCurlyBracket:
        if (this.#rule === 'font-face') this.#font = { sources: [], range: '' }
        this.#rule = ''
        return
      case css.RightCurlyBracket:
        this.#closeFont()
        this.#open.length = 0
        return
      case css.Function:
        return this.#enter(this.#text(start, end - 1).toLowerCase())
      case css.LeftParenthesis:
        return this.#enter('')
      case css.RightParenthesis:
        return this.#leave()
      case css.Url:
        return this.#address(urlValue(this.#text(start, end)))
      case css.String:
        return this.#string(stringValue(this.#text(start, end)))
      case css.Dimension:
        return this.#dimension(this.#text(start, end).toLowerCase())
      case css.Ident:
        return this.#word(this.#text(start, end).toLowerCase(), end)
    }
  }

  #text(start: number, end: number): string {
    return this.#source.slice(start, end)
  }

  #enter(name: string): void {
    this.#open.push(name)
    if (IMAGE_SET.test(name)) this.#sets.push({ depth: this.#open.length, options: [] })
  }

  #leave(): void {
    const set = this.#sets.at(-1)
    if (set && set.depth === this.#open.length) {
      this.#sets.pop()
      const usable = set.options
        .filter(option => SUPPORTED_IMAGE.test(option.type))
        .map(option => option.candidate)
      const chosen = chooseCandidate(usable, 1, this.#context.pixelRatio)
      if (chosen !== null) this.images.push(chosen)
    }
    this.#open.pop()
  }

  #string(value: string): void {
    const inside = this.#open.at(-1) ?? ''
    const lastOption = this.#sets.at(-1)?.options.at(-1)
    const lastFont = this.#font?.sources.at(-1)
    if (inside === 'url' || inside === 'src') this.#address(value)
    else if (this.#rule === 'import' && this.#open.length === 0) this.#address(value)
    else if (IMAGE_SET.test(inside)) this.#address(value)
    else if (inside === 'type' && lastOption) lastOption.type = value.toLowerCase()
    else if (inside === 'format' && lastFont) lastFont.format = value.toLowerCase()
  }

  #address(url: string): void {
    const set = this.#sets.at(-1)
    if (url === '' || this.#rule === 'namespace') return
    if (this.#rule === 'import') {
      this.imports.push(url)
      // What follows are conditions, and they hold no address.
      this.#rule = 'import conditions'
    } else if (this.#rule !== '') return
    else if (this.#font) this.#font.sources.push({ url, format: null })
    else if (set) set.options.push({ candidate: { url, width: null, density: 1 }, type: '' })
    else this.images.push(url)
  }

  #dimension(text: string): void {
    const option = this.#sets.at(-1)?.options.at(-1)
    const match = option ? /^([\d.]+)(x|dppx|dpi)$/.exec(text) : null
    if (!option || !match) return
    option.candidate = { ...option.candidate, density: Number(match[1]) / (match[2] === 'dpi' ? 96 : 1) }
  }

  #word(name: string, end: number): void {
    const lastFont = this.#font?.sources.at(-1)
    if (this.#open.at(-1) === 'format' && lastFont) lastFont.format = name
    if (this.#font && name === 'unicode-range') {
      this.#font.range = /^\s*:([^;}]*)/.exec(this.#source.slice(end, end + 4000))?.[1] ?? ''
    }
  }

  #closeFont(): void {
    const font = this.#font
    this.#font = null
    if (!font || (font.range !== '' && !rangeIsUsed(font.range, this.#context.characters()))) return
    const url = chooseFontSource(font.sources)
    if (url !== null) this.fonts.push(url)
  }
}

/**
 * The addresses a style sheet (or a `style` attribute) names: imports, pictures anywhere a `url()` or `image-set()`
 * may stand, custom properties included, and of each font the file that a browser would take. Comments, odd quoting
 * and broken rules are read as CSS Syntax 3 reads them.
 */
export function styleReferences(source: string, context: StyleContext): StyleReferences {
  if (!WORTH_READING.test(source)) return NOTHING
  const reader = new StyleReader(source, context)
  reader.read()
  return { imports: reader.imports, images: reader.images, fonts: reader.fonts }
}
