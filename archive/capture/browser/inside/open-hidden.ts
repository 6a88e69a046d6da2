/* oxlint-disable no-restricted-globals -- this file runs inside the page, sent there as text */

/** Attributes in which scripts keep what they will load later. */
export interface LazyNames {
  readonly urls: readonly string[]
  readonly srcsets: readonly string[]
}

/**
 * Lets pictures and frames load that wait to be scrolled to and were not reached, in shadow roots too, and asks for
 * pictures whose loader never did. Gives how many. Stands alone: it reaches the page as text.
 */
export function loadLazy({ urls, srcsets }: LazyNames): number {
  const MAX_ASKED = 300
  const roots: (Document | ShadowRoot)[] = [document]
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot)
  }
  const known = new Set(performance.getEntriesByType('resource').map(entry => entry.name))
  const waiting = [...urls, ...srcsets].map(name => `[${name}]`).join(',')
  let count = 0
  const isThere = (element: Element): boolean =>
    element instanceof HTMLImageElement && element.complete && element.naturalWidth > 2
  const ask = (element: Element): void => {
    const picture = new Image()
    const srcset = srcsets.map(name => element.getAttribute(name)).find(value => value)
    if (srcset) {
      picture.sizes = (element as HTMLImageElement).sizes || '100vw'
      picture.srcset = srcset
      count++
      return
    }
    const value = urls.map(name => element.getAttribute(name)).find(one => one) ?? ''
    const address = /^url\(\s*["']?(.*?)["']?\s*\)$/.exec(value.trim())?.[1] ?? value.trim()
    if (address === '' || /[\s{}<>"]|^\[|^(?:true|false|\d+)$/.test(address)) return
    const url = URL.parse(address, document.baseURI)
    if (!url || !/^https?:$/.test(url.protocol) || known.has(url.href)) return
    const isPicture = element instanceof HTMLImageElement || element.localName === 'source'
    if (!isPicture && !/\.(?:avif|webp|jpe?g|png|gif|svg|bmp)$/i.test(url.pathname)) return
    picture.src = url.href
    known.add(url.href)
    count++
  }
  for (const root of roots) {
    for (const element of root.querySelectorAll<HTMLImageElement | HTMLIFrameElement>(
      'img[loading=lazy],iframe[loading=lazy]',
    )) {
      if (isThere(element)) continue
      element.loading = 'eager'
      count++
    }
    for (const element of root.querySelectorAll(waiting)) {
      if (count >= MAX_ASKED) return count
      if (!isThere(element)) ask(element)
    }
  }
  return count
}

/** Opens what a reader would have to unfold. Gives how many. Stands alone: it reaches the page as text. */
export function openDetails(): number {
  const MAX_OPENED = 200
  const roots: (Document | ShadowRoot)[] = [document]
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot)
  }
  const closed = roots
    .flatMap(root => [...root.querySelectorAll<HTMLDetailsElement>('details:not([open])')])
    .filter(details => !details.closest('nav,header,footer,aside,[role=navigation],[role=menu]'))
    .slice(0, MAX_OPENED)
  for (const details of closed) {
    // Of those that share a name only one may be open; the name is given back when all are.
    const name = details.getAttribute('name')
    details.removeAttribute('name')
    details.open = true
    if (name !== null) details.dataset['stetName'] = name
  }
  return closed.length
}

/**
 * Asks for films and sounds that wait to be played, for their captions, for documents that stand in the page and for
 * its icon: a reader may open what is kept. Leaves the page's own players alone. Gives how many. Stands alone: it reaches the page as text.
 */
export function loadMedia(): number {
  const MAX_ASKED = 12
  const world = globalThis as typeof globalThis & { stetMedia?: HTMLMediaElement[] }
  const asked = (world.stetMedia ??= [])
  const urls = new Set(asked.map(one => one.src))
  let count = 0
  for (const player of document.querySelectorAll<HTMLMediaElement>('video,audio')) {
    for (const track of player.textTracks) {
      if (track.mode === 'disabled') track.mode = 'hidden'
    }
    const playable = [...player.querySelectorAll('source')].find(
      ({ type, src }) => src !== '' && (type === '' || player.canPlayType(type) !== ''),
    )
    const url = player.currentSrc || player.src || playable?.src || ''
    if (!/^https?:/.test(url) || urls.has(url) || player.readyState >= 3 || count >= MAX_ASKED) continue
    const copy = document.createElement(player.localName) as HTMLMediaElement
    copy.muted = true
    copy.preload = 'auto'
    copy.src = url
    asked.push(copy)
    urls.add(url)
    count++
  }
  // A document that no page can show is asked for by browsers with a viewer of their own only.
  const files = 'object[data],embed[src],iframe[src]'
  for (const holder of document.querySelectorAll<HTMLObjectElement & HTMLEmbedElement>(files)) {
    const url = URL.parse(holder.getAttribute('data') ?? holder.getAttribute('src') ?? '', document.baseURI)
    const isFile = holder.type === 'application/pdf' || /\.pdf$/i.test(url?.pathname ?? '')
    if (!url || !isFile || !/^https?:$/.test(url.protocol) || count >= MAX_ASKED) continue
    if (performance.getEntriesByName(url.href).length > 0) continue
    void fetch(url, { mode: 'no-cors', credentials: 'include' }).catch(() => {})
    count++
  }
  const icon = document.querySelector<HTMLLinkElement>('link[rel~=icon i][href]')
  if (icon && /^https?:/.test(icon.href)) {
    new Image().src = icon.href
    count++
  }
  return count
}
