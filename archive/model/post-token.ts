/**
 * Posts are lifted out of a page before Readability, which drops most of them. What stays behind is a
 * paragraph with this token in a sentence long enough for Readability to keep; the cleaner turns each such
 * paragraph back into a `post` block.
 */
const PATTERN = /stetpost(\d+)token/

/** The sentence that stands in for post number `index` of the page. */
export function postPlaceholder(index: number): string {
  return `The embedded post stetpost${index}token stood here, in this place of the story, and it returns after cleaning.`
}

/** The post number a text stands for, or null where it is ordinary text. */
export function postIndexIn(text: string): number | null {
  const match = PATTERN.exec(text)
  return match ? Number(match[1]) : null
}
