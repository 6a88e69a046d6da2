import type { Platform } from '../../model/post.ts'
import { type Address, addressOn } from '../address.ts'
import { textOf } from '../element-text.ts'
import { CARD_RULES } from './card-rules.ts'

/** The posts of a page: its own, and those above and below it, in the order of the page. */
export interface Cards {
  readonly own: Element
  readonly all: readonly Element[]
  /** Found by what most templates have, not by what this platform's have. */
  readonly isGuess: boolean
}

const MAX_CARDS = 500
/** Larger pages are no post and its answers; looking through them would take its time. */
const MOST_ELEMENTS = 40_000

function outermost(cards: readonly Element[]): readonly Element[] {
  return cards.filter(card => !cards.some(other => other !== card && other.contains(card)))
}

/** Whether a card links to this post, outside a post quoted in it. */
function leadsTo(card: Element, { platform, postId }: Address, base: string): boolean {
  if (postId === null) return false
  const inAttribute = [
    'data-post',
    'data-id',
    'id',
    'post-id',
    'permalink',
    'data-status-id',
    'thingid',
  ].some(name => (card.getAttribute(name) ?? '').toLowerCase().includes(postId.toLowerCase()))
  if (inAttribute) return true
  return [...card.querySelectorAll('a[href]')].some(link => {
    const found = addressOn(platform, link.getAttribute('href') ?? '', base)
    return found?.postId === postId
  })
}

function speaks(card: Element): boolean {
  return textOf(card, { maxLength: 200 }) !== '' || card.querySelector('img, video') !== null
}

/** A card that is bigger in the same thread is the one the page is about: platforms mark it so. */
function choose(cards: readonly Element[], address: Address, base: string): Element | null {
  const linked = cards.filter(card => leadsTo(card, address, base))
  const focused = cards.find(card =>
    /detailed|focus|main-tweet|permalink-tweet/i.test(card.getAttribute('class') ?? ''),
  )
  if (linked.length === 1) return linked[0]!
  if (focused && (linked.length === 0 || linked.includes(focused))) return focused
  const named = (linked.length > 0 ? linked : cards).find(
    card =>
      address.handle !== null &&
      textOf(card, { maxLength: 400 }).toLowerCase().includes(`@${address.handle.toLowerCase()}`),
  )
  return linked[0] ?? named ?? cards[0] ?? null
}

/** Pages that are nothing but one post may go without a card: the post is all there is. */
const WHOLE = 'main, [role="main"], #root, #app'
const MAX_WHOLE = 3000

function wholePage(root: Element, { handle }: Address): Element | null {
  if (handle === null) return null
  const found = [...root.querySelectorAll(WHOLE)].find(element => {
    const text = textOf(element, { maxLength: MAX_WHOLE + 1 })
    return text.length <= MAX_WHOLE && text.toLowerCase().includes(`@${handle.toLowerCase()}`)
  })
  return found ?? null
}

/** Finds the card of the page's own post, and its neighbours of the same kind. Null where the page has none. */
export function findCards(root: Element, address: Address, base: string): Cards | null {
  if (root.getElementsByTagName('*').length > MOST_ELEMENTS) return null
  const platforms: readonly (Platform | 'any')[] = [address.platform, 'any']
  for (const rule of CARD_RULES.filter(({ platform }) => platforms.includes(platform))) {
    const found = [...root.querySelectorAll(rule.card)].slice(0, MAX_CARDS).filter(speaks)
    const all = outermost(found)
    const own = choose(all, address, base)
    if (own) return { own, all, isGuess: rule.platform === 'any' }
  }
  const own = wholePage(root, address)
  return own && { own, all: [own], isGuess: true }
}
