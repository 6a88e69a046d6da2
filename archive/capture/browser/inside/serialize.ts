/* oxlint-disable no-restricted-globals -- this file runs inside the page, sent there as text */
import type { Watched } from './watch.ts'

/** A picture that exists only inside the page. */
export interface DrawnFile {
  /** Stands in the document where its address will be. */
  readonly token: string
  readonly mime: string
  readonly base64: string
}

/** A document as it stands rendered. */
export interface SerializedDocument {
  readonly html: string
  readonly files: readonly DrawnFile[]
  /** The words a reader sees. */
  readonly text: string
  readonly baseUrl: string
  /** Encoding Standard name the document was read with. */
  readonly charset: string
}

/**
 * Writes the document down as HTML (HTML Standard, section 13.3), with what its markup alone does not hold: shadow
 * roots as declarative ones, style rules that only scripts made, drawings and blobs as tokens for files, frames as
 * tokens for documents. Properties are not written, so nothing typed into a form is. Stands alone: it reaches the
 * page as text.
 */
export async function serialize(watched: Watched | undefined): Promise<SerializedDocument> {
  const VOID = new Set(
    'area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen'.split(
      ' ',
    ),
  )
  const RAW = new Set('script style xmp iframe noembed noframes plaintext noscript'.split(' '))
  /** Elements that hold documents, and the attribute that names them. */
  const HOLDERS: Record<string, string> = { iframe: 'src', frame: 'src', embed: 'src', object: 'data' }
  const HTML = 'http://www.w3.org/1999/xhtml'
  const MAX_DRAWING = 16_000_000
  const out: string[] = []
  const words: string[] = []
  const blobs = new Map<string, string>()
  const drawings: { readonly token: string; readonly url: string }[] = []
  const quotes = new Map<Element, Element[]>()
  for (const { quote, place } of watched?.quotes ?? []) {
    if (!quote.isConnected && place.isConnected) quotes.set(place, [...(quotes.get(place) ?? []), quote])
  }

  const escapeText = (text: string): string =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('\u00a0', '&nbsp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  const escapeValue = (text: string): string => escapeText(text).replaceAll('"', '&quot;')

  const blobToken = (url: string): string => {
    const known = blobs.get(url)
    if (known) return known
    const token = `stet-file:b${blobs.size}`
    blobs.set(url, token)
    return token
  }
  const withoutBlobs = (value: string): string =>
    value.includes('blob:') ? value.replace(/blob:(?:https?:\/\/|null\/)[^\s"'()<>,]+/g, blobToken) : value

  const rulesOf = (sheet: CSSStyleSheet): string => {
    try {
      return Array.from(sheet.cssRules, rule => rule.cssText).join('\n')
    } catch {
      return ''
    }
  }
  const styleText = (text: string): string => withoutBlobs(text).replaceAll(/<\/(?=style)/gi, '<\\/')

  /** Rules as they are now, where scripts made them others than the text says; else the text. */
  const styleOf = (element: HTMLStyleElement): string => {
    const text = element.textContent
    const { sheet } = element
    if (!sheet) return text
    const now = rulesOf(sheet)
    if (now === '') return text
    const written = new CSSStyleSheet()
    try {
      written.replaceSync(text)
    } catch {
      return text
    }
    const plain = Array.from(sheet.cssRules).filter(rule => !(rule instanceof CSSImportRule))
    const same =
      plain.length === written.cssRules.length &&
      plain.map(rule => rule.cssText).join('\n') === rulesOf(written)
    return same ? text : now
  }

  const adopted = (root: Document | ShadowRoot): void => {
    for (const sheet of root.adoptedStyleSheets) {
      const rules = rulesOf(sheet)
      const media = sheet.media.mediaText
      if (rules === '' || sheet.disabled) continue
      out.push(
        `<style data-stet-adopted=""${media ? ` media="${escapeValue(media)}"` : ''}>`,
        styleText(rules),
        '</style>',
      )
    }
  }

  const drawn = (canvas: HTMLCanvasElement): string | null => {
    if (canvas.width * canvas.height < 64 || canvas.width * canvas.height > MAX_DRAWING) return null
    try {
      const url = canvas.toDataURL('image/png')
      if (!url.startsWith('data:image/png')) return null
      const token = `stet-file:c${drawings.length}`
      drawings.push({ token, url })
      return token
    } catch {
      return null // It holds pictures of another site: nobody may read it.
    }
  }

  /** What a film without a file of its own shows: it comes from scripts, piece by piece, and is gone with them. */
  const stillOf = (video: HTMLVideoElement): string | null => {
    const isStream = video.srcObject !== null || video.currentSrc.startsWith('blob:')
    if (!isStream || video.poster !== '' || video.readyState < 2 || video.videoWidth === 0) return null
    const canvas = document.createElement('canvas')
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    canvas.getContext('2d')?.drawImage(video, 0, 0)
    return drawn(canvas)
  }

  const attributes = (element: Element, drop: readonly string[]): void => {
    for (const { name, value } of element.attributes) {
      if (!drop.includes(name)) out.push(` ${name}="${escapeValue(withoutBlobs(value))}"`)
    }
  }

  /** What a browser knows of an element and its markup does not say; replay shows it by these. */
  const states = (element: Element, name: string): void => {
    if (name.includes('-') && !element.matches(':defined')) out.push(' data-stet-undefined=""')
    const isOnTop =
      (element.hasAttribute('popover') && element.matches(':popover-open')) ||
      (name === 'dialog' && element.matches(':modal'))
    if (isOnTop) out.push(' data-stet-open=""')
  }

  const frameOf = (element: Element): string | null => {
    const id = (element as Element & { stetFrame?: string }).stetFrame
    return id === undefined ? null : `stet-frame:${id}`
  }

  const shadow = (root: ShadowRoot): void => {
    out.push(
      '<template shadowrootmode="open"',
      root.delegatesFocus ? ' shadowrootdelegatesfocus=""' : '',
      '>',
    )
    children(root)
    adopted(root)
    out.push('</template>')
    for (const child of root.children) {
      if (child instanceof HTMLElement && child.localName !== 'style') words.push(child.innerText)
    }
  }

  const opening = (element: Element, name: string): void => {
    const holder = HOLDERS[name]
    const frame = holder === undefined ? null : frameOf(element)
    const isOff =
      (name === 'style' || name === 'link') && (element as HTMLStyleElement).sheet?.disabled === true
    out.push('<', name)
    attributes(element, frame !== null ? [holder!, 'srcdoc'] : isOff ? ['media'] : [])
    const still = name === 'video' ? stillOf(element as HTMLVideoElement) : null
    if (still !== null) out.push(` poster="${still}"`)
    if (isOff) out.push(' media="not all"')
    if (element.namespaceURI === HTML) states(element, name)
    if (frame !== null) {
      const srcdoc = element.getAttribute('srcdoc')
      out.push(` ${holder}="${frame}" data-stet-src="${escapeValue(element.getAttribute(holder!) ?? '')}"`)
      if (srcdoc !== null) out.push(` data-stet-srcdoc="${escapeValue(srcdoc)}"`)
    }
    out.push('>')
  }

  const written = (element: Element): void => {
    const html = element.namespaceURI === HTML
    const name = html ? element.localName : element.tagName
    if (html && name === 'canvas') {
      const token = drawn(element as HTMLCanvasElement)
      if (token !== null) {
        out.push('<img data-stet-canvas=""')
        attributes(element, ['src', 'alt'])
        out.push(` src="${token}">`)
        return
      }
    }
    opening(element, name)
    if (html && VOID.has(name)) return
    if (element.shadowRoot) shadow(element.shadowRoot)
    if (html && name === 'style') out.push(styleText(styleOf(element as HTMLStyleElement)))
    else if (html && name === 'template') children((element as HTMLTemplateElement).content)
    else {
      const first = element.firstChild
      if (
        (name === 'pre' || name === 'textarea' || name === 'listing') &&
        first instanceof Text &&
        first.data.startsWith('\n')
      ) {
        out.push('\n')
      }
      children(element)
    }
    if (html && name === 'head') adopted(document)
    out.push('</', name, '>')
  }

  const replaced = (element: Element, taken: readonly Element[]): void => {
    out.push('<!--stet-quote-->')
    for (const quote of taken) out.push(quote.outerHTML.replaceAll('--', '&#45;&#45;'))
    out.push('<!--stet-shown-->')
    written(element)
    out.push('<!--stet-end-->')
  }

  // Pages nest deeper than a call stack would bear only where somebody means harm; those are cut.
  let depth = 0
  const children = (parent: Node): void => {
    if (depth > 2_000) return
    depth++
    const raw = parent instanceof Element && parent.namespaceURI === HTML && RAW.has(parent.localName)
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node instanceof Element) {
        const taken = quotes.get(node)
        if (taken) replaced(node, taken)
        else written(node)
      } else if (node instanceof Text) out.push(raw ? node.data : escapeText(node.data))
      else if (node instanceof Comment && !node.data.startsWith('stet-')) out.push('<!--', node.data, '-->')
    }
    depth--
  }

  const wordsOfDrawing = (): string[] =>
    Array.from(document.querySelectorAll('text,title,desc,foreignObject'), one => one.textContent.trim())

  const { doctype } = document
  if (doctype) {
    const ids = doctype.publicId ? ` PUBLIC "${doctype.publicId}"` : doctype.systemId ? ' SYSTEM' : ''
    out.push(`<!DOCTYPE ${doctype.name}${ids}${doctype.systemId ? ` "${doctype.systemId}"` : ''}>\n`)
  }
  if (document.body instanceof HTMLElement) words.push(document.body.innerText)
  else if (document.documentElement instanceof SVGElement) words.push(...wordsOfDrawing())
  children(document)

  const base64Of = async (url: string): Promise<{ mime: string; base64: string } | null> => {
    try {
      const blob = await (await fetch(url)).blob()
      if (blob.size === 0 || blob.size > MAX_DRAWING) return null
      const dataUrl = await new Promise<string>((resolve, reject) => {
        const reader = new FileReader()
        reader.addEventListener('load', () => resolve(reader.result as string))
        reader.addEventListener('error', () => reject(reader.error as Error))
        reader.readAsDataURL(blob)
      })
      return {
        mime: blob.type || 'application/octet-stream',
        base64: dataUrl.slice(dataUrl.indexOf(',') + 1),
      }
    } catch {
      return null // The blob was let go of; what it held is nowhere any more.
    }
  }
  const files: DrawnFile[] = drawings.map(({ token, url }) => ({
    token,
    mime: 'image/png',
    base64: url.slice(url.indexOf(',') + 1),
  }))
  for (const [url, token] of blobs) {
    const read = await base64Of(url)
    if (read) files.push({ token, ...read })
  }
  return {
    html: out.join(''),
    files,
    text: words.join('\n\n'),
    baseUrl: document.baseURI,
    charset: document.characterSet,
  }
}
