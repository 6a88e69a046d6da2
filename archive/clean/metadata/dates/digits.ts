/** Code point of the zero of each decimal digit set in use for dates (Unicode category Nd). */
const ZEROS: readonly number[] = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
  0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10,
]

/** Arabic-Indic, Devanagari, Thai, full-width … digits as 0-9. */
export function asciiDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, char => {
    const code = char.codePointAt(0) ?? 0
    const zero = ZEROS.find(start => code >= start && code < start + 10)
    return zero === undefined ? char : String(code - zero)
  })
}
