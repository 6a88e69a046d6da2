import type { PostState, StateEvidence } from '../../model/post.ts'
import { STATE_NOTICES } from '../words/state.ts'
import { GONE_LINES } from '../words/gone.ts'

export interface Told {
  readonly state: PostState
  readonly evidence: StateEvidence
}

const MAX_NOTICE = 200
/** More than a notice, its button and a footer take. */
const MAX_LINES = 60

/** The notice among some lines that says what became of a post; null where none does. */
function noticeIn(lines: readonly string[]): { readonly state: PostState; readonly words: string } | null {
  const notices = [...STATE_NOTICES, ...GONE_LINES].filter(
    ({ state }) => state === 'deleted' || state === 'unavailable',
  )
  for (const each of lines.slice(0, MAX_LINES)) {
    const line = each.trim()
    if (line === '' || line.length > MAX_NOTICE) continue
    const found = notices.find(notice => notice.line.test(line))
    if (found) return { state: found.state, words: line }
  }
  return null
}

/**
 * What an answer tells of the post it was asked for. 410 says that it is gone for good (RFC 9110, section 15.5.11);
 * 404 and 451 only that it is not to be had; words on the page say more than either. Null where neither tells:
 * a login, a refusal or a fault of the server says nothing of the post.
 */
export function goneByAnswer(answer: {
  readonly where: string
  readonly status: number | null
  readonly lines: readonly string[]
}): Told | null {
  const { where, status, lines } = answer
  if (status !== null && (status >= 500 || [401, 403, 405, 407, 408, 429].includes(status))) return null
  const notice = noticeIn(lines)
  const evidence = { words: notice?.words ?? null, where, status }
  if (notice) return { state: notice.state, evidence }
  if (status === 410) return { state: 'deleted', evidence }
  return status === 404 || status === 451 ? { state: 'unavailable', evidence } : null
}

/** The lines of some markup as a reader sees them, without a parser: good enough to look for a notice. */
export function linesOfMarkup(html: string): readonly string[] {
  const text = html
    .slice(0, 500_000)
    .replaceAll(/<(script|style|template|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replaceAll(
      /<(?:\/?(?:p|div|h[1-6]|li|section|article|main|body|title|button|td|tr)\b[^>]*|br\s*\/?)>/gi,
      '\n',
    )
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&(?:#39|#x27|apos|rsquo|#8217);/gi, '’')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  return text
    .split('\n')
    .map(line => line.replaceAll(/\s+/g, ' ').trim())
    .filter(line => line !== '')
}
