/** A raw control character inside a string, as pasted text leaves it; JSON (RFC 8259, section 7) wants it escaped. */
function escapeControls(text: string): string {
  let out = ''
  let inString = false
  let escaped = false
  for (const char of text) {
    if (inString && char < ' ') {
      out += escaped ? '' : ' '
      escaped = false
      continue
    }
    if (char === '"' && !escaped) inString = !inString
    escaped = char === '\\' && !escaped
    out += char
  }
  return out
}

/** Applies `change` to what stands outside strings, so that no words are touched. */
function outsideStrings(text: string, change: (code: string) => string): string {
  return text
    .split(/("(?:[^"\\]|\\.)*")/s)
    .map((part, i) => (i % 2 === 0 ? change(part) : part))
    .join('')
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The wrappers that keep old browsers from showing a script: HTML comments and CDATA. */
function unwrapped(text: string): string {
  return text
    .replace(/^\s*(?:\/\*|\/\/)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?/, '')
    .replace(/(?:\/\*|\/\/)?\s*(?:-->|\]\]>)\s*(?:\*\/)?\s*$/, '')
    .trim()
    .replace(/;$/, '')
}

/**
 * Reads JSON as found in `<script type="application/ld+json">`. Repairs only what cannot change a word:
 * comment wrappers, raw control characters, commas before a closing bracket, missing commas between objects.
 * Returns undefined where the text still is no JSON.
 */
export function readLooseJson(text: string): unknown {
  const direct = tryParse(text)
  if (direct !== undefined) return direct
  const body = escapeControls(unwrapped(text))
  const tidy = outsideStrings(body, code =>
    code
      .replaceAll(/<!--.*?-->|\/\*.*?\*\//gs, '')
      .replaceAll(/,(\s*,)+/g, ',')
      .replaceAll(/,(\s*[}\]])/g, '$1')
      .replaceAll(/}(\s*){/g, '},$1{'),
  )
  const repaired = tryParse(tidy) ?? tryParse(`[${tidy}]`)
  if (repaired !== undefined) return repaired
  const invalidEscapes = tidy.replaceAll(/\\(?!["\\/bfnrt]|u[0-9a-f]{4})/gi, '')
  return tryParse(invalidEscapes) ?? tryParse(`[${invalidEscapes}]`)
}
