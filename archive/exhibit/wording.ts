/** A claim of so many characters is kept on one page. */
const KEPT_TOGETHER = 900

/** Class of a claim that is not to be broken between pages; null for one that is too long for that. */
export function keptWhole(...texts: readonly (string | null)[]): 'whole' | null {
  const length = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)
  return length < KEPT_TOGETHER ? 'whole' : null
}

/** Plain text sets quotations off with `> `; words that are shown by themselves do without. */
export const withoutQuoteSigns = (text: string): string => text.replaceAll(/^> ?/gm, '')

/** Beginning of a passage, as a sign for the whole. */
export function beginning(text: string): string {
  const words = withoutQuoteSigns(text).trim().split(/\s+/)
  const short = words.slice(0, 8).join(' ').slice(0, 60)
  return short.length < text.trim().length ? `${short} …` : short
}
