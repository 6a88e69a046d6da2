import { candidate, type Candidate } from '../candidate.ts'
import type { Marked, Outline } from '../outline.ts'
import type { Surroundings } from '../surroundings.ts'

/** Words that say a date is the last change's, in many languages. */
const UPDATED =
  /updat|modif|edited|revised|aktual|geändert|actuali|atuali|mis à jour|mise à jour|aggiorn|gewijzigd|bijgewerkt|oppdat|uppdat|opdat|päivitetty|обновл|изменен|оновлен|ενημέρωση|更新|수정|تحديث|آخر تعديل|עודכן|güncel|frissít|zaktual|diperbarui|cập nhật|अपडेट|আপডেট|แก้ไข/iu

const MAX_LINE = 160
const MAX_LINES = 60
const MAX_MARKED = 8

/** `<… itemprop="datePublished">`: its content, its datetime or its words. */
export function itemDates(outline: Outline, name: string): Candidate<string>[] {
  const wanted = name.toLowerCase()
  const element = outline.marked.find(({ itemprop }) => itemprop.split(/\s+/).includes(wanted))?.element
  if (!element) return []
  return [
    ...candidate(element.getAttribute('content') ?? element.getAttribute('datetime'), 'microdata'),
    ...candidate(outline.spacedText(element).slice(0, MAX_LINE), 'microdata'),
  ]
}

/** The words and names in and around a `<time>` that tell what it is the time of. */
function surroundingsOfTime(time: Element): string {
  return [
    time.className,
    time.getAttribute('itemprop'),
    time.parentElement?.className,
    time.previousSibling?.textContent?.slice(-40),
    time.textContent,
  ].join(' ')
}

/** `<time>` elements near the story: those of its publication or, with `modified`, of its last change. */
export function timeElements(around: Surroundings, modified: boolean): Candidate<string>[] {
  return around.after
    .flatMap(({ element, tag }) => (tag === 'time' ? [element] : []))
    .filter(time => around.near(time) && UPDATED.test(surroundingsOfTime(time)) === modified)
    .slice(0, 3)
    .flatMap(time => [
      ...candidate(time.getAttribute('datetime'), 'html'),
      ...candidate(around.spacedText(time).slice(0, MAX_LINE), 'text'),
    ])
}

/** The part of a line that speaks of publication, or with `modified` of the last change; null where there is none. */
function partOf(line: string, modified: boolean): string | null {
  const at = line.search(UPDATED)
  if (modified) return at < 0 ? null : line.slice(at)
  return at < 0 ? line : line.slice(0, at)
}

const DATE_LABELS = /date|publish|timestamp|posted|datum|fecha|data|time|byline|meta/
const LINE_ELEMENTS: ReadonlySet<string> = new Set(
  'p span div li dd small em strong b i td a font'.split(' '),
)

function lines(
  around: Surroundings,
  isPlace: (marked: Marked) => boolean,
  modified: boolean,
  limit: number,
): Candidate<string>[] {
  const found: Candidate<string>[] = []
  let seen = 0
  for (const marked of around.after) {
    if (seen >= limit || found.length >= MAX_MARKED) break
    if (!isPlace(marked)) continue
    const { element, length } = marked
    if (length < 6 || !around.near(element)) continue
    seen++
    if (length > MAX_LINE * 3) continue
    const text = around.spacedText(element)
    const part = text.length <= MAX_LINE && /\p{Nd}/u.test(text) ? partOf(text, modified) : null
    if (part) found.push({ value: part, origin: 'text' })
  }
  return found
}

/** Short elements near the headline that templates call a date. */
export function dateElements(around: Surroundings, modified: boolean): Candidate<string>[] {
  return lines(around, ({ labels }) => DATE_LABELS.test(labels), modified, Infinity)
}

/** Short lines after the headline that hold a number, in elements without a telling name. */
export function dateLines(around: Surroundings): Candidate<string>[] {
  return lines(around, ({ tag }) => LINE_ELEMENTS.has(tag), false, MAX_LINES)
}
