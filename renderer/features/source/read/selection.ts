/** Longer words are cut: a note is about a place, not a copy of it. */
const LONGEST_QUOTE = 500

const blockOf = (node: Node | null): HTMLElement | null => {
  const element = node instanceof Element ? node : node?.parentElement
  return element?.closest<HTMLElement>('[data-block]') ?? null
}

/** The block and words of the article that are selected, or the block that has the focus; null for neither. */
export function placeInArticle(article: HTMLElement | null): { block: number; quote: string } | null {
  if (!article) return null
  const selection = getSelection()
  if (selection && !selection.isCollapsed && selection.rangeCount > 0) {
    const range = selection.getRangeAt(0)
    const block = blockOf(range.startContainer)
    if (block && article.contains(block)) return { block: indexOf(block), quote: quoteOf(selection) }
  }
  const focused = blockOf(document.activeElement)
  return focused && article.contains(focused) ? { block: indexOf(focused), quote: '' } : null
}

const indexOf = (block: HTMLElement): number => Number(block.dataset['block'])

const quoteOf = (selection: Selection): string => selection.toString().trim().slice(0, LONGEST_QUOTE)

/** Moves the focus to the next or previous block: from the focused one, else from the first that is in sight. */
export function moveBlock(article: HTMLElement | null, step: 1 | -1): void {
  const blocks = [...(article?.querySelectorAll<HTMLElement>('[data-block]') ?? [])]
  const focused = blocks.findIndex(block => block.contains(document.activeElement))
  const inSight = blocks.findIndex(block => block.getBoundingClientRect().bottom > 0)
  const index = focused === -1 ? inSight : focused + step
  const block = blocks[Math.max(0, Math.min(blocks.length - 1, index))]
  block?.focus({ preventScroll: true })
  block?.scrollIntoView({ block: 'nearest' })
}

export function focusBlock(article: HTMLElement | null, block: number): void {
  article?.querySelector<HTMLElement>(`[data-block="${block}"]`)?.focus({ preventScroll: true })
}
