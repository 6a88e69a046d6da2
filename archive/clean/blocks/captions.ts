import type { FigureBlock, RichText } from '../../model/article.ts'
import { CAPTION_NAMES, CREDIT_NAMES, CREDIT_OPENERS } from '../rules/caption-names.ts'
import { CREDIT_TAIL } from '../rules/credit-tails.ts'
import { elementsIn, isText, type PageElement, type PageNode } from '../tree/node.ts'
import { joinLines } from './rich-text.ts'
import { textLines } from './text-lines.ts'

const LONGEST_CAPTION_LETTERS = 700

/** An element that holds nothing but the words under a picture. */
export function isCaption(element: PageElement): boolean {
  if (element.letters === 0 || element.letters > LONGEST_CAPTION_LETTERS) return false
  if (element.tag === 'figcaption') return true
  return element.tag !== 'p' || element.names !== ''
    ? CAPTION_NAMES.test(element.names) || (CREDIT_NAMES.test(element.names) && element.letters < 150)
    : false
}

function creditElements(root: PageElement): PageElement[] {
  const out: PageElement[] = []
  for (const part of elementsIn(root)) {
    const within = out.some(outer => part.n > outer.n && inside(part, outer))
    if (part !== root && part.letters > 0 && !within && CREDIT_NAMES.test(part.names)) out.push(part)
  }
  return out
}

function inside(element: PageElement, outer: PageElement): boolean {
  for (let up = element.parent; up; up = up.parent) if (up === outer) return true
  return false
}

function without(nodes: readonly PageNode[], dropped: ReadonlySet<PageNode>): PageNode[] {
  return nodes
    .filter(node => !dropped.has(node))
    .map(node => (isText(node) ? node : { ...node, children: without(node.children, dropped) }))
}

/** Words under a picture, and whose picture it is. */
export interface CaptionWords {
  readonly caption: RichText
  readonly credit: string | null
}

/** Takes the credit off the end: a last line of its own, or what follows the last sentence of the caption. */
function splitCredit(lines: readonly RichText[]): CaptionWords {
  const last = lines.at(-1)
  if (last && last.text.length < 150 && CREDIT_OPENERS.test(last.text)) {
    return { caption: joinLines(lines.slice(0, -1)), credit: bareCredit(last.text) }
  }
  const tail = last ? creditTail(last.text) : null
  if (!last || tail === null) return { caption: joinLines(lines), credit: null }
  const rest = {
    text: last.text.slice(0, tail).trimEnd(),
    spans: last.spans.filter(span => span.end <= tail),
  }
  return { caption: joinLines([...lines.slice(0, -1), rest]), credit: bareCredit(last.text.slice(tail)) }
}

/** Where "… Picture: Name" or "… (Photo: Name)" begins at the end of a line; null where there is none. */
function creditTail(text: string): number | null {
  const match = CREDIT_TAIL.exec(text)
  if (!match) return null
  const start = match.index + (/^[.!?"”’)\s]*/.exec(match[0])?.[0].length ?? 0)
  const tail = text.slice(start)
  // A credit is a sentence of its own or stands in brackets; an agency alone ("Name / Agency") does not tell
  // where the name before it begins.
  const apart = /^[([]/.test(tail) || /[.!?"”’)。！？]\s*$/.test(text.slice(0, start))
  return start > 0 && apart && CREDIT_OPENERS.test(tail.replace(/^\[/, '(')) ? start : null
}

function bareCredit(text: string): string | null {
  const bare = text
    .replace(/\s+/g, ' ')
    .replace(/^\((.*)\)$/, '$1')
    .trim()
  return bare === '' ? null : bare
}

/** Reads the words around a picture: parts named as credit, or a last line that opens like one, become the credit. */
export function captionWords(nodes: readonly PageNode[], base: string): CaptionWords {
  const roots = nodes.filter(node => !isText(node)) as PageElement[]
  const credits = roots.flatMap(root =>
    CREDIT_NAMES.test(root.names) && root.tag !== 'figure' ? [root] : creditElements(root),
  )
  const all = textLines(nodes, base)
  const rest = textLines(without(nodes, new Set(credits)), base)
  const named = credits.map(part => joinLines(textLines(part.children, base)).text).filter(Boolean)
  if (named.length === 0) return splitCredit(all)
  return { caption: joinLines(rest), credit: bareCredit([...new Set(named)].join(' / ')) }
}

/** The same figure with words; words it already has are kept and followed by the new ones. */
export function withCaption(figure: FigureBlock, words: CaptionWords): FigureBlock {
  const known = figure.caption.text
  const caption = known === words.caption.text ? figure.caption : joinLines([figure.caption, words.caption])
  return { ...figure, caption, credit: figure.credit ?? words.credit }
}
