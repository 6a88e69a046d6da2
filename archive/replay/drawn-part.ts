import { applyEdits, type Edit } from './edits.ts'
import { readTags, type OpenTag, type Tag } from './tags.ts'

export interface DrawnPart {
  /** To stand before the element that uses it. */
  readonly markup: string
  readonly id: string
}

/** A part that holds more than this is a picture, not a symbol; in characters. */
const MAX_PART = 200_000

const idOf = (tag: OpenTag): string | undefined => tag.attributes.find(one => one.name === 'id')?.value

/** From the tag to its end tag; null where that is not there. */
function elementAt(source: string, tags: readonly Tag[], index: number): string | null {
  const first = tags[index]!
  let depth = 0
  for (const tag of tags.slice(index)) {
    if (tag.kind === 'instruction') continue
    if (tag.kind === 'close') depth--
    else if (!tag.selfClosing) depth++
    if (depth === 0) return source.slice(first.start, tag.end)
  }
  return null
}

/** Names within the part get a beginning of their own, or they would meet those of the page. */
function withOwnNames(markup: string, prefix: string): string {
  const edits: Edit[] = []
  const names = /\bid\s*=\s*["']()|(?:xlink:)?href\s*=\s*["']#()|url\(\s*["']?#()/g
  for (const { index, 0: all } of markup.matchAll(names)) {
    const at = index + all.length
    edits.push({ start: at, end: at, text: prefix })
  }
  return applyEdits(markup, edits)
}

function prefixOf(url: string): string {
  let sum = 0
  for (const char of url) sum = (sum * 31 + char.charCodeAt(0)) >>> 0
  return `stet-${sum.toString(36)}-`
}

/**
 * What `<use href="drawing.svg#part">` shows, to be put into the page. Where the part needs others of its drawing
 * (gradients, further symbols), the whole drawing comes along. Null where the drawing has no such part. `drawing` is
 * rewritten already, as a part of a page.
 */
export function drawnPart(drawing: string, url: string): DrawnPart | null {
  const { source, tags } = readTags(drawing, 'html')
  const root = tags.findIndex(tag => tag.kind === 'open' && tag.name === 'svg')
  const hash = url.indexOf('#')
  const name = hash < 0 ? '' : decodeURIComponent(url.slice(hash + 1))
  const at = name === '' ? root : tags.findIndex(tag => tag.kind === 'open' && idOf(tag) === name)
  if (root < 0 || at < 0) return null
  const part = elementAt(source, tags, at)
  const needsOthers = part !== null && /url\(\s*["']?#|href\s*=\s*["']#/.test(part)
  const whole = needsOthers ? elementAt(source, tags, root) : part
  if (part === null || whole === null || whole.length > MAX_PART) return null
  const prefix = prefixOf(url.slice(0, hash < 0 ? url.length : hash))
  if (name !== '') return { markup: `<defs>${withOwnNames(whole, prefix)}</defs>`, id: prefix + name }
  const named = whole.replace(/^<svg\b/i, '<svg id="whole"')
  return { markup: `<defs>${withOwnNames(named, prefix)}</defs>`, id: `${prefix}whole` }
}
