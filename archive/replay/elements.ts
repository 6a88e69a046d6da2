import { LAZY_URLS, lazyUrl } from '../model/markup/lazy-attributes.ts'
import { readDataUrl } from './data-url.ts'
import { parseSrcset } from '../model/picture-choice/srcset.ts'
import { heldSrcset, lazyAddress, lazyPicture, lazySrcset } from './lazy.ts'
import { rewriteDataStyle, rewriteStyle } from './style.ts'
import { drawnPart } from './drawn-part.ts'
import { escapeAttribute, type TagDraft } from './tag-draft.ts'
import { type Answering, type AskKind, BLOCKED, BLOCKED_FRAME, type HeldFile } from './types.ts'

/** What the rules of single elements need of the document they stand in. */
export interface ElementContext {
  readonly answering: Answering
  /** A document inside this one, rewritten the same way. */
  readonly inner: (html: string) => string
  /** A script, handler or script address was taken out. */
  readonly scriptRemoved: () => void
  /** Whether a `noscript` follows, which shows the same picture without a lazy loader. */
  readonly noscriptFollows: (draft: TagDraft) => boolean
  /** A drawing that stands alone, rewritten the same way. */
  readonly drawing: (svg: string) => string
  /** The stored drawing of an address, rewritten as part of a page; null where none is held. */
  readonly sprite: (url: string) => string | null
  /** What the `picture`, `video` or `audio` around it has found so far; null outside of them. */
  readonly choice: () => Choice | null
}

/** Elements that show one of several: what is held of them, and what would be missing if nothing were. */
export interface Choice {
  held: string | null
  readonly wanted: string[]
}

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
const HREFS = ['href', 'xlink:href'] as const

/** Where the answer to one address is, if it is held; data stays, and so does a place within the document. */
function kept(url: string, kind: AskKind, { answering }: ElementContext): string | null {
  const text = url.trim()
  return text === '' || text.startsWith('#') || /^data:/i.test(text) ? url : answering.stored(text, kind)
}

/** The same, where what is not held is missing. */
function answer(url: string, kind: AskKind, context: ElementContext): string | null {
  const to = kept(url, kind, context)
  if (to === null) context.answering.missing(url.trim())
  return to
}

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

function frame(draft: TagDraft, context: ElementContext): void {
  const srcdoc = draft.get('srcdoc')
  if (srcdoc !== undefined) {
    draft.remove('src')
    return draft.set('srcdoc', context.inner(srcdoc))
  }
  const lazy = draft.tag.attributes.find(({ name }) => LAZY_URLS.has(name))?.value
  const src = draft.get('src')
  const written = (src === undefined || /^about:|^$/i.test(src.trim()) ? lazyUrl(lazy ?? '') : null) ?? src
  if (written === undefined || /^about:|^$/i.test(written.trim())) return draft.set('src', BLOCKED_FRAME)
  const file = context.answering.file(written.trim())
  if (file !== null) {
    draft.remove('src')
    return draft.set('srcdoc', fileNote(file))
  }
  const inline = readDataUrl(written)
  if (inline?.mime === 'text/html') {
    draft.remove('src')
    return draft.set('srcdoc', context.inner(inline.text))
  }
  draft.set('src', (inline ? null : answer(written, 'frame', context)) ?? BLOCKED_FRAME)
}

function picture(draft: TagDraft, context: ElementContext): void {
  const lazy = lazyPicture(draft.tag.attributes, context.answering)
  if (lazy && !context.noscriptFollows(draft)) {
    draft.remove('src')
    draft.remove('srcset')
    if (lazy.src !== null) draft.set('src', lazy.src)
    if (lazy.srcset !== null) draft.set('srcset', lazy.srcset)
    return draft.set('data-stet-shown', '')
  }
  const { answering } = context
  const srcset = draft.get('srcset')
  const choice = context.choice()
  const held = sizes(draft, 'srcset', context) ?? choice?.held ?? null
  const src = draft.get('src')
  if (src === undefined) {
    const [first] = srcset === undefined || held !== null ? [] : parseSrcset(srcset)
    if (first) answering.missing(first.url)
    return
  }
  // Of several sizes one was fetched. Where it is held, the others are not missing, and it stands for all of them.
  const own = held === null ? answer(src, 'image', context) : kept(src, 'image', context)
  draft.set('src', own ?? held ?? BLOCKED)
}

/** Leaves of a `srcset` what is held, and gives the first of it. */
function sizes(draft: TagDraft, name: string, { answering }: ElementContext): string | null {
  const srcset = draft.get(name)
  if (srcset === undefined) return null
  const held = heldSrcset(srcset, answering)
  if (held === null) draft.remove(name)
  else draft.set(name, held)
  return held === null ? null : firstOf(held)
}

function firstOf(srcset: string): string | null {
  return parseSrcset(srcset)[0]?.url ?? null
}

/** A source that is not held would hide the one that is. */
function source(draft: TagDraft, context: ElementContext): void {
  const src = draft.get('src')
  const choice = context.choice()
  const media = src === undefined ? null : kept(src, 'media', context)
  if (src !== undefined) draft.remove('src')
  if (media !== null) draft.set('src', media)
  else if (src !== undefined) choice?.wanted.push(src.trim())
  const lazy = draft.get('srcset') === undefined ? lazySrcset(draft.tag.attributes, context.answering) : null
  if (lazy !== null) draft.set('srcset', lazy)
  const held = sizes(draft, 'srcset', context) ?? (lazy === null ? null : firstOf(lazy)) ?? media
  if (held === null) draft.drop()
  else if (choice) choice.held ??= held
}

function player(draft: TagDraft, context: ElementContext): void {
  const poster = draft.get('poster')
  if (poster !== undefined) {
    const to = answer(poster, 'image', context)
    if (to === null) draft.remove('poster')
    else draft.set('poster', to)
  }
  const src = draft.get('src')
  const to =
    src === undefined
      ? lazyAddress(
          draft.tag.attributes.filter(one => one.name !== 'data-poster'),
          'media',
          context.answering,
        )
      : answer(src, 'media', context)
  draft.remove('src')
  const choice = context.choice()
  if (to !== null) draft.set('src', to)
  if (choice) choice.held = to
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

/** Says in place of a document that no page can show where it is. */
function fileNote({ path, name, href }: HeldFile): string {
  const called = escapeAttribute(name)
  const named = href === null ? called : `<a download="${called}" href="${href}">${called}</a>`
  return `<span data-stet-file="${path}">${named} (kept in this snapshot: ${path})</span>`
}

/** Pictures, drawings and pages show; plug-ins are gone, and what stands inside the `object` shows instead. */
function plugin(draft: TagDraft, context: ElementContext): void {
  const { name } = draft.tag
  const written = (name === 'embed' ? draft.get('src') : name === 'object' ? draft.get('data') : '')?.trim()
  const attribute = name === 'embed' ? 'src' : 'data'
  for (const one of ['data', 'src', 'type']) draft.remove(one)
  if (!written) return
  const inline = readDataUrl(written)
  if (inline !== null) {
    const to = inline.mime === 'image/svg+xml' ? svgUrl(context.drawing(inline.text)) : written
    if (inline.mime.startsWith('image/')) draft.set(attribute, to)
    return
  }
  const file = context.answering.file(written)
  if (file !== null) {
    if (name === 'embed') draft.drop()
    return draft.follow(fileNote(file))
  }
  const to = answer(written, 'frame', context)
  if (to !== null) draft.set(attribute, to)
}

function svgUrl(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}

/** A browser takes parts of other files from its own origin only, and an archived page has none: they come inside. */
function use(draft: TagDraft, { answering, sprite }: ElementContext): void {
  const url = (draft.get('href') ?? draft.get('xlink:href'))?.trim()
  for (const name of HREFS) draft.remove(name)
  if (url === undefined || url === '') return
  if (url.startsWith('#') || answering.isHere(url)) return draft.set('href', url.slice(url.indexOf('#')))
  const drawing = sprite(url)
  const part = drawing === null ? null : drawnPart(drawing, url)
  if (part === null) return answering.missing(url)
  draft.put(part.markup)
  draft.set('href', `#${part.id}`)
}

type ElementRule = (draft: TagDraft, context: ElementContext) => void

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
