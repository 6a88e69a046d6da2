import type { Outline } from './outline.ts'
import { bare } from './words.ts'

const MAX_KICKER = 45

/** What templates call the words above a headline. */
const KICKER_NAMES =
  /kicker|dachzeile|overline|over-?title|pre-?title|pre-?headline|topline|top-?title|eyebrow|roofline|spitzmarke|sur-?titre|sobre-?titulo|antetitulo|volanta|occhiello|chapeu|supra-?title|super-?title|vignette|stikktittel/

/** Marks that publishers put between a kicker and the rest of a headline. */
const AFTER_KICKER = /\s*[:|/]\s+/g
const SPOKEN_AFTER_KICKER = /^\s*[:/]\s/

interface Kicker {
  readonly words: string
  readonly isNamed: boolean
}

/** The element that opens the heading and holds only its first few words: `<span>Opinion</span> The plan`. */
function kickerOf(element: Element, text: string, outline: Outline): Kicker | null {
  const opening = element.firstElementChild
  const words = opening ? outline.headlineText(opening) : ''
  if (!opening || words === '' || words.length > MAX_KICKER || !text.startsWith(words) || words === text)
    return null
  const around = outline.marked[outline.indexOf(opening)]
  return { words, isNamed: KICKER_NAMES.test(around?.labels ?? '') }
}

/** Whether a title is the heading with a kicker before it, parted by a mark: "Harbour: The plan". */
function putsKickerOn(title: string, key: string): boolean {
  return [...title.matchAll(AFTER_KICKER)].some(
    mark => bare(title.slice(mark.index + mark[0].length)) === key,
  )
}

/** The titles that two or more of the page's places give, letters and digits compared. */
function agreed(titles: readonly string[]): readonly string[] {
  const keys = titles.map(bare)
  return titles.filter((_, i) => keys.indexOf(keys[i]!) !== keys.lastIndexOf(keys[i]!))
}

/** The heading "Kicker The plan" in the wording of a declared title that parts the two, "Kicker: The plan", where another says the same. */
function spokenWhole(kicker: string, text: string, declared: readonly string[]): string | null {
  const whole = agreed(declared).filter(title => bare(title) === bare(text))
  return whole.find(title => SPOKEN_AFTER_KICKER.test(title.slice(kicker.length))) ?? null
}

/**
 * The heading with its kicker put right. One marked up inside the heading comes off where a title that the page
 * declares is the rest, unless two of them agree that it belongs to the headline; one outside the heading comes
 * on where two declared titles agree on it. `declared`: without the site's name, best first.
 */
export function withKicker(
  element: Element,
  text: string,
  declared: readonly string[],
  outline: Outline,
): string {
  const key = bare(text)
  const kicker = kickerOf(element, text, outline)
  if (kicker) {
    const whole = spokenWhole(kicker.words, text, declared)
    if (whole) return whole
    const rest = declared.find(title => key === `${bare(kicker.words)} ${bare(title)}`)
    if (rest && !declared.slice(0, declared.indexOf(rest)).some(title => bare(title) === key)) return rest
  }
  const longer = agreed(declared).find(
    title => putsKickerOn(title, key) && title.length - text.length <= MAX_KICKER,
  )
  if (longer) return longer
  const after = kicker?.isNamed ? text.slice(kicker.words.length) : ''
  return kicker && /^\s[^\s:|/–—-]/u.test(after) && /[\p{L}\p{N}]$/u.test(kicker.words)
    ? `${kicker.words}:${after}`
    : text
}
