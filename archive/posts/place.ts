import { classOf } from './find/marks.ts'
import { isElement, saysNothing, tagOf, textOf } from './element-text.ts'
import { LOADING_NOTICES } from './words/phrases.ts'

const WRAPPERS = new Set(
  'div figure p span center noscript em strong b i a font object amp-layout picture'.split(' '),
)
const CAPTIONS = new Set(['figcaption', 'cite', 'small'])
const CAPTION_CLASS = /caption|legend|credit/i
/** A wrapper of this kind is a part of the page, not of the embed, unless its name also speaks of an embed. */
const REGION =
  /side|aside|widget|footer|header|rail|related|recirc|recommend|nav|column|comment|modal|content|body|article|story|main|page|container-?fluid|row|grid|layout|col-/i
const EMBED =
  /embed|tweet|twitter|instagram|facebook|tiktok|youtube|bluesky|reddit|telegram|vimeo|video|iframe|responsive|ratio/i
const PHRASING = new Set('p span em strong b i u a font small h1 h2 h3 h4 h5 h6 sub sup mark'.split(' '))
const MAX_CLIMB = 8
const MAX_NOTICE = 600

function isCaption(node: Node): boolean {
  return isElement(node) && (CAPTIONS.has(tagOf(node)) || CAPTION_CLASS.test(classOf(node)))
}

function isNotice(text: string): boolean {
  return text.length <= MAX_NOTICE && LOADING_NOTICES.some(notice => notice.test(text))
}

interface Around {
  readonly captions: readonly string[]
  readonly notices: readonly Node[]
}

/** What a wrapper holds besides the post; null where that is more than captions and loading notices. */
function around(wrapper: Element, post: Element): Around | null {
  const captions: string[] = []
  const notices: Node[] = []
  for (const node of wrapper.childNodes) {
    if (node === post || saysNothing(node)) continue
    const text = node.nodeType === 1 ? textOf(node, { maxLength: 2000 }) : (node.nodeValue ?? '').trim()
    if (isCaption(node)) captions.push(text)
    else if (isNotice(text)) notices.push(node)
    else return null
  }
  return { captions, notices }
}

function isWrapper(element: Element): boolean {
  if (!WRAPPERS.has(tagOf(element))) return false
  const name = `${classOf(element)} ${element.id}`
  return EMBED.test(name) || !REGION.test(name)
}

/** The outermost element that holds nothing but the post, its captions and the notices of a loader. */
function wholeEmbed(post: Element): { readonly element: Element; readonly captions: readonly string[] } {
  let element = post
  const captions: string[] = []
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const parent = element.parentElement
    if (!parent || !isWrapper(parent)) break
    const rest = around(parent, element)
    if (!rest) break
    captions.push(...rest.captions)
    element = parent
  }
  return { element, captions }
}

/** Splits `<p>before [post] after</p>` into two, so that the post stands between paragraphs and not inside one. */
function liftOut(element: Element): void {
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const parent = element.parentElement
    if (!parent || !PHRASING.has(tagOf(parent))) return
    const rest = parent.cloneNode(false)
    if (!isElement(rest)) return
    rest.removeAttribute('id')
    while (element.nextSibling) rest.append(element.nextSibling)
    parent.after(element)
    if (!saysNothing(rest)) element.after(rest)
    if (saysNothing(parent)) parent.remove()
  }
}

/**
 * Takes an embed out of the page and puts paragraphs in its place: one for each of `lines`, then the embed's captions.
 * Readability keeps paragraphs of plain words where it drops figures, frames and quotes. Returns the first paragraph,
 * or null where `lines` is empty.
 */
export function replaceEmbed(post: Element, lines: readonly string[]): Element | null {
  const { element, captions } = wholeEmbed(post)
  const document = element.ownerDocument
  liftOut(element)
  const paragraphs = [...lines, ...captions].map(line => {
    const paragraph = document.createElement('p')
    paragraph.textContent = line
    return paragraph
  })
  element.replaceWith(...paragraphs)
  return lines.length > 0 ? (paragraphs[0] ?? null) : null
}

/** Whether nothing but white space stands between a paragraph and an element further on in the page. */
export function directlyAfter(paragraph: Element, element: Element): boolean {
  let node: Node = element
  for (let steps = 0; steps < 200; steps++) {
    const before: Node | null = node.previousSibling
    if (before === null) {
      if (!node.parentNode || /^(?:article|main|body)$/.test(tagOf(node.parentNode))) return false
      node = node.parentNode
    } else if (before === paragraph || before.contains(paragraph)) {
      return before === paragraph || textOf(before) === textOf(paragraph)
    } else if (saysNothing(before)) node = before
    else return false
  }
  return false
}
