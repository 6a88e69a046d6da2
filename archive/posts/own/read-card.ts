import type { Platform, PostMedia, PostReference } from '../../model/post.ts'
import { addressOf } from '../address.ts'
import { readDate } from '../day.ts'
import { isElement, tagOf, textOf } from '../element-text.ts'
import { mediaIn, splitMediaLinks } from '../media.ts'
import { CARD_RULES, COUNTER_LINE, EDITED_LINE, REPLYING_TO, SHAPE, type CardRule } from './card-rules.ts'

/** What a card shows of its post. */
export interface CardWords {
  readonly author: string | null
  readonly handle: string | null
  readonly postedAt: string | null
  readonly text: string | null
  readonly media: readonly PostMedia[]
  readonly quote: PostReference | null
  readonly replyTo: PostReference | null
  /** The mark that says it was edited. */
  readonly edited: string | null
}

const HANDLE = /(?:^|[\s(·])@([\w.-]{1,80}(?:@[\w.-]+)?)/u
const MAX_NAME = 120
const MAX_TEXT = 40_000
const AVATAR_PX = 100

function ruleFor(element: Element, platform: Platform): CardRule {
  const rules = CARD_RULES.filter(rule => rule.platform === platform || rule.platform === 'any')
  return rules.find(rule => element.matches(rule.card)) ?? { platform: 'any', card: '*' }
}

/** The first element that a list of selectors finds, the earlier selector before the later, outside `not`. */
function find(root: Element, selectors: string | undefined, not: Element | null): Element | null {
  for (const selector of selectors?.split(/,\s*(?![^[(]*[\])])/) ?? []) {
    for (const found of root.querySelectorAll(selector)) {
      if (not === null || !not.contains(found)) return found
    }
  }
  return null
}

function handleIn(text: string): string | null {
  return HANDLE.exec(text)?.[1]?.replace(/[.-]+$/, '') ?? null
}

const WHOLE_HANDLE = /^@([\w.-]{1,80}(?:@[\w.-]+)?)$/

/** The words of the first element without others in it that are wholly of a pattern: inline parts stand without a space. */
function leaf(root: Element, pattern: RegExp, not: Element | null): string | null {
  for (const element of root.querySelectorAll('*')) {
    if (element.firstElementChild || (not?.contains(element) ?? false)) continue
    const words = (element.textContent ?? '').trim()
    if (words.length <= MAX_NAME && pattern.test(words)) return words
  }
  return null
}

function nameOf(element: Element | null): string | null {
  const text = element === null ? '' : textOf(element).split('\n')[0]!
  const name = text
    .replace(HANDLE, '')
    .replace(/^u\/(?=[\w-]+$)/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return name === '' || name.length > MAX_NAME ? null : name
}

function timeIn(root: Element, rule: CardRule, not: Element | null, language: string | null): string | null {
  const own = root.getAttribute('created-timestamp') ?? root.getAttribute('data-timestamp')
  const stamp =
    own === null ? null : /^\d{12,13}$/.test(own) ? new Date(Number(own)).toISOString() : readDate(own)
  const element = stamp === null ? (find(root, rule.time, not) ?? find(root, SHAPE.time, not)) : null
  if (!element) return stamp
  const told = ['datetime', 'content', 'ts', 'title'].map(name => element.getAttribute(name))
  for (const value of [...told, textOf(element)]) {
    const date = value === null ? null : readDate(value, language)
    if (date !== null) return date
  }
  return null
}

/** Pictures as small as that are faces. */
function isSmall(image: Element): boolean {
  const sides = ['width', 'height'].map(name => Number(image.getAttribute(name) ?? Number.NaN))
  return sides.some(px => px <= AVATAR_PX)
}

function picturesOf(root: Element, not: Element | null, base: string): readonly PostMedia[] {
  const copy = root.cloneNode(true)
  if (!isElement(copy)) return []
  const left = not === null ? [] : [pathOf(root, not)]
  for (const path of left) at(copy, path)?.remove()
  for (const image of copy.querySelectorAll('img')) if (isSmall(image)) image.remove()
  const background = [...copy.querySelectorAll('[style*="background-image"]')].flatMap(
    (element): PostMedia[] => {
      const url = /background-image\s*:\s*url\((['"]?)(.*?)\1\)/i.exec(
        element.getAttribute('style') ?? '',
      )?.[2]
      const photo = /photo|media|video|image/i.test(element.getAttribute('class') ?? '')
      const address = url && photo ? URL.parse(url, base) : null
      return address?.protocol.startsWith('http') ? [{ kind: 'image', url: address.href }] : []
    },
  )
  return [...mediaIn(copy, base), ...background]
}

/** Places of an element among its siblings, from `root` down: the same way leads through a copy. */
function pathOf(root: Element, element: Element): readonly number[] {
  const path: number[] = []
  for (let node: Element | null = element; node && node !== root; node = node.parentElement) {
    path.unshift([...(node.parentElement?.children ?? [])].indexOf(node))
  }
  return path
}

function at(root: Element, path: readonly number[]): Element | null {
  return path.reduce<Element | null>((node, index) => node?.children[index] ?? null, root)
}

function permalinkIn(root: Element, base: string): string | null {
  const links = [...root.querySelectorAll('a[href]')].map(link => link.getAttribute('href') ?? '')
  return links.map(href => addressOf(href, { use: 'link', base })?.url).find(Boolean) ?? null
}

function quotedIn(element: Element | null, rule: CardRule, base: string): PostReference | null {
  if (!element) return null
  const { author, handle, postedAt, text } = wordsOf(element, { ...rule, quote: '' }, base, null)
  const url =
    permalinkIn(element, base) ??
    (element.matches('a[href]') ? (URL.parse(element.getAttribute('href') ?? '', base)?.href ?? null) : null)
  return author === null && handle === null && text === null ? null : { url, author, handle, postedAt, text }
}

function answered(card: Element, rule: CardRule, not: Element | null, base: string): PostReference | null {
  const marked = find(card, rule.replyTo, not) ?? find(card, SHAPE.replyTo, not)
  const lines = marked
    ? [textOf(marked).replaceAll('\n', ' ')]
    : textOf(card, { maxLength: 2000 }).split('\n')
  const told = lines.map(line => REPLYING_TO.exec(line)?.groups?.['who']).find(Boolean)
  if (told === undefined && !marked) return null
  const who = told ?? lines[0] ?? ''
  const handle = handleIn(` ${who}`)
  const href =
    marked?.closest('a[href]')?.getAttribute('href') ?? marked?.querySelector('a[href]')?.getAttribute('href')
  const link = href ? addressOf(href, { use: 'link', base }) : null
  const author = handle === null ? who.trim().slice(0, MAX_NAME) || null : null
  if (handle === null && author === null && !link) return null
  return {
    url: link?.url ?? null,
    author,
    handle: handle ?? link?.handle ?? null,
    postedAt: null,
    text: null,
  }
}

/** The words of a post without what stands around them, by shape: what is no name, no time, no counter. */
function plainBody(card: Element, not: Element | null, known: readonly (Element | null)[]): string | null {
  const copy = card.cloneNode(true)
  if (!isElement(copy)) return null
  const paths = [not, ...known].flatMap(part =>
    part && card.contains(part) && part !== card ? [pathOf(card, part)] : [],
  )
  // Found before any is taken out, so that the ways stay right.
  for (const part of paths.map(path => at(copy, path))) part?.remove()
  const lines = textOf(copy, { maxLength: MAX_TEXT })
    .split('\n')
    .filter(line => !isFurniture(line))
  return lines.join('\n').trim() || null
}

function isFurniture(line: string): boolean {
  return (
    COUNTER_LINE.test(line) ||
    EDITED_LINE.test(line) ||
    REPLYING_TO.test(line) ||
    /^@[\w.-]+(?:@[\w.-]+)?$/.test(line) ||
    (line.length < 60 && line !== '' && readDate(line) !== null)
  )
}

function textIn(
  card: Element,
  rule: CardRule,
  not: Element | null,
  known: readonly (Element | null)[],
): string | null {
  const named = find(card, rule.text, not)
  const heading = find(card, rule.title, not)
  const titled = card.getAttribute('post-title') ?? (heading && textOf(heading).replaceAll('\n', ' '))
  if (named || titled) {
    const body = named ? textOf(named, { maxLength: MAX_TEXT }) : ''
    return [titled?.trim(), body].filter(Boolean).join('\n\n') || null
  }
  const shaped = [...card.querySelectorAll(SHAPE.text)].filter(element => !(not?.contains(element) ?? false))
  const best = shaped.find(element => {
    const text = textOf(element, { maxLength: 400 })
    return (
      text !== '' &&
      !known.some(part => part?.contains(element)) &&
      text.split('\n').some(line => !isFurniture(line))
    )
  })
  if (best && tagOf(best) !== 'p') return textOf(best, { maxLength: MAX_TEXT })
  return plainBody(card, not, known)
}

function wordsOf(
  card: Element,
  rule: CardRule,
  base: string,
  quote: Element | null,
): Omit<CardWords, 'quote' | 'replyTo'> {
  const language = card.closest('[lang]')?.getAttribute('lang') ?? null
  const author = find(card, rule.author, quote) ?? find(card, SHAPE.author, quote)
  const handled = find(card, rule.handle, quote) ?? find(card, SHAPE.handle, quote)
  const timed = find(card, rule.time, quote) ?? find(card, SHAPE.time, quote)
  const edited = find(card, rule.edited, quote) ?? find(card, SHAPE.edited, quote)
  const told = handled ? textOf(handled) : null
  const handle =
    (told === null ? null : (handleIn(told) ?? (/^[\w.-]{1,80}$/.test(told) ? told : null))) ??
    handleIn(author ? textOf(author) : '') ??
    /^u\/([\w-]+)$/.exec(author ? textOf(author) : '')?.[1] ??
    WHOLE_HANDLE.exec(leaf(card, WHOLE_HANDLE, quote) ?? '')?.[1] ??
    handleIn(textOf(card, { maxLength: 300 }).split('\n').slice(0, 4).join(' '))
  const split = splitMediaLinks(textIn(card, rule, quote, [author, handled, timed, edited]) ?? '')
  const lines = textOf(card, { maxLength: 4000 }).split('\n')
  const mark = leaf(card, EDITED_LINE, quote) ?? lines.find(words => EDITED_LINE.test(words)) ?? null
  return {
    author: nameOf(author) ?? card.getAttribute('author'),
    handle: handle ?? card.getAttribute('author'),
    postedAt: timeIn(card, rule, quote, language),
    text: split.text || null,
    media: [...picturesOf(card, quote, base), ...split.media],
    edited: (edited && textOf(edited)) || mark,
  }
}

/** Reads one post's card, as its platform's page or frame shows it. */
export function readCard(card: Element, platform: Platform, base: string): CardWords {
  const rule = ruleFor(card, platform)
  const quote = find(card, rule.quote, null) ?? find(card, SHAPE.quote, null)
  const words = wordsOf(card, rule, base, quote)
  return { ...words, quote: quotedIn(quote, rule, base), replyTo: answered(card, rule, quote, base) }
}
