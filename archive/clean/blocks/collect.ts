import type { Block, FigureBlock, RichText } from '../../model/article.ts'
import type { Post } from '../../model/post.ts'
import { postIndexIn } from '../../model/post-token.ts'
import { elementsIn, isText, linkShare, rawText, type PageElement, type PageNode } from '../tree/node.ts'
import { BLOCK_TAGS, HEADING_TAGS } from '../tree/tags.ts'
import { captionWords, isCaption, withCaption } from './captions.ts'
import { figuresIn, mediaFigure } from './figures.ts'
import { isListOfEntries, listBlock, listText } from './lists.ts'
import { richText, splitParagraphs } from './rich-text.ts'
import { isDataTable, tableBlock } from './tables.ts'
import { textLines } from './text-lines.ts'
import type { Unit } from './unit.ts'

export interface CollectContext {
  /** Base for relative addresses. */
  readonly base: string
  readonly kept: ReadonlySet<PageElement>
  readonly posts: readonly Post[]
}

const LONGEST_QUOTE_LETTERS = 3000

function share(nodes: readonly PageNode[]): number {
  let all = 0
  let linked = 0
  for (const node of nodes) {
    const letters = isText(node) ? node.text.replace(/[^\p{L}\p{N}]/gu, '').length : node.letters
    all += letters
    if (!isText(node)) linked += node.linkLetters
  }
  return all === 0 ? 0 : linked / all
}

/** Walks a page in document order and writes down its blocks. */
class Collector {
  readonly units: Unit[] = []
  private readonly context: CollectContext

  constructor(context: CollectContext) {
    this.context = context
  }

  private push(block: Block, element: PageElement, text: string, links: number): void {
    this.units.push({ block, element, kept: this.context.kept.has(element), text, linkShare: links })
  }

  private pushFigure(block: FigureBlock, element: PageElement): void {
    this.push(block, element, block.caption.text, 0)
  }

  visit(element: PageElement): void {
    const { base } = this.context
    if (element.hidden) return
    if (HEADING_TAGS.has(element.tag) && !element.holdsPost) return this.heading(element)
    if (element.tag === 'noscript') return this.noscript(element)
    if (element.tag === 'button') return this.figuresOf(element)
    if (element.tag === 'figure' || (element.media && isCaption(element))) return this.figure(element)
    if (isCaption(element)) return this.strayCaption(element)
    const media = element.tag === 'img' && !element.media ? null : mediaFigure(element, base)
    if (media) return this.pushFigure(media, element)
    if (element.tag === 'picture') return this.figuresOf(element)
    if (element.media && !element.blocky && !element.holdsPost) return this.wordsAndPictures(element)
    if (!element.holdsPost) {
      if ((element.tag === 'ul' || element.tag === 'ol') && !isListOfEntries(element))
        return this.list(element)
      if (element.tag === 'table' && isDataTable(element)) return this.table(element)
      if (element.tag === 'pre') return this.code(element)
      if (element.tag === 'blockquote' && element.letters <= LONGEST_QUOTE_LETTERS) return this.quote(element)
    }
    this.children(element)
  }

  /** Runs of loose words become paragraphs, blocks among them stay where they are. */
  private children(element: PageElement): void {
    let run: PageNode[] = []
    const flush = (): void => {
      if (run.length > 0) this.run(run, element)
      run = []
    }
    for (const child of element.children) {
      if (isText(child) || !(BLOCK_TAGS.has(child.tag) || child.blocky || this.standsAlone(child)))
        run.push(child)
      else {
        flush()
        this.visit(child)
      }
    }
    flush()
  }

  /** A picture or a noscript among loose words of a container; inside `<p>` it goes with the paragraph. */
  private standsAlone(child: PageElement): boolean {
    if (child.tag === 'noscript' || child.media) return true
    const isSign = child.tag === 'img' || child.tag === 'br' || child.children.length > 0
    return !isSign && mediaFigure(child, this.context.base) !== null
  }

  private run(nodes: readonly PageNode[], element: PageElement): void {
    const rich = richText(nodes, this.context.base)
    if (rich.text === '') return
    const index = postIndexIn(rich.text)
    const post = index === null ? undefined : this.context.posts[index]
    if (post) return this.push({ kind: 'post', post: post.key }, element, '', 0)
    for (const part of splitParagraphs(rich)) {
      this.push({ kind: 'paragraph', ...part }, element, part.text, share(nodes))
    }
  }

  /** A paragraph with pictures in it: they stand before or after its words, never within the sentence. */
  private wordsAndPictures(element: PageElement): void {
    const first = [...elementsIn(element)].find(
      part => part.media && !part.children.some(child => !isText(child) && child.media),
    )
    const wordsFirst = element.children.some(child =>
      isText(child)
        ? child.text.trim() !== ''
        : child.letters > 0 && child.n < (first?.n ?? 0) && !child.media,
    )
    if (!wordsFirst) this.figuresOf(element)
    this.run(element.children, element)
    if (wordsFirst) this.figuresOf(element)
  }

  private heading(element: PageElement): void {
    if (element.media) this.figuresOf(element)
    const lines = textLines(element.children, this.context.base)
    const text = lines
      .map(line => line.text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    if (text === '') return
    const rich: RichText = lines.length === 1 && lines[0]!.text === text ? lines[0]! : { text, spans: [] }
    this.push({ kind: 'heading', level: Number(element.tag[1]), ...rich }, element, text, linkShare(element))
  }

  private figuresOf(element: PageElement): void {
    for (const figure of figuresIn(element, this.context.base)) this.pushFigure(figure, element)
  }

  /** What a page offers to readers without scripts counts only where the scripted form shows nothing. */
  private noscript(element: PageElement): void {
    const siblings = element.parent?.children ?? []
    const at = siblings.indexOf(element)
    const near = [...siblings.slice(Math.max(0, at - 3), at), ...siblings.slice(at + 1, at + 4)]
    const shown = near.some(
      node => !isText(node) && node.tag !== 'noscript' && figuresIn(node, this.context.base).length > 0,
    )
    if (!shown) this.figuresOf(element)
  }

  private figure(element: PageElement): void {
    const { base } = this.context
    const parts = [...elementsIn(element)]
    const wraps = parts.some(
      part => ['table', 'pre', 'blockquote', 'ul', 'ol', 'p'].includes(part.tag) && part.letters > 700,
    )
    if (element.holdsPost || wraps || parts.some(part => part.tag === 'table' || part.tag === 'pre'))
      return this.children(element)
    const figures = figuresIn(element, base)
    const words = captionWords(element.children, base)
    const drawn = figures.some(figure => figure.media === 'graphic')
    if (figures.length === 0) {
      if (words.caption.text === '') return
      const quote = parts.find(part => part.tag === 'blockquote')
      return quote ? this.quote(quote) : this.pushFigure(captionOnly(words), element)
    }
    figures.forEach((figure, i) => {
      const last = i === figures.length - 1
      this.pushFigure(last && !drawn ? withCaption(figure, words) : figure, element)
    })
  }

  private strayCaption(element: PageElement): void {
    const words = captionWords([element], this.context.base)
    if (words.caption.text !== '' || words.credit !== null) this.pushFigure(captionOnly(words), element)
  }

  private list(element: PageElement): void {
    if (element.media) this.figuresOf(element)
    const made = listBlock(element, this.context.base)
    if (made) this.push(made, element, listText(made.items), linkShare(element))
  }

  private table(element: PageElement): void {
    if (element.media) this.figuresOf(element)
    const made = tableBlock(element, this.context.base)
    const text = made?.rows.map(row => row.map(cell => cell.text).join(' ')).join('\n') ?? ''
    if (made) this.push(made, element, text, linkShare(element))
  }

  private code(element: PageElement): void {
    const text = rawText(element).replace(/^\n+|\s+$/g, '')
    if (text !== '') this.push({ kind: 'code', text }, element, text, linkShare(element))
  }

  private quote(element: PageElement): void {
    const parts = [...elementsIn(element)]
    const isPage = parts.some(
      part => HEADING_TAGS.has(part.tag) || part.tag === 'table' || part.tag === 'figure',
    )
    if (isPage) return this.children(element)
    if (element.media) this.figuresOf(element)
    const sources = element.children.filter(
      child => !isText(child) && (child.tag === 'cite' || child.tag === 'footer'),
    )
    const cite = textLines(sources, this.context.base)
      .map(line => line.text)
      .join(' ')
    const paragraphs = textLines(
      element.children.filter(child => !sources.includes(child)),
      this.context.base,
    )
    if (paragraphs.length === 0) return
    const text = [...paragraphs.map(line => line.text), cite].filter(Boolean).join('\n')
    this.push(
      { kind: 'quote', paragraphs, cite: cite.replace(/^[—–-]\s*/, '') || null },
      element,
      text,
      linkShare(element),
    )
  }
}

function captionOnly(words: { caption: RichText; credit: string | null }): FigureBlock {
  return { kind: 'figure', media: 'image', src: null, alt: '', ...words }
}

/** The blocks of a page in document order, story or not. */
export function collectUnits(root: PageElement, context: CollectContext): readonly Unit[] {
  const collector = new Collector(context)
  collector.visit(root)
  return collector.units
}
