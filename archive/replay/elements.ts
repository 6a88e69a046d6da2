import { answer, type ElementContext, type ElementRule, HREFS, kept } from './element-context.ts'
import { frame, plugin, use } from './holders.ts'
import { lazyAddress } from './lazy.ts'
import { picture, player, source } from './pictures.ts'
import { rewriteDataStyle, rewriteStyle } from './style.ts'
import type { TagDraft } from './tag-draft.ts'
import { type AskKind, BLOCKED } from './types.ts'

/** Attributes without which nothing is lost and with which something could be asked, sent or run. */
const TAKEN_OUT = new Set([
  'action',
  'allow',
  'archive',
  'attributionsrc',
  'autoplay',
  'classid',
  'code',
  'codebase',
  'credentialless',
  'crossorigin',
  'csp',
  'download',
  'formaction',
  'formtarget',
  'imagesrcset',
  'integrity',
  'manifest',
  'nonce',
  'object',
  'ping',
  'profile',
  'sandbox',
  'srcdoc',
  'srcset',
  'target',
  'xml:base',
])
/** Attributes of SVG that may hold `url(…)`. */
const STYLED = new Set([
  'style',
  'fill',
  'stroke',
  'filter',
  'mask',
  'clip-path',
  'cursor',
  'marker',
  'marker-start',
  'marker-mid',
  'marker-end',
])
/** Attributes that hold one address, whatever element they stand on. */
const ADDRESSES: Readonly<Record<string, AskKind>> = {
  src: 'image',
  poster: 'image',
  background: 'image',
  lowsrc: 'image',
  dynsrc: 'media',
  data: 'frame',
  icon: 'image',
  href: 'image',
  'xlink:href': 'image',
}
/** `http-equiv` of a `meta` that tells the browser to do nothing. */
const QUIET_META = new Set(['content-type', 'content-language', 'x-ua-compatible'])
const ICON = /^(?:icon|shortcut|apple-touch-icon|apple-touch-icon-precomposed|mask-icon)$/

/** A link says where it led, and leads nowhere: what a reader could follow would leave the archive. */
function link(draft: TagDraft, context: ElementContext): void {
  const href = draft.get('href') ?? draft.get('xlink:href')
  for (const name of HREFS) draft.remove(name)
  if (href === undefined) return
  const text = href.trim()
  const fragment = text.indexOf('#')
  if (fragment >= 0 && (fragment === 0 || context.answering.isHere(text))) {
    return draft.set('href', text.slice(fragment))
  }
  // oxlint-disable-next-line no-control-regex
  if (/^[\u0000-\u0020]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:/i.test(href)) {
    return context.scriptRemoved()
  }
  const inFull = context.answering.inFull(text)
  if (inFull === null) return
  draft.set('data-stet-href', inFull)
  if (draft.get('title') === undefined) draft.set('title', inFull)
}

function linkElement(draft: TagDraft, context: ElementContext): void {
  const relations = (draft.get('rel') ?? '').toLowerCase().split(/\s+/)
  const href = draft.get('href')
  const style = relations.includes('stylesheet')
  if (href === undefined || !(style || relations.some(one => ICON.test(one)))) return draft.drop()
  const to =
    style && /^\s*data:/i.test(href)
      ? rewriteDataStyle(href, context.answering)
      : kept(href, style ? 'style' : 'image', context)
  if (to === null) context.answering.missing(href.trim(), style ? 'always' : 'picture-of-rule')
  if (to === null) return draft.drop()
  draft.set('href', to)
  // A sheet for print that a script makes one for the screen once it is there.
  if (style && /media/i.test(draft.get('onload') ?? '')) draft.remove('media')
}

/** Animations may not write addresses. */
function animation(draft: TagDraft): void {
  if (/href|src/i.test(draft.get('attributename') ?? '')) draft.drop()
}

function meta(draft: TagDraft): void {
  const told = draft.get('http-equiv')
  if (told === undefined || QUIET_META.has(told.trim().toLowerCase())) return
  // The tag itself stays: within SVG it would end the SVG, and what follows is read accordingly.
  for (const { name } of draft.tag.attributes) draft.remove(name)
}

/** Elements with rules of their own for the attributes that hold addresses. */
const RULES: Readonly<Record<string, ElementRule>> = {
  a: link,
  area: link,
  link: linkElement,
  base: draft => draft.drop(),
  meta,
  iframe: frame,
  frame,
  'amp-iframe': frame,
  fencedframe: frame,
  portal: frame,
  img: picture,
  'amp-img': picture,
  'amp-anim': picture,
  source,
  video: player,
  audio: player,
  object: plugin,
  embed: plugin,
  applet: plugin,
  use,
  animate: animation,
  set: animation,
  animatemotion: animation,
  animatetransform: animation,
}

/** Elements that only work with a script of AMP's, and what shows the same without one. */
const SHOWN_AS: Readonly<Record<string, string>> = { 'amp-img': 'img', 'amp-anim': 'img' }
/** Elements on which a lazy loader sets a background. */
const BACKGROUNDS = new Set(['div', 'span', 'section', 'header', 'figure', 'article', 'li'])

/** What no rule of the element's own has decided about. */
function everyAttribute(draft: TagDraft, context: ElementContext): void {
  for (const { name, value } of draft.tag.attributes) {
    if (draft.decided(name)) continue
    const kind = ADDRESSES[name]
    if (name.startsWith('on')) {
      draft.remove(name)
      context.scriptRemoved()
    } else if (TAKEN_OUT.has(name)) draft.remove(name)
    else if (STYLED.has(name)) {
      const styled = rewriteStyle(value, context.answering)
      if (styled !== value) draft.set(name, styled)
    } else if (kind !== undefined) {
      const to = answer(value, kind, context) ?? BLOCKED
      if (to !== value) draft.set(name, to)
    }
  }
}

function lazyBackground(draft: TagDraft, { answering }: ElementContext): void {
  const stored = lazyAddress(draft.tag.attributes, 'image', answering)
  if (stored === null) return
  const style = draft.final('style')
  draft.set('style', `${style ? `${style};` : ''}background-image:url("${stored}")`)
}

/** Decides about one start tag: every address is answered from the bag or blocked, whatever runs or asks is out. */
export function rewriteElement(draft: TagDraft, context: ElementContext): void {
  RULES[draft.tag.name]?.(draft, context)
  if (draft.dropped) return
  everyAttribute(draft, context)
  const name = SHOWN_AS[draft.tag.name]
  if (name !== undefined && !draft.tag.foreign) draft.rename(name)
  if (BACKGROUNDS.has(draft.tag.name)) lazyBackground(draft, context)
}
