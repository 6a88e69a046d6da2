import { Tokenizer } from 'htmlparser2'

export type Attributes = Readonly<Record<string, string>>

export interface MarkupHandlers {
  /** A start tag. Names are in lower case, entities decoded, the first attribute of each name counts. */
  readonly open: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  /** The whole text of a `style` element. */
  readonly style?: (text: string) => void
  readonly comment?: (text: string) => void
}

const nothing = (): void => {}

/**
 * Walks over the tags of a document, in order and without building a tree: tags need not fit together, and a million
 * open ones cost no more than a million closed ones. What is text to a browser (scripts, titles, text areas) is text.
 */
export function scanMarkup(html: string, handlers: MarkupHandlers): void {
  let tag = ''
  let attributes: Record<string, string> = {}
  let attribute = ''
  let value = ''
  let style: string[] | null = null

  const endStyle = (): void => {
    if (style) handlers.style?.(style.join(''))
    style = null
  }
  const open = (): void => handlers.open(tag, attributes)

  const tokenizer = new Tokenizer(
    { decodeEntities: true, recognizeSelfClosing: true },
    {
      onopentagname(start, end) {
        tag = html.slice(start, end).toLowerCase()
        attributes = {}
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata(start, end) {
        value += html.slice(start, end)
      },
      onattribentity(codepoint) {
        value += String.fromCodePoint(codepoint)
      },
      onattribend() {
        attributes[attribute] ??= value
      },
      onopentagend() {
        open()
        if (tag === 'style') style = []
      },
      onselfclosingtag: open,
      ontext(start, end) {
        style?.push(html.slice(start, end))
      },
      onclosetag(start, end) {
        endStyle()
        handlers.close?.(html.slice(start, end).toLowerCase())
      },
      oncomment(start, end, offset) {
        handlers.comment?.(html.slice(start, end - offset))
      },
      onend: endStyle,
      ontextentity: nothing,
      oncdata: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}
