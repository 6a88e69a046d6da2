/** White space (no-break and zero-width included) collapsed to single spaces, ends trimmed. */
export function collapse(text: string): string {
  return text
    .replaceAll(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Lower-case letters and digits with single spaces, accents gone: the form in which two wordings are compared. */
export function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
}

function codePoint(number: number): string {
  return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : ''
}

/** Undoes the character references that publishers leave inside JSON-LD strings, which should hold none. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text
    .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => codePoint(parseInt(hex, 16)))
    .replaceAll(/&#(\d{1,7});/g, (_, digits: string) => codePoint(Number(digits)))
    .replaceAll(/&([a-z]{2,6});/gi, (whole: string, name: string) => NAMED[name] ?? whole)
}

/** A string from JSON-LD or an attribute as words: references decoded (twice where doubled), tags out, collapsed. */
export function plain(text: string): string {
  const decoded = decodeEntities(decodeEntities(text))
  return collapse(decoded.replaceAll(/<\/?[a-z][^<>]*>/gi, ' '))
}
