import { TOKEN_KINDS, type TokenKind } from './words.ts'

/** One number for each distinct token of both texts, and what is known about it. */
export interface Vocabulary {
  /** The token's number. Two tokens have the same number where they are the same string. */
  idOf(token: string, kind: TokenKind): number
  /** By token number: the number of its folded form, shared by tokens that differ in case or typography only. */
  readonly folded: readonly number[]
  readonly kinds: readonly TokenKind[]
  /** By token number: the token itself. */
  readonly words: readonly string[]
  /** By token number: length in UTF-16 units. */
  readonly lengths: readonly number[]
}

const PLAIN: ReadonlyMap<string, string> = new Map(
  ['“”„‟«»〝〞＂"', "‘’‚‛‹›ʼ＇'", '‐‑‒–—―−－-'].flatMap(marks =>
    Array.from(marks, mark => [mark, marks.at(-1)!] as const),
  ),
)
const ODD_MARKS = /[‘’ʼ＇‐‑\u00ad\u200b-\u200d]/g

/** Case, Unicode form (NFC) and typography put aside. */
function fold(token: string, kind: TokenKind): string {
  if (kind === TOKEN_KINDS.mark) return PLAIN.get(token) ?? token
  return token
    .normalize('NFC')
    .toLowerCase()
    .replace(ODD_MARKS, mark => PLAIN.get(mark) ?? '')
}

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>()
  const folds = new Map<string, number>()
  const folded: number[] = []
  const kinds: TokenKind[] = []
  const words: string[] = []
  const lengths: number[] = []

  function foldedOf(token: string, kind: TokenKind): number {
    const form = fold(token, kind)
    const known = folds.get(form)
    if (known !== undefined) return known
    folds.set(form, folds.size)
    return folds.size - 1
  }

  function idOf(token: string, kind: TokenKind): number {
    const known = ids.get(token)
    if (known !== undefined) return known
    const id = ids.size
    ids.set(token, id)
    folded.push(foldedOf(token, kind))
    kinds.push(kind)
    words.push(token)
    lengths.push(token.length)
    return id
  }

  return { idOf, folded, kinds, words, lengths }
}
