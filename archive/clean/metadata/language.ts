import type { Candidate } from './candidate.ts'

/** A language tag as BCP 47 writes it ("en_us" → "en-US"), or null where it is none. */
export function languageTag(text: string): string | null {
  const first = text.split(/[,;\s]/)[0]?.replaceAll('_', '-') ?? ''
  try {
    const tag = Intl.getCanonicalLocales(first)[0]
    return tag && /^[a-z]{2,3}(?:-|$)/.test(tag) && !/^(?:und|mul|zxx)/.test(tag) ? tag : null
  } catch {
    return null
  }
}

/** Scripts that serve (nearly) one written language each; the rest need more than their letters. */
const SCRIPT_LANGUAGES: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['pa', /\p{Script=Gurmukhi}/gu],
  ['gu', /\p{Script=Gujarati}/gu],
  ['or', /\p{Script=Oriya}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['te', /\p{Script=Telugu}/gu],
  ['kn', /\p{Script=Kannada}/gu],
  ['ml', /\p{Script=Malayalam}/gu],
  ['si', /\p{Script=Sinhala}/gu],
]

const SAMPLE_LENGTH = 4_000
const KANA_SHARE = 0.1
const SCRIPT_SHARE = 0.4

/** The language whose script the text is in, where the script alone tells it; null otherwise. */
export function languageOfScript(text: string): string | null {
  const sample = text.slice(0, SAMPLE_LENGTH)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 10) return null
  for (const [language, script] of SCRIPT_LANGUAGES) {
    const share = (sample.match(script)?.length ?? 0) / letters
    if (share >= (language === 'ja' ? KANA_SHARE : SCRIPT_SHARE)) return language
  }
  return null
}

/** The first usable tag among what the page declares. */
export function chooseLanguage(
  declared: readonly Candidate<string>[],
  sample: () => string,
): Candidate<string> | null {
  for (const { value, origin } of declared) {
    const tag = languageTag(value)
    if (tag) return { value: tag, origin }
  }
  const language = languageOfScript(sample())
  return language ? { value: language, origin: 'text' } : null
}
