const BLOCKS: ReadonlySet<string> = new Set(
  'div p li br time dd dt dl ul ol section header h1 h2 h3 h4 h5 h6 button td tr address'.split(' '),
)
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'svg', 'template'])
/** Elements that style a part of a word or sentence; others often stand side by side as things of their own. */
const PHRASING: ReadonlySet<string> = new Set(
  'abbr b bdi bdo cite code del dfn em font i ins kbd mark q ruby s small strong sub sup u var wbr'.split(
    ' ',
  ),
)

/** Characters beyond which an element's words are no line of metadata, and are not kept. */
const LONGEST = 2_000

/** Private-use characters: where a block begins or ends, where other elements end, and where phrasing ends. */
const BLOCK_EDGE = '\ue001'
const INLINE_EDGE = '\ue002'
const PHRASE_EDGE = '\ue003'

/** Edges that a block's own edge makes superfluous: boxes in boxes would pile them up. */
const OUTER_EDGES = /^\ue001|\ue001$/g

/** The words of short elements with marks at the edges of the elements inside, each made once from its children's. */
export class RawTexts {
  private readonly raw: string[] = []

  open(place: number): void {
    this.raw[place] = ''
  }

  add(place: number, words: string): void {
    const text = this.raw[place]!
    if (text.length <= LONGEST) this.raw[place] = text + words
  }

  /** Hands a finished element's words on to the element around it. */
  close(place: number, parent: number, tag: string): void {
    if (parent < 0 || SILENT.has(tag)) return
    const text = this.raw[place]!
    if (BLOCKS.has(tag)) this.add(parent, BLOCK_EDGE + text.replace(OUTER_EDGES, '') + BLOCK_EDGE)
    else this.add(parent, text + (PHRASING.has(tag) ? PHRASE_EDGE : INLINE_EDGE))
  }

  private line(place: number): string {
    const text = this.raw[place] ?? ''
    return text.length > LONGEST ? '' : text
  }

  spaced(place: number): string {
    return this.line(place)
      .replaceAll(BLOCK_EDGE, ' | ')
      .replaceAll(/[\ue002\ue003\s]+/g, ' ')
      .replaceAll(/(?:\s*\|\s*)+/g, ' | ')
      .replaceAll(/ (?=[,.;:!?])/g, '')
      .replaceAll(/^[ |]+|[ |]+$/g, '')
  }

  headline(place: number): string {
    return this.line(place)
      .replaceAll(PHRASE_EDGE, '')
      .replaceAll(/[\ue001\ue002]+(?=[,.;:!?])/g, '')
      .replaceAll(/[\ue001\ue002\u200b\u2060\ufeff\u00ad]+/g, mark =>
        /[\ue001\ue002]/.test(mark) ? ' ' : '',
      )
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^[ |]+|[ |]+$/g, '')
  }
}
