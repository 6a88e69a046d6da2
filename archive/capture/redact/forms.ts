/** Characters that some way of writing changes. */
const SPECIAL = /[^A-Za-z0-9]/gu

const lowerHex = (text: string): string => text.replaceAll(/%[0-9A-F]{2}/g, one => one.toLowerCase())

function percent(text: string): readonly string[] {
  try {
    const once = encodeURIComponent(text)
    const twice = encodeURIComponent(once)
    const form = once.replaceAll('%20', '+')
    return [encodeURI(text), once, form, twice].flatMap(one => [one, lowerHex(one)])
  } catch {
    // Half a surrogate pair cannot be written so.
    return []
  }
}

const code = (ch: string, radix: number): string => ch.codePointAt(0)!.toString(radix)

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function markup(text: string): readonly string[] {
  const named = text.replaceAll(/[&<>"]/g, ch => ENTITIES[ch]!)
  return [
    named,
    named.replaceAll("'", '&#39;'),
    named.replaceAll("'", '&#x27;'),
    text.replaceAll(/[&<>"'=+/`]/g, ch => `&#${code(ch, 10)};`),
    text.replaceAll(SPECIAL, ch => `&#${code(ch, 10)};`),
    text.replaceAll(SPECIAL, ch => `&#x${code(ch, 16)};`),
    text.replaceAll(SPECIAL, ch => `&#x${code(ch, 16).toUpperCase()};`),
  ]
}

function script(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1)
  const units = (digits: number, prefix: string, pattern: RegExp): string =>
    text.replaceAll(pattern, ch => prefix + code(ch, 16).padStart(digits, '0'))
  return [
    json,
    json.replaceAll('/', '\\/'),
    text.replaceAll("'", "\\'"),
    ...[/[<>&'=+/"]/g, /[<>&'"]/g, SPECIAL].flatMap(pattern => [
      units(4, '\\u', pattern),
      units(4, '\\u', pattern).replaceAll(/\\u[0-9a-f]{4}/g, one => `\\u${one.slice(2).toUpperCase()}`),
      units(2, '\\x', pattern),
    ]),
  ]
}

const MIN_BASE64_BYTES = 10

/** The characters of Base64 that hold the text wherever in a longer one it stands: at each of three offsets. */
function base64(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  if (bytes.length < MIN_BASE64_BYTES) return []
  return [0, 1, 2].flatMap(offset => {
    const written = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const first = Math.ceil((offset * 8) / 6)
    const whole = Math.floor(((offset + bytes.length) * 8) / 6)
    const sure = written.slice(first, whole)
    return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

/** Every way in which a value is likely to be written: as it is, in addresses, in markup, in scripts, in Base64, in hex. */
export function formsOf(value: string): readonly string[] {
  const hex = Buffer.from(value).toString('hex')
  const forms = [
    value,
    ...percent(value),
    ...markup(value),
    ...script(value),
    ...base64(value),
    hex,
    hex.toUpperCase(),
  ]
  return [...new Set(forms)].filter(form => form.length >= Math.min(value.length, MIN_BASE64_BYTES))
}
