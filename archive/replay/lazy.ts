import { LAZY_SRCSETS, LAZY_URLS, lazyUrl, looksLikePicture } from '../model/markup/lazy-attributes.ts'
import { parseSrcset } from '../model/picture-choice/srcset.ts'
import type { Answering, AskKind } from './types.ts'
import type { Attribute } from './tags.ts'

/** A stand-in picture is smaller than any picture a reader would see. */
const PLACEHOLDER_BYTES = 1_500
const PLACEHOLDER_NAME = /placeholder|blank|spacer|loading|loader|lazy|transparent|1x1|pixel/i

/** Whether what stands in `src` only holds the place until a script puts the picture there. */
function isPlaceholder(src: string | undefined, answering: Answering): boolean {
  if (src === undefined || src.trim() === '' || /^data:|^about:/i.test(src.trim())) return true
  const held = answering.held(src)
  if (held === null) return true
  return (held.bytes !== null && held.bytes < PLACEHOLDER_BYTES) || PLACEHOLDER_NAME.test(src)
}

const isLazyName = (name: string): boolean => name.startsWith('data-') || name.startsWith('lazy')

/** The first held address that a lazy loader's attribute names. */
export function lazyAddress(
  attributes: readonly Attribute[],
  kind: AskKind,
  answering: Answering,
): string | null {
  for (const { name, value } of attributes) {
    if (!isLazyName(name)) continue
    const url = LAZY_URLS.has(name) ? lazyUrl(value) : looksLikePicture(value) ? value : null
    const stored = url === null ? null : answering.stored(url, kind)
    if (stored !== null) return stored
  }
  return null
}

/** A `srcset` with the sizes that are held, at their new places; null where none is. */
export function heldSrcset(srcset: string, answering: Answering): string | null {
  const held = parseSrcset(srcset).flatMap(({ url, width, density }) => {
    const inline = /^data:/i.test(url) ? url : null
    const stored = inline ?? answering.stored(url, 'image')
    if (stored === null) return []
    return [`${stored}${width !== null ? ` ${width}w` : density !== null ? ` ${density}x` : ''}`]
  })
  return held.length > 0 ? held.join(', ') : null
}

export function lazySrcset(attributes: readonly Attribute[], answering: Answering): string | null {
  for (const { name, value } of attributes) {
    const held = LAZY_SRCSETS.has(name) ? heldSrcset(value, answering) : null
    if (held !== null) return held
  }
  return null
}

export interface LazyPicture {
  readonly src: string | null
  readonly srcset: string | null
}

/** What a lazy loader would have put into an `img`; null where it shows its picture by itself. */
export function lazyPicture(attributes: readonly Attribute[], answering: Answering): LazyPicture | null {
  const own = (name: string): string | undefined => attributes.find(one => one.name === name)?.value
  const srcset = own('srcset')
  if (srcset !== undefined && heldSrcset(srcset, answering) !== null && !/^\s*data:/i.test(srcset))
    return null
  if (!isPlaceholder(own('src'), answering)) return null
  const lazy = { src: lazyAddress(attributes, 'image', answering), srcset: lazySrcset(attributes, answering) }
  return lazy.src === null && lazy.srcset === null ? null : lazy
}
