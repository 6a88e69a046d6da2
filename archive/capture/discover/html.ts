import type { ReferrerPolicy, ResourceKind } from '../request-headers.ts'
import { referrerPolicyOf } from '../request-headers.ts'
import type { Viewport } from '../../model/picture-choice/css-length.ts'
import {
  LAZY_SRCSETS,
  LAZY_URLS,
  lazyUrl,
  looksLikePicture,
  PICTURE_HOLDERS,
} from '../../model/markup/lazy-attributes.ts'
import { mediaMatches } from '../../model/picture-choice/media-query.ts'
import { scanMarkup, type Attributes } from './scan-markup.ts'
import { slotWidthOf } from '../../model/picture-choice/sizes.ts'
import { chooseCandidate, parseSrcset } from '../../model/picture-choice/srcset.ts'

/** An address in a document, as written there. */
export interface Reference {
  readonly url: string
  readonly kind: ResourceKind
}

/** What a document refers to, before anything is resolved. */
export interface DocumentReferences {
  /** `href` of the first usable `base`; null where there is none. */
  readonly base: string | null
  readonly references: readonly Reference[]
  /** Style elements and attributes. */
  readonly styles: readonly string[]
  /** Documents written into `srcdoc`. */
  readonly inlineDocuments: readonly string[]
  readonly referrerPolicy: ReferrerPolicy | null
}

const PICTURE_TYPES = /^image\/(?:avif|webp|jpe?g|png|gif|svg\+xml|apng|bmp|x-icon|vnd\.microsoft\.icon)$/i
const PLAYABLE =
  /^(?:video\/(?:mp4|webm|ogg)|audio\/(?:mpeg|mp3|mp4|aac|ogg|webm|wav|wave|x-wav|flac|x-m4a))(?:;|$)/i

const LINK_KINDS: Readonly<Record<string, ResourceKind>> = {
  stylesheet: 'style',
  icon: 'image',
  'apple-touch-icon': 'image',
  'apple-touch-icon-precomposed': 'image',
  'mask-icon': 'image',
  'fluid-icon': 'image',
  image_src: 'image',
}

const PRELOAD_KINDS: Readonly<Record<string, ResourceKind>> = { image: 'image', style: 'style', font: 'font' }

class DocumentReader {
  base: string | null = null
  referrerPolicy: ReferrerPolicy | null = null
  readonly references: Reference[] = []
  readonly styles: string[] = []
  readonly inlineDocuments: string[] = []
  readonly #view: Viewport
  /** Open `picture` elements: whether one of its sources was taken. */
  readonly #pictures: { taken: boolean }[] = []
  /** Open `video` and `audio` elements: whether a file was taken. */
  readonly #media: { taken: boolean }[] = []

  constructor(view: Viewport) {
    this.#view = view
  }

  read(html: string): void {
    scanMarkup(html, {
      open: (name, attributes) => this.#open(name, attributes),
      close: name => this.#close(name),
      style: text => void this.styles.push(text),
      comment: text => this.#instruction(text),
    })
  }

  #add(url: string | undefined, kind: ResourceKind): void {
    if (url !== undefined && url.trim() !== '') this.references.push({ url, kind })
  }

  #open(name: string, at: Attributes): void {
    if (at['style']) this.styles.push(at['style'])
    if (at['background']) this.#add(at['background'], 'image')
    this.#element(name, at)
    this.#lazy(name, at)
  }

  #element(name: string, at: Attributes): void {
    switch (name) {
      case 'img':
      case 'amp-img':
      case 'amp-anim':
        return this.#image(at)
      case 'source':
        return this.#source(at)
      case 'picture':
        return void this.#pictures.push({ taken: false })
      case 'video':
      case 'audio':
      case 'amp-video':
      case 'amp-audio':
        this.#add(at['poster'], 'image')
        this.#add(at['src'], 'media')
        return void this.#media.push({ taken: Boolean(at['src']) })
      case 'link':
        return this.#link(at)
      case 'input':
        if (at['type']?.toLowerCase() === 'image') this.#add(at['src'], 'image')
        return
      case 'iframe':
      case 'frame':
      case 'amp-iframe':
        return this.#frame(at)
      case 'object':
        return this.#add(at['data'], 'frame')
      case 'embed':
        return this.#add(at['src'], 'frame')
      case 'track':
        return this.#add(at['src'], 'other')
      case 'script':
        return this.#add(at['src'], 'script')
      case 'image':
      case 'use':
      case 'feimage':
        return this.#add(at['href'] ?? at['xlink:href'], 'image')
      case 'base':
        this.base ??= at['href'] ?? null
        return
      case 'meta':
        if (at['name']?.toLowerCase() === 'referrer')
          this.referrerPolicy = referrerPolicyOf(at['content'] ?? '')
        return
    }
  }

  #pick(srcset: string, at: Attributes): string | null {
    return chooseCandidate(parseSrcset(srcset), slotWidthOf(at, this.#view), this.#view.pixelRatio)
  }

  #image(at: Attributes): void {
    const src = at['src']
    const srcset = at['srcset']
    if (srcset !== undefined) {
      // `src` takes part as the 1x candidate where no width and no 1x is given (HTML Standard, "update the source set").
      const candidates = parseSrcset(srcset)
      const joins =
        src !== undefined && candidates.every(c => c.width === null && c.density !== null && c.density !== 1)
      this.#add(this.#pick(joins ? `${srcset}, ${src} 1x` : srcset, at) ?? undefined, 'image')
    }
    this.#add(src, 'image')
  }

  #source(at: Attributes): void {
    const picture = this.#pictures.at(-1)
    const media = this.#media.at(-1)
    if (media && at['src'] !== undefined) {
      if (media.taken || (at['type'] !== undefined && !PLAYABLE.test(at['type']))) return
      media.taken = true
      return this.#add(at['src'], 'media')
    }
    const srcset = at['srcset'] ?? at['data-srcset']
    if (srcset === undefined || picture?.taken) return
    if (at['type'] !== undefined && !PICTURE_TYPES.test(at['type'].trim())) return
    if (at['media'] !== undefined && !mediaMatches(at['media'], this.#view)) return
    if (picture) picture.taken = true
    this.#add(this.#pick(srcset, at) ?? undefined, 'image')
  }

  #link(at: Attributes): void {
    const relations = (at['rel'] ?? '').toLowerCase().split(/\s+/)
    for (const relation of relations) {
      const kind =
        relation === 'preload' ? PRELOAD_KINDS[at['as']?.toLowerCase() ?? ''] : LINK_KINDS[relation]
      if (!kind) continue
      if (at['imagesrcset'] !== undefined) {
        this.#add(
          this.#pick(at['imagesrcset'], { ...at, sizes: at['imagesizes'] ?? '' }) ?? undefined,
          'image',
        )
      } else if (kind !== 'image' || relation !== 'preload' || mediaMatches(at['media'] ?? '', this.#view)) {
        this.#add(at['href'], kind)
      }
      return
    }
  }

  #frame(at: Attributes): void {
    if (at['srcdoc'] !== undefined) this.inlineDocuments.push(at['srcdoc'])
    else this.#add(at['src'], 'frame')
  }

  #lazy(name: string, at: Attributes): void {
    const frame = name === 'iframe' || name === 'amp-iframe' || name === 'embed'
    for (const [key, value] of Object.entries(at)) {
      if (!key.startsWith('data-') && !key.startsWith('lazy')) continue
      if (LAZY_SRCSETS.has(key)) {
        if (name !== 'source') this.#add(this.#pick(value, at) ?? undefined, 'image')
      } else if (LAZY_URLS.has(key)) {
        const url = lazyUrl(value)
        const kind = frame
          ? 'frame'
          : (name === 'video' || name === 'audio') && key !== 'data-poster'
            ? 'media'
            : 'image'
        const believable =
          PICTURE_HOLDERS.has(name) || frame || kind === 'media' || (url !== null && looksLikePicture(url))
        if (url !== null && believable && name !== 'script') this.#add(url, kind)
      } else if (PICTURE_HOLDERS.has(name) && looksLikePicture(value)) this.#add(value, 'image')
    }
  }

  #close(name: string): void {
    if (name === 'picture') this.#pictures.pop()
    else if (/^(?:amp-)?(?:video|audio)$/.test(name)) this.#media.pop()
  }

  /** `<?xml-stylesheet href="…"?>` in SVG and XHTML, which a parser of HTML takes for a comment. */
  #instruction(text: string): void {
    if (!text.startsWith('?xml-stylesheet')) return
    this.#add(/\shref\s*=\s*["']([^"']*)["']/.exec(text)?.[1], 'style')
  }
}

/**
 * Everything a document (HTML or SVG) refers to that a reader would see, in one pass over the markup and without
 * running anything: what stands in `noscript` and `template` counts, and so do the attributes that lazy loaders use.
 * Of several sizes of one picture, the one for this window is taken, and `src` as the fallback.
 */
export function documentReferences(html: string, view: Viewport): DocumentReferences {
  const reader = new DocumentReader(view)
  reader.read(html)
  return {
    base: reader.base,
    references: reader.references,
    styles: reader.styles,
    inlineDocuments: reader.inlineDocuments,
    referrerPolicy: reader.referrerPolicy,
  }
}
