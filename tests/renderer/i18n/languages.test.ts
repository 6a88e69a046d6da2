import { describe, expect, test } from 'vitest'
import { ar } from '../../../renderer/i18n/ar/index.ts'
import { en } from '../../../renderer/i18n/en/index.ts'

type Words = ReadonlyMap<string, string>

/** Every text by its path: `words.reason.http-404`. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) =>
    textsOf(inner, path === '' ? key : `${path}.${key}`),
  )
}

const PLURAL = /_(?:zero|one|two|few|many|other)$/
const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name!).toSorted()

/** Keys that are counted: English has both of its forms. */
const countedIn = (words: Words): string[] =>
  [...words.keys()].filter(key => key.endsWith('_other')).map(key => key.slice(0, -'_other'.length))

const english: Words = new Map(textsOf(en))

describe.each([['ar', ar]] as const)('the words of %s', (language, translation) => {
  const words: Words = new Map(textsOf(translation))
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const counted = countedIn(english)

  test('English has one and other wherever it counts', () => {
    expect(counted.filter(stem => !english.has(`${stem}_one`))).toEqual([])
  })

  test('are there for every English text', () => {
    expect([...english.keys()].filter(key => !words.has(key))).toEqual([])
  })

  test('are none that English does not have', () => {
    const isKnown = (key: string) => english.has(key) || english.has(key.replace(PLURAL, '_other'))
    expect([...words.keys()].filter(key => !isKnown(key))).toEqual([])
  })

  test('have every plural form the language needs', () => {
    const needed = counted.flatMap(stem => categories.map(category => `${stem}_${category}`))
    expect(needed.filter(key => !words.has(key))).toEqual([])
  })

  test('are never empty', () => {
    expect([...words].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })

  test('name the same things as English in their sentences', () => {
    const wrong = [...english].flatMap(([key, text]) => {
      const translated = words.get(key)
      if (translated === undefined || PLURAL.test(key)) return []
      const [expected, found] = [placeholdersIn(text), placeholdersIn(translated)]
      return expected.join() === found.join() ? [] : [`${key}: ${expected.join()} / ${found.join()}`]
    })
    expect(wrong).toEqual([])
  })

  test('say the number wherever the form alone does not, and leave nothing else out', () => {
    const wrong = counted.flatMap(stem => {
      const expected = placeholdersIn(english.get(`${stem}_other`)!)
      const isNumber = (name: string) => name === 'count' || name === 'number'
      return categories.flatMap(category => {
        const translated = words.get(`${stem}_${category}`)
        if (translated === undefined) return []
        const found = placeholdersIn(translated)
        // "one" and "two" may be said by a word; "none" leaves nothing to tell.
        const mayBeWord = category === 'one' || category === 'two'
        const needed = category === 'zero' ? [] : expected.filter(name => !(mayBeWord && isNumber(name)))
        const missing = needed.filter(name => !found.includes(name))
        const unknown = found.filter(name => !expected.includes(name))
        return missing.length + unknown.length === 0
          ? []
          : [`${stem}_${category}: without ${missing.join()}, unknown ${unknown.join()}`]
      })
    })
    expect(wrong).toEqual([])
  })
})
