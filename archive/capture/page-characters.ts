/**
 * The characters a page uses, as code points in order: fonts are split by them, and a reader loads only the parts needed.
 * Markup counts too; a part too many does no harm.
 */
export function charactersOf(html: string): readonly number[] {
  const out = new Set<number>()
  for (const character of new Set(html)) out.add(character.codePointAt(0)!)
  for (const [, hex, decimal] of html.matchAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi)) {
    out.add(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  }
  return [...out].toSorted((a, b) => a - b)
}
