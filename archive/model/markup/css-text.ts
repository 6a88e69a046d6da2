/** Undoes CSS escapes (CSS Syntax 3, section 4.3.7). An escaped newline joins the lines. */
export function unescapeCss(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(
    /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\n\r\f])?|(\r\n|[\n\r\f])|([\s\S])|$)/gi,
    (_all: string, hex?: string, line?: string, other?: string) => {
      if (line !== undefined) return ''
      if (hex === undefined) return other ?? ''
      const code = Number.parseInt(hex, 16)
      return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
        ? '\ufffd'
        : String.fromCodePoint(code)
    },
  )
}

/** The words of a string token, closed or not. */
export function stringValue(token: string): string {
  const quote = token[0]!
  return unescapeCss(token.length > 1 && token.endsWith(quote) ? token.slice(1, -1) : token.slice(1))
}

/** The address in a `url(…)` token without quotes. */
export function urlValue(token: string): string {
  return unescapeCss(
    token
      .slice(token.indexOf('(') + 1)
      .replace(/\)$/, '')
      .trim(),
  )
}
