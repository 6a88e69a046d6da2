import { Tokenizer } from 'htmlparser2'

export interface Attribute {
  /** In lower case. */
  readonly name: string
  /** Entities decoded. */
  readonly value: string
  readonly start: number
  readonly end: number
}

export interface OpenTag {
  readonly kind: 'open'
  /** In lower case. */
  readonly name: string
  /** From `<` to behind `>`. */
  readonly start: number
  readonly end: number
  readonly nameEnd: number
  readonly selfClosing: boolean
  readonly attributes: readonly Attribute[]
  /** Inside SVG or MathML, where scripts and styles are elements like others. */
  readonly foreign: boolean
}

export interface CloseTag {
  readonly kind: 'close'
  readonly name: string
  readonly start: number
  readonly end: number
}

/** `<?…?>` in XML. */
export interface Instruction {
  readonly kind: 'instruction'
  readonly start: number
  readonly end: number
}

export type Tag = OpenTag | CloseTag | Instruction

/** `xhtml` is read as HTML in which `/>` ends an element; `xml` is for drawings. */
export type Language = 'html' | 'xhtml' | 'xml'

/** Elements inside which HTML begins again. Source: HTML Standard, "HTML integration point". */
const HTML_AGAIN = {
  svg: /^(?:foreignobject|desc|title)$/,
  math: /^(?:mi|mo|mn|ms|mtext)$/,
} as const
const HTML_ANNOTATION = /^(?:text\/html|application\/xhtml\+xml)$/i
/** Tags of HTML that end SVG and MathML. Source: HTML Standard, "parsing main in foreign content". */
const BREAKS_OUT =
  /^(?:b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|embed|h[1-6]|head|hr|i|img|li|listing|menu|meta|nobr|ol|p|pre|ruby|s|small|span|strong|strike|sub|sup|table|tt|u|ul|var)$/

/** Which language the parser is in: SVG and MathML have rules of their own for scripts, styles and CDATA. */
class Context {
  readonly #open: { readonly name: string; readonly language: 'svg' | 'math' | 'html' }[] = []

  get #language(): 'svg' | 'math' | 'html' {
    return this.#open.at(-1)?.language ?? 'html'
  }

  get foreign(): boolean {
    return this.#language !== 'html'
  }

  enter(name: string, attributes: readonly Attribute[]): void {
    if (BREAKS_OUT.test(name)) while (this.foreign) this.#open.pop()
    const language = this.#language
    if (language === 'html') {
      if (name === 'svg' || name === 'math') this.#open.push({ name, language: name })
    } else if (HTML_AGAIN[language].test(name) || this.#isHtmlAnnotation(name, attributes)) {
      this.#open.push({ name, language: 'html' })
    } else if (name === language) {
      this.#open.push({ name, language })
    }
  }

  #isHtmlAnnotation(name: string, attributes: readonly Attribute[]): boolean {
    const encoding = attributes.find(one => one.name === 'encoding')?.value ?? ''
    return this.#language === 'math' && name === 'annotation-xml' && HTML_ANNOTATION.test(encoding)
  }

  leave(name: string): void {
    const at = this.#open.findLastIndex(one => one.name === name)
    if (at >= 0) this.#open.length = at
    // In SVG these two end tags are read as tags of HTML.
    else if (name === 'p' || name === 'br') while (this.foreign) this.#open.pop()
  }
}

const CDATA = '<![CDATA['
/** As long, and a comment to every reader. */
const COMMENT = '<! CDATA['

interface Scan {
  readonly tags: readonly Tag[]
  /** Where `<![CDATA[` stands outside SVG and MathML: a browser takes it for a comment that ends at the next `>`. */
  readonly falseCdata: readonly number[]
}

function scan(source: string, language: Language): Scan {
  const xml = language === 'xml'
  const tags: Tag[] = []
  const falseCdata: number[] = []
  const context = new Context()
  let name = ''
  let start = 0
  let nameEnd = 0
  let attributes: Attribute[] = []
  let attribute = { name: '', start: 0, value: '' }

  function open(at: number, selfClosing: boolean): void {
    const wasForeign = context.foreign
    if (!(selfClosing && (wasForeign || name === 'svg' || name === 'math'))) context.enter(name, attributes)
    const foreign = xml || (wasForeign && context.foreign)
    tags.push({ kind: 'open', name, start, end: at + 1, nameEnd, selfClosing, attributes, foreign })
  }

  function cdata(from: number): void {
    const at = from - CDATA.length
    if (!xml && !context.foreign && source.startsWith(CDATA, at)) falseCdata.push(at)
  }

  const tokenizer = new Tokenizer(
    { decodeEntities: true, xmlMode: xml, recognizeSelfClosing: language !== 'html' },
    {
      isInForeignContext: () => context.foreign,
      onopentagname(from, to) {
        name = source.slice(from, to).toLowerCase()
        start = from - 1
        nameEnd = to
        attributes = []
      },
      onattribname(from, to) {
        attribute = { name: source.slice(from, to).toLowerCase(), start: from, value: '' }
      },
      onattribdata(from, to) {
        attribute.value += source.slice(from, to)
      },
      onattribentity(codepoint) {
        attribute.value += String.fromCodePoint(codepoint)
      },
      onattribend(_quote, end) {
        attributes.push({ ...attribute, end })
      },
      onopentagend: at => open(at, false),
      onselfclosingtag: at => open(at, true),
      onclosetag(from, to) {
        const closing = source.slice(from, to).toLowerCase()
        context.leave(closing)
        const end = source.indexOf('>', to)
        tags.push({ kind: 'close', name: closing, start: from - 2, end: end < 0 ? source.length : end + 1 })
      },
      onprocessinginstruction(from, to) {
        tags.push({ kind: 'instruction', start: from - 1, end: Math.min(to + 2, source.length) })
      },
      oncdata: from => cdata(from),
      // One that is never closed is told as a comment that begins behind `<!`.
      oncomment: from => cdata(from - 2 + CDATA.length),
      ontext() {},
      ontextentity() {},
      ondeclaration() {},
      onend() {},
    },
  )
  tokenizer.write(source)
  tokenizer.end()
  return { tags, falseCdata }
}

/** As many as anybody would hide behind each other; then all go. */
const MAX_ROUNDS = 8

/** The same text, as long as before, with `<! CDATA[` where the parser of HTML reads a comment. */
function withoutFalseCdata(source: string, at: readonly number[]): string {
  const parts: string[] = []
  let from = 0
  for (const position of at) {
    parts.push(source.slice(from, position), COMMENT)
    from = position + CDATA.length
  }
  parts.push(source.slice(from))
  return parts.join('')
}

/**
 * The tags of a document with their places in it, in order, and the source they belong to. Read as browsers read them:
 * what is text to them (scripts, titles, text areas, frames' fallbacks) holds no tags.
 */
export function readTags(
  source: string,
  language: Language,
): { readonly source: string; readonly tags: readonly Tag[] } {
  let text = source
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { tags, falseCdata } = scan(text, language)
    if (falseCdata.length === 0) return { source: text, tags }
    text = withoutFalseCdata(text, falseCdata)
  }
  text = text.replaceAll(CDATA, COMMENT)
  return { source: text, tags: scan(text, language).tags }
}
