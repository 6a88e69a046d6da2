import { LAZY_URLS, lazyUrl } from '../model/markup/lazy-attributes.ts'
import { readDataUrl } from './data-url.ts'
import { drawnPart } from './drawn-part.ts'
import { answer, type ElementContext, HREFS } from './element-context.ts'
import { escapeAttribute, type TagDraft } from './tag-draft.ts'
import { BLOCKED_FRAME, type HeldFile } from './types.ts'

export function frame(draft: TagDraft, context: ElementContext): void {
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

/** Says in place of a document that no page can show where it is. */
function fileNote({ path, name, href }: HeldFile): string {
  const called = escapeAttribute(name)
  const named = href === null ? called : `<a download="${called}" href="${href}">${called}</a>`
  return `<span data-stet-file="${path}">${named} (kept in this snapshot: ${path})</span>`
}

/** Pictures, drawings and pages show; plug-ins are gone, and what stands inside the `object` shows instead. */
export function plugin(draft: TagDraft, context: ElementContext): void {
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
export function use(draft: TagDraft, { answering, sprite }: ElementContext): void {
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
