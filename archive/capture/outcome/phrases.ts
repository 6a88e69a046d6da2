/** Phrases by BCP 47 language, in lower case with straight quotes: the form `plainWords` brings a page into. */
export type PhraseList = Readonly<Record<string, readonly string[]>>

/** A phrase that was found, and the language it is in. */
export interface PhraseHit {
  readonly phrase: string
  readonly language: string
}

/** One form for pages and phrases alike: NFKC, lower case, straight quotes, single spaces, no soft hyphens. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replaceAll(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Every phrase of the list that stands in `text` (brought into the plain form before). */
export function findPhrases(text: string, list: PhraseList): readonly PhraseHit[] {
  return Object.entries(list).flatMap(([language, phrases]) =>
    phrases.filter(phrase => text.includes(phrase)).map(phrase => ({ phrase, language })),
  )
}
