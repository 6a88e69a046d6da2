import type { Warning } from '../../model/snapshot.ts'
import { NOT_FOUND_PHRASES } from './not-found-phrases.ts'
import { paywallWords } from './paywall-rule.ts'
import { findPhrases } from './phrases.ts'
import type { Reading } from './reading.ts'
import { REMOVED_PHRASES } from './removed-phrases.ts'
import { BOT_PHRASES } from './bot-phrases.ts'

const SHORT_WORDS = 50
/** Above this even a page behind a wall has shown a story's worth. */
const CUT_WORDS = 400

/** What is odd about a page that was taken for a story: for a person to look at, not for Stet to decide. */
export function doubtsOf(page: Reading): readonly Warning[] {
  const { words, signals, hadGoodVersion } = page
  const warnings: Warning[] = []
  const wall = words < CUT_WORDS ? paywallWords(page) : null
  if (words < SHORT_WORDS) {
    warnings.push({
      code: 'very-short',
      message: `The story has only ${words} words. Look whether it is the whole page.`,
    })
  }
  if (words < CUT_WORDS && (signals.declaredPaywalled || wall)) {
    const why = wall ? `the page says "${wall}"` : 'the page declares itself paid for'
    warnings.push({ code: 'maybe-cut-short', message: `The story may be cut short: ${why}.` })
  }
  if (hadGoodVersion && words < hadGoodVersion.words * 0.4) {
    const message = `The story has ${words} words; the last version had ${hadGoodVersion.words}.`
    warnings.push({ code: 'much-shorter', message })
  }
  const title = page.titles.join(' ')
  const odd =
    words < CUT_WORDS
      ? (findPhrases(title, BOT_PHRASES)[0] ?? findPhrases(title, NOT_FOUND_PHRASES)[0])
      : undefined
  const gone = words < SHORT_WORDS * 2 ? findPhrases(page.body, REMOVED_PHRASES)[0] : undefined
  const phrase = (odd ?? gone)?.phrase
  if (phrase)
    warnings.push({
      code: 'maybe-not-the-story',
      message: `The page says "${phrase}". It may not be the story.`,
    })
  return warnings
}
