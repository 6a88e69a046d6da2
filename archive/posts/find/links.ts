import { addressOf } from '../address.ts'
import { tagOf, textOf } from '../element-text.ts'
import { NOTHING_SAID } from '../said.ts'
import { classOf, platformNamed } from './marks.ts'
import type { Finder } from './search.ts'

const INLINE = new Set(['span', 'em', 'strong', 'b', 'i', 'u', 'font', 'small'])
const HOLDS_PARAGRAPH = new Set(['p', 'div', 'figure', 'center', 'blockquote'])
const NAVIGATION = 'nav, footer, header, [role="navigation"]'
const MAX_EMBED_WORDS = 120

function looksLikeAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.|(?:[\w-]+\.)+[a-z]{2,}\/)\S+$/i.test(text)
}

/** The block that an element fills alone, climbing through inline wrappers; null where other words stand beside it. */
function blockOf(element: Element, words: string): Element | null {
  let block = element.parentElement
  while (block && INLINE.has(tagOf(block))) block = block.parentElement
  if (!block || !HOLDS_PARAGRAPH.has(tagOf(block))) return null
  return textOf(block, { maxLength: words.length + 200 }) === words && !block.querySelector('img, iframe')
    ? block
    : null
}

/** A link to a post that fills its paragraph and shows its own address: what an embed leaves where no script ran. */
const bareLink: Finder = (element, { pageUrl }) => {
  if (tagOf(element) !== 'a') return null
  const address = addressOf(element.getAttribute('href') ?? '', { use: 'link', base: pageUrl })
  if (!address || address.platform === 'other') return null
  const words = textOf(element, { maxLength: 400 })
  const block = blockOf(element, words)
  if (!block || element.closest(NAVIGATION)) return null
  const embed = /embed/i.test(classOf(block)) || platformNamed(block) === address.platform
  return looksLikeAddress(words) || (embed && words.length <= MAX_EMBED_WORDS)
    ? [{ address, form: 'link', said: NOTHING_SAID }]
    : null
}

/** The same where the address was never made a link. */
const bareAddress: Finder = (element, { pageUrl }) => {
  if (!HOLDS_PARAGRAPH.has(tagOf(element)) || element.firstElementChild) return null
  const words = (element.textContent ?? '').trim()
  if (words.length > 400 || !/^https?:\/\/\S+$/.test(words) || element.closest(NAVIGATION)) return null
  const address = addressOf(words, { use: 'link', base: pageUrl })
  return address && address.platform !== 'other' ? [{ address, form: 'link', said: NOTHING_SAID }] : null
}

export const linkFinders: readonly Finder[] = [bareLink, bareAddress]
