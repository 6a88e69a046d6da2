import { mediaMatches } from '../../model/picture-choice/media-query.ts'
import { READER_VIEW } from '../../model/picture-choice/reader-view.ts'
import { slotWidthOf } from '../../model/picture-choice/sizes.ts'
import { chooseCandidate, parseSrcset } from '../../model/picture-choice/srcset.ts'
import { parseUrl } from '../../model/url.ts'
import { isText, type PageElement } from '../tree/node.ts'

/** Attributes that lazy loaders copy into `srcset` and `src`, most telling first. */
const LAZY_SRCSET = [
  'data-srcset',
  'data-lazy-srcset',
  'data-original-set',
  'data-src-set',
  'data-ll-srcset',
] as const
const LAZY_SRC = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-lazy',
  'data-original-src',
  'data-hi-res-src',
  'data-full-src',
  'data-url',
  'data-img-src',
  'data-image',
  'data-echo',
  'data-ll-src',
  'data-defer-src',
  'data-actualsrc',
  'data-src-medium',
  'data-src-large',
  'data-src-template',
] as const

/** Types a browser of today draws; a `<source>` of another type is passed over. */
const DRAWN_TYPES = /^image\/(avif|webp|jpe?g|pjpeg|png|apng|gif|svg\+xml|bmp|x-icon|vnd\.microsoft\.icon)$/i

const PLACEHOLDER =
  /(?:^|[/_.-])(?:blank|spacer|placeholder|transparent|pixel|1x1|grey|gray|loading|lazy[-_]?load(?:er|ing)?)(?:[-_.]\w+)*\.(?:gif|png|svg|jpe?g|webp)(?:$|\?)/i

/** Absolute http(s) address of a picture; null for `data:` placeholders, blanks and broken addresses. */
function pictureUrl(address: string | undefined, base: string): string | null {
  const text = address?.trim() ?? ''
  if (text === '' || text === '#' || PLACEHOLDER.test(text)) return null
  const url = parseUrl(text, base)
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null
}

/** What Chromium shows of a `srcset` on the fixed screen, placeholders and broken addresses passed over. */
function bestOf(srcset: string, attributes: PageElement['attributes'], base: string): string | null {
  const usable = parseSrcset(srcset).flatMap(candidate => {
    const url = pictureUrl(candidate.url, base)
    return url === null ? [] : [{ ...candidate, url }]
  })
  return chooseCandidate(usable, slotWidthOf(attributes, READER_VIEW), READER_VIEW.pixelRatio)
}

function first(attributes: PageElement['attributes'], names: readonly string[]): string | undefined {
  return names.map(name => attributes[name]).find(value => value !== undefined && value.trim() !== '')
}

function fromSrcset(element: PageElement, base: string, names: readonly string[]): string | null {
  const srcset = first(element.attributes, names)
  return srcset ? bestOf(srcset, element.attributes, base) : null
}

/** A lazy loader's attributes win over `srcset` and `src`, which it will overwrite. */
function fromImg(element: PageElement, base: string): string | null {
  return (
    fromSrcset(element, base, LAZY_SRCSET) ??
    fromSrcset(element, base, ['srcset']) ??
    LAZY_SRC.map(name => pictureUrl(element.attributes[name], base)).find(url => url !== null) ??
    pictureUrl(element.attributes['src'], base)
  )
}

function childElements(element: PageElement): PageElement[] {
  return element.children.filter(child => !isText(child)) as PageElement[]
}

function fromSources(picture: PageElement, base: string): string | null {
  for (const source of childElements(picture).filter(child => child.tag === 'source')) {
    const { type, media } = source.attributes
    const drawn = type === undefined || type.trim() === '' || DRAWN_TYPES.test(type.trim())
    if (!drawn || !mediaMatches(media ?? source.attributes['data-media'] ?? '', READER_VIEW)) continue
    const url = fromSrcset(source, base, LAZY_SRCSET) ?? fromSrcset(source, base, ['srcset'])
    if (url) return url
  }
  return null
}

/**
 * The address of the picture that a reader on the fixed screen sees (HTML Standard, section 4.8.4.3.2,
 * "update the source set", with lazy loaders' attributes read as if their script had run); null where the
 * element names none.
 */
export function chosenPicture(img: PageElement, base: string): string | null {
  const picture = img.parent?.tag === 'picture' ? img.parent : null
  return (picture && fromSources(picture, base)) ?? fromImg(img, base)
}

/** A picture set as the background of an element by a lazy loader. */
export function backgroundPicture(element: PageElement, base: string): string | null {
  const named = first(element.attributes, [
    'data-bg',
    'data-background-image',
    'data-background',
    'data-bgset',
    'data-lazy-bg',
  ])
  const inStyle = /background(?:-image)?\s*:[^;]*url\(\s*(['"]?)(.*?)\1\s*\)/i.exec(
    element.attributes['style'] ?? '',
  )?.[2]
  return pictureUrl(named?.replace(/^url\(\s*['"]?|['"]?\s*\)$/g, ''), base) ?? pictureUrl(inStyle, base)
}
