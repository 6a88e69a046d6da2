import type { FigureBlock } from '../../model/article.ts'
import { parseUrl } from '../../model/url.ts'
import { backgroundPicture, chosenPicture } from '../images/choose.ts'
import { elementsIn, isText, rawText, type PageElement } from '../tree/node.ts'
import { joinLines, richText } from './rich-text.ts'

const NO_CAPTION = Object.freeze({ text: '', spans: [] })

function figure(media: FigureBlock['media'], src: string | null, alt: string): FigureBlock {
  return {
    kind: 'figure',
    media,
    src,
    alt: alt.replace(/\s+/g, ' ').trim(),
    caption: NO_CAPTION,
    credit: null,
  }
}

function webUrl(address: string | undefined, base: string): string | null {
  const url = address?.trim() ? parseUrl(address, base) : null
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null
}

function sourceOf(element: PageElement, base: string): string | null {
  const own = webUrl(element.attributes['src'] ?? element.attributes['data-src'], base)
  if (own) return own
  const sources = element.children.filter(child => !isText(child) && child.tag === 'source') as PageElement[]
  return sources.map(source => webUrl(source.attributes['src'], base)).find(src => src !== null) ?? null
}

function video(element: PageElement, base: string): FigureBlock | null {
  const src = sourceOf(element, base) ?? webUrl(element.attributes['poster'], base)
  const label = element.attributes['aria-label'] ?? element.attributes['title'] ?? ''
  return src ? figure('video', src, label) : null
}

/** Frames that measure, sell or sign in show the reader nothing of the story. */
const SERVICE_FRAME =
  /googletagmanager|doubleclick|googlesyndication|facebook\.com\/(?:plugins\/(?:like|share|page)|tr)|recaptcha|hcaptcha|adservice|amazon-adsystem|about:blank|taboola|outbrain|disqus/i

function frame(element: PageElement, base: string): FigureBlock | null {
  const src = webUrl(element.attributes['src'] ?? element.attributes['data-src'], base)
  if (!src || SERVICE_FRAME.test(src)) return null
  return figure('frame', src, element.attributes['title'] ?? '')
}

/** Words drawn in an inline graphic, line by line; its own title and description serve as alternative text. */
function graphic(svg: PageElement, base: string): FigureBlock {
  const texts = [...elementsIn(svg)].filter(part => part.tag === 'text' || part.tag === 'foreignobject')
  const named = [...elementsIn(svg)].find(part => part.tag === 'title' || part.tag === 'desc')
  const caption = joinLines(texts.map(part => richText(part.children, base)))
  return {
    ...figure('graphic', null, svg.attributes['aria-label'] ?? (named ? rawText(named) : '')),
    caption,
  }
}

/** The figure an element of its own makes; null where a reader would see nothing. */
export function mediaFigure(element: PageElement, base: string): FigureBlock | null {
  switch (element.tag) {
    case 'img':
    case 'amp-img': {
      const src = chosenPicture(element, base)
      return src ? figure('image', src, element.attributes['alt'] ?? '') : null
    }
    case 'video':
    case 'amp-video':
      return video(element, base)
    case 'audio': {
      const src = sourceOf(element, base)
      return src ? figure('audio', src, element.attributes['title'] ?? '') : null
    }
    case 'iframe':
    case 'amp-iframe':
      return frame(element, base)
    case 'svg': {
      const made = graphic(element, base)
      return made.caption.text === '' ? null : made
    }
    default: {
      const src = element.children.length === 0 ? backgroundPicture(element, base) : null
      return src
        ? figure('image', src, element.attributes['aria-label'] ?? element.attributes['title'] ?? '')
        : null
    }
  }
}

/** Number of pixels in the address of a picture that counts readers. */
const COUNTER = /[?&](?:w|h|width|height)=1(?:&|$)|\/pixel[./?]|\/1x1\./i

/** All figures of a subtree in order, each picture once. */
export function figuresIn(root: PageElement, base: string): readonly FigureBlock[] {
  const out: FigureBlock[] = []
  const seen = new Set<string>()
  const fallback: FigureBlock[] = []
  for (const element of elementsIn(root)) {
    if (element.hidden || (element.tag === 'img' && !element.media)) continue
    const made = mediaFigure(element, base)
    if (!made || (made.src !== null && (seen.has(made.src) || COUNTER.test(made.src)))) continue
    if (made.src !== null) seen.add(made.src)
    if (insideNoscript(element, root)) fallback.push(made)
    else out.push(made)
  }
  return out.length > 0 ? out : fallback
}

function insideNoscript(element: PageElement, root: PageElement): boolean {
  for (let up = element.parent; up && up !== root.parent; up = up.parent)
    if (up.tag === 'noscript') return true
  return false
}
