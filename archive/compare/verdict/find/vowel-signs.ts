/** Signs that Arabic writes or leaves out at will: vowels, lengthening. */
const VOWEL_SIGNS = /[\u064b-\u0652\u0640]/g

export function withoutVowelSigns(text: string): string {
  return text.replace(VOWEL_SIGNS, '')
}
