import type { ListItem } from '../../model/article.ts'
import { paragraphUnit, type Unit } from './unit.ts'

const BULLET = /^\s*(?:[-*•●▪◦‣–—]|・)\s+(?=\S)/u
const NUMBER = /^\s*(?:\d{1,3}|[٠-٩]{1,3}|[०-९]{1,3})[.)．、]\s*(?=\S)/u

/** Shortest and longest line of text that was broken at a fixed width, in UTF-16 units. */
const WRAP_MIN = 50
const WRAP_MAX = 100
const WRAP_SHARE = 0.8
const WRAP_LEAST_LINES = 3

function tidy(line: string): string {
  return line
    .replaceAll(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
}

function groupsOf(text: string): string[][] {
  return text
    .replaceAll(/\r\n?|\u2028|\u2029|\u0085|\f|\v/g, '\n')
    .replaceAll('\0', '')
    .split(/\n[^\S\n]*\n/)
    .map(group => group.split('\n').filter(line => tidy(line) !== ''))
    .filter(group => group.length > 0)
}

/** Whether the file's lines were broken at a fixed width, so that a paragraph spans several of them. */
function isWrapped(groups: readonly (readonly string[])[]): boolean {
  const inner = groups.flatMap(group => group.slice(0, -1)).map(line => tidy(line).length)
  const fits = inner.filter(length => length >= WRAP_MIN && length <= WRAP_MAX).length
  return inner.length >= WRAP_LEAST_LINES && fits >= inner.length * WRAP_SHARE
}

const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]$/u

function joined(lines: readonly string[]): string {
  return lines.reduce(
    (text, line) => (text === '' || UNSPACED_END.test(text) ? text + line : `${text} ${line}`),
    '',
  )
}

function isItem(line: string): boolean {
  return BULLET.test(line) || NUMBER.test(line)
}

function listUnit(lines: readonly string[]): Unit {
  const ordered = lines.every(line => NUMBER.test(line))
  const items: ListItem[] = lines.map(line => ({
    text: tidy(line.replace(ordered ? NUMBER : BULLET, '')),
    spans: [],
  }))
  return { text: items.map(item => item.text).join('\n'), block: { kind: 'list', ordered, items } }
}

/** A run of lines that begin with a bullet, or with numbers that count up; one alone may be speech or a year. */
function isList(lines: readonly string[]): boolean {
  if (lines.length < 2) return false
  if (lines.every(line => BULLET.test(line))) return true
  const numbers = lines.map(line => parseInt(line.trim(), 10))
  return (
    lines.every(line => NUMBER.test(line)) &&
    numbers.every((n, i) => i === 0 || !(n <= (numbers[i - 1] ?? 0)))
  )
}

/** Paragraphs and lists of a plain text. Blank lines part paragraphs; so does every line end, unless lines are wrapped. */
export function readLines(text: string): readonly Unit[] {
  const groups = groupsOf(text)
  const wrapped = isWrapped(groups)
  const units: Unit[] = []
  let items: string[] = []
  const flush = (): void => {
    if (isList(items)) units.push(listUnit(items))
    else units.push(...items.map(line => paragraphUnit(tidy(line))))
    items = []
  }
  for (const group of groups) {
    const wasList = items.length > 0
    if (group.every(isItem)) {
      items.push(...group)
      continue
    }
    if (wasList) flush()
    if (wrapped && !group.some(isItem)) {
      units.push(paragraphUnit(joined(group.map(tidy))))
      continue
    }
    for (const line of group) {
      if (isItem(line)) items.push(line)
      else {
        flush()
        units.push(paragraphUnit(tidy(line)))
      }
    }
  }
  flush()
  return units
}
