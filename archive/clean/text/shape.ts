import { countWords } from '../words.ts'

const SENTENCE_END = /(?:[.;:,。．；：、।॥։؛،]|[.。!！][”"’'»」』)]?)$/u
const LONG_WORDS = 18

/** Ends as sentences end. Question and exclamation marks do not count: headlines carry them too. */
export function endsAsSentence(text: string): boolean {
  return SENTENCE_END.test(text) && !/(?:\.\.\.|…)$/.test(text)
}

/** Long enough to be a paragraph of a story rather than a line of its own. */
export function isLong(text: string): boolean {
  return countWords(text) >= LONG_WORDS
}

const MAX_HEADLINE_WORDS = 32
const MAX_HEADLINE_CHARS = 240

/** Could stand over a story: some words, no full stop. */
export function couldBeHeadline(text: string): boolean {
  const words = countWords(text)
  return (
    words >= 3 && words <= MAX_HEADLINE_WORDS && text.length <= MAX_HEADLINE_CHARS && !endsAsSentence(text)
  )
}

const MAX_KICKER_WORDS = 3
const MAX_KICKER_CHARS = 40

/** A word or three over a headline: the name of a section or a series. */
export function couldBeKicker(text: string): boolean {
  return (
    countWords(text) <= MAX_KICKER_WORDS && text.length <= MAX_KICKER_CHARS && !/[.!?:;,。।]$/u.test(text)
  )
}

const MAX_SUBHEAD_WORDS = 12
const MAX_SUBHEAD_CHARS = 90

/** Could stand over a part of a story: a few words that begin like a sentence and do not end like one. */
export function couldBeSubhead(text: string): boolean {
  return (
    countWords(text) <= MAX_SUBHEAD_WORDS &&
    text.length <= MAX_SUBHEAD_CHARS &&
    !/[.!:;,…。！：；、।॥؛،"”»」』)]$/u.test(text) &&
    !/^(?:\p{Ll}|[-–—("“„«‘'@#])/u.test(text) &&
    /\p{L}{2}/u.test(text)
  )
}
