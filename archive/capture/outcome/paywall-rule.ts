import { findPhrases, plainWords } from './phrases.ts'
import { attempt, type Judgement, type Reading } from './reading.ts'
import { PAYWALL_PHRASES } from './paywall-phrases.ts'

/** Below this a story may be the lead of a longer one; above it a wall, if any, let enough through. */
const STUB_WORDS = 200
/** Below this a page that declares itself paid for is taken at its word. */
const DECLARED_STUB_WORDS = 50

const END_OF_SENTENCE =
  /[.!?:;)\]"'\u00bb\u201d\u2019\u3002\uff01\uff1f\u300d\u300f\uff09\u3011\u300b\u0964\u0965\u061f\u06d4]$/
const TRAILING_DOTS = /(?:\.\.\.|\u2026|\[\u2026\]|\[\.\.\.\])$/
/** A shorter last paragraph is a line, an address or a name, not a sentence cut through. */
const SENTENCE_CHARACTERS = 40
/** How close behind the story a wall stands, in characters. */
const NEXT_TO_IT = 300

/** Words the page's own data says the story has (`wordCount` of schema.org); 0 where it does not say. */
function declaredWords(html: string): number {
  return Number(/"wordCount"\s*:\s*"?(\d{1,6})/.exec(html)?.[1] ?? 0)
}

/**
 * The last paragraph ends in dots, or in the middle of a sentence with the wall's words right behind it. No full stop
 * alone says nothing: stories end in a name or a place, too.
 */
function breaksOff(page: Reading): boolean {
  const last = page.article.blocks.findLast(block => block.kind === 'paragraph')?.text.trim() ?? ''
  if (last === '' || TRAILING_DOTS.test(last)) return last !== ''
  if (last.length < SENTENCE_CHARACTERS || END_OF_SENTENCE.test(last)) return false
  const tail = plainWords(last).slice(-40)
  const at = page.visible.lastIndexOf(tail)
  if (at < 0) return false
  return findPhrases(page.visible.slice(at, at + tail.length + NEXT_TO_IT), PAYWALL_PHRASES).length > 0
}

/** Words of a wall on the page; null where there are none. */
export function paywallWords(page: Reading): string | null {
  return findPhrases(`${page.body} ${page.visible}`, PAYWALL_PHRASES)[0]?.phrase ?? null
}

/**
 * A story cut short for those who have not paid: few words, the wall's own phrases, and one more sign that something
 * is missing (the page declares itself paid for or longer, or the text breaks off, or ends in the wall's words).
 */
export function paywall(page: Reading): Judgement | null {
  if (page.words >= STUB_WORDS) return null
  const { declaredPaywalled } = page.signals
  const phrase = paywallWords(page)
  if (declaredPaywalled && page.words < DECLARED_STUB_WORDS) {
    return attempt('paywall', `the page declares itself paid for, and shows ${page.words} words`)
  }
  if (phrase === null) return null
  const declared = declaredWords(page.page.html)
  const signs = [
    declaredPaywalled ? 'the page declares itself paid for' : '',
    declared >= page.words * 2 && declared >= 100 ? `it declares ${declared} words` : '',
    breaksOff(page) ? 'the text breaks off' : '',
    findPhrases(page.body.slice(-300), PAYWALL_PHRASES).length > 0 ? 'the story ends there' : '',
  ].filter(sign => sign !== '')
  return signs.length > 0
    ? attempt('paywall', `"${phrase}" after ${page.words} words; ${signs.join('; ')}`)
    : null
}
