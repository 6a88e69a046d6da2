const DIGIT = /\p{Nd}/u

/** Digits of any script as 0 to 9 (Unicode lists every set of ten in a row). */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, digit => {
    const code = digit.codePointAt(0)!
    if (code < 0x80) return digit
    let zero = code
    while (zero > code - 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--
    return String(code - zero)
  })
}
