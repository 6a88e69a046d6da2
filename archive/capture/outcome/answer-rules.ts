import type { AttemptReason } from '../../model/snapshot.ts'
import { headerOf } from '../headers.ts'
import { isHtmlType } from '../sniff.ts'
import { BOT_WALLS } from './bot-walls.ts'
import { findPhrases, plainWords } from './phrases.ts'
import { BOT_PHRASES } from './bot-phrases.ts'
import { attempt, markupOf, type AnsweredPage, type Judgement } from './reading.ts'

/** The wall whose headers an answer carries; null where there is none. */
function wallInHeaders(page: AnsweredPage): string | null {
  const wall = BOT_WALLS.find(one =>
    one.headers?.some(([name, pattern]) => pattern.test(headerOf(page.headers, name) ?? '')),
  )
  return wall?.name ?? null
}

/** The wall whose marks are in a page's markup; null where there are none. */
export function wallInMarkup(markup: string): string | null {
  return BOT_WALLS.find(one => one.markup?.test(markup))?.name ?? null
}

/** Words of a small page without its markup, good enough to look for phrases. */
function roughText(markup: string): string {
  const bare = markup.replace(/<(script|style)\b[\s\S]*?(?:<\/\1|$)/gi, ' ').replace(/<[^<>]*>/g, ' ')
  return plainWords(bare.replaceAll('&#39;', "'").replaceAll('&amp;', '&'))
}

const WALL_STATUSES = new Set([401, 403, 405, 406, 429, 444, 503])

function reasonOfStatus(status: number): AttemptReason {
  if (status === 404) return 'http-404'
  if (status === 410) return 'http-410'
  if (status === 401 || status === 407 || status === 511) return 'login'
  if (status === 402) return 'paywall'
  if (status === 429) return 'blocked'
  return status >= 500 ? 'http-5xx' : 'http-4xx'
}

function judgeStatus(page: AnsweredPage, status: number): Judgement {
  const said = `status ${status}${page.http?.statusText ? ` ${page.http.statusText}` : ''}`
  if (WALL_STATUSES.has(status)) {
    const wall = wallInHeaders(page) ?? wallInMarkup(markupOf(page))
    if (wall) return attempt('blocked', `${said}, and the marks of ${wall}`)
    const [hit] = findPhrases(roughText(markupOf(page)), BOT_PHRASES)
    if (hit && hit.phrase !== 'access denied') return attempt('blocked', `${said}, and "${hit.phrase}"`)
  }
  return attempt(reasonOfStatus(status), said)
}

/**
 * What the answer alone tells, before anything is cleaned: status, type and size. Null where the page must be read.
 */
export function judgeAnswer(page: AnsweredPage): Judgement | null {
  const status = page.http?.status ?? 200
  if (status >= 400) return judgeStatus(page, status)
  const wall = wallInHeaders(page)
  if (wall) return attempt('blocked', `a challenge of ${wall} instead of the page`)
  if (status >= 300 || status === 204 || status === 205)
    return attempt('empty', `status ${status} without a page`)
  if (page.bytes.byteLength === 0) return attempt('empty', 'the answer has no body')
  if (page.mime !== null && !isHtmlType(page.mime)) return attempt('not-html', `the answer is ${page.mime}`)
  if (page.html.trim() === '') return attempt('empty', 'the page is blank')
  return null
}
