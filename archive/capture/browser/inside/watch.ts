/* oxlint-disable no-restricted-globals -- this file runs inside the page, sent there as text */

/** What the watcher keeps in the page, in a world of its own that the page's scripts cannot see. */
export interface Watched {
  /** `performance.now()` of the last change to the document. */
  changedAt: number
  /** Quotations that a script took out, with what stands in their place. */
  readonly quotes: { readonly quote: Element; readonly place: Element }[]
  /** Milliseconds since the document last changed; a day where nothing in it could change it. */
  readonly still: () => number
  /** Says that what changed just now was our doing: a page is not busy because of it. */
  readonly own: () => void
}

/** Runs before anything of the page does. Stands alone: it reaches the page as text. */
export function watch(): Watched {
  // What runs by itself or when a page is loaded and scrolled; data in a script element does not.
  const RUNS =
    'script:not([type]),script[type=""],script[type*=javascript i],script[type=module i],' +
    '[onload],[onerror],[onscroll],[ontoggle],[onanimationend],[ontransitionend],marquee'
  const A_DAY_MS = 86_400_000
  const isEmbed = (node: Node): node is Element =>
    node instanceof Element && node.localName === 'blockquote' && node.className !== ''
  const look = (records: readonly MutationRecord[]): void => {
    for (const { removedNodes, previousSibling, nextSibling } of records) {
      for (const node of removedNodes) {
        if (!isEmbed(node) || node.isConnected || watched.quotes.length >= 500) continue
        const beside = [previousSibling, nextSibling].find(one => one instanceof Element)
        if (beside instanceof Element) watched.quotes.push({ quote: node, place: beside })
      }
    }
  }
  const observer = new MutationObserver(records => {
    watched.changedAt = performance.now()
    look(records)
  })
  const watched: Watched = {
    changedAt: performance.now(),
    quotes: [],
    own: () => look(observer.takeRecords()),
    still: () => (document.querySelector(RUNS) ? performance.now() - watched.changedAt : A_DAY_MS),
  }
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
  return watched
}
