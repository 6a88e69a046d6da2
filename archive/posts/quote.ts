import type { Platform, PostState } from '../model/post.ts'
import { addressOf, addressOn, type Address } from './address.ts'
import { readAuthorLine } from './author-line.ts'
import { readDate } from './day.ts'
import { textOf, tidy } from './element-text.ts'
import { mediaIn, splitMediaLinks } from './media.ts'
import { NOTHING_SAID, type Said } from './said.ts'
import { MEDIA_MARKERS, SHARED_BY, VIEW_POST } from './words/phrases.ts'
import { STATE_NOTICES } from './words/state.ts'

const HANDLE_IN_LINE = /[(（]\s*@\s?([\w.-]+(?:@[\w.-]+)?)\s*[)）]/u
const BARE_HANDLE = /(?:^|\s)@([\w.]+(?:@[\w.-]+)?)/u
const MAX_NOTICE = 200

interface Lines {
  readonly author: string | null
  readonly handle: string | null
  readonly postedAt: string | null
  readonly body: string
}

function openingOf(line: string): RegExp | null {
  return SHARED_BY.find(pattern => pattern.test(line)) ?? null
}

function stateOf(line: string): PostState | null {
  if (line.length > MAX_NOTICE) return null
  return STATE_NOTICES.find(notice => notice.line.test(line))?.state ?? null
}

/** "A post shared by NAME (@handle) on Jan 3, 2024", in the languages of `SHARED_BY`. */
export function readSharedBy(line: string, language: string | null): Omit<Lines, 'body'> | null {
  const opening = openingOf(line)
  const bracketed = HANDLE_IN_LINE.exec(line)
  if (!opening && !(bracketed && /共有|シェア|分享|공유|paylaş/iu.test(line))) return null
  const rest = opening ? line.replace(opening, '') : line
  const handle = bracketed?.[1] ?? BARE_HANDLE.exec(rest)?.[1] ?? null
  const stop = rest.search(/[(（]\s*@|@[\w.]|\s(?:on|am|le|el|em|il|op|den)\s/u)
  const name = (stop < 0 ? rest : rest.slice(0, stop)).trim()
  return { author: name || null, handle, postedAt: readDate(rest, language) }
}

function readLines(text: string, language: string | null): Lines {
  const tail = readAuthorLine(text, language)
  if (tail) return { author: tail.author, handle: tail.handle, postedAt: tail.postedAt, body: tail.before }
  const lines = text.split('\n')
  const at = lines.findLastIndex(line => readSharedBy(line, language) !== null)
  const shared = at < 0 ? null : readSharedBy(lines[at] ?? '', language)
  if (!shared) return { author: null, handle: null, postedAt: null, body: text }
  return { ...shared, body: lines.filter((_, i) => i !== at).join('\n') }
}

/** Facebook and Reddit name the author in a link of its own beside the text, and the day in the permalink's words. */
function readLinks(element: Element, own: Address, language: string | null): Partial<Lines> {
  const links = [...element.querySelectorAll('a[href]')].slice(-6)
  const dated = links.map(link => readDate(link.textContent ?? '', language)).find(date => date !== null)
  const stamp = element.querySelector('time[datetime]')?.getAttribute('datetime')
  const redditor = own.platform === 'reddit' ? /u\/([\w-]+)/.exec(textOf(element))?.[1] : undefined
  return { postedAt: (stamp ? readDate(stamp) : null) ?? dated ?? null, handle: redditor ?? null }
}

function ownWords(body: string, platform: Platform): { text: string; state: PostState | null } {
  let state: PostState | null = null
  const kept = body.split('\n').filter(line => {
    const told = stateOf(line)
    state ??= told
    return (
      told === null &&
      !VIEW_POST.some(phrase => phrase.test(line)) &&
      !(platform === 'tiktok' && line.startsWith('♬'))
    )
  })
  let text = kept.join('\n')
  for (const marker of MEDIA_MARKERS) text = text.replaceAll(marker, '')
  return { text: tidy(text), state }
}

/** Reddit's card holds the title in a link, then "by u/name in r/place": only the title is the post's text. */
function redditTitle(text: string): string {
  return text.replace(/\n?\s*(?:posted )?by\s*u\/[\w-]+(?:\s*in\s*(?:r\/)?\w+)?\s*$/i, '').trim()
}

function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)\S+$/i.test(text) || addressOf(text, { use: 'link' }) !== null
}

/**
 * Reads what the page itself shows of a post: text with its line breaks, author, handle, day, media, state.
 * `own` is the post's address, so that its own link is told from those inside its words.
 */
export function readQuote(element: Element, own: Address, base: string): Said {
  const language =
    element.getAttribute('data-lang') ??
    element.querySelector('[lang]')?.getAttribute('lang') ??
    element.getAttribute('lang')
  const permalinkWords = new Set(
    [...element.querySelectorAll('a[href]')]
      .filter(link => addressOn(own.platform, link.getAttribute('href') ?? '', base)?.postId === own.postId)
      .map(link => (link.textContent ?? '').trim()),
  )
  const lines = readLines(textOf(element), language)
  const links = readLinks(element, own, language)
  const body = own.platform === 'reddit' ? redditTitle(lines.body) : lines.body
  const said = ownWords(body, own.platform)
  const split = splitMediaLinks(said.text)
  const handle = lines.handle ?? links.handle ?? null
  const naming = `@${handle ?? own.handle}`
  const text = split.text
    .split('\n')
    .filter(
      line =>
        line !== naming &&
        !(permalinkWords.has(line) && (isAddress(line) || readDate(line, language) !== null)),
    )
    .join('\n')
    .trim()
  return {
    author: lines.author,
    handle,
    postedAt: lines.postedAt ?? links.postedAt ?? null,
    text: text === '' || isAddress(text) ? null : text,
    media: [...split.media, ...mediaIn(element, base)],
    state: said.state ?? 'unknown',
  }
}

/** Text, media and state of a post that was saved as plain words, without its author's line. */
export function readSaidText(words: string): Said {
  const said = ownWords(words, 'other')
  const split = splitMediaLinks(said.text)
  return { ...NOTHING_SAID, text: split.text || null, media: split.media, state: said.state ?? 'unknown' }
}
