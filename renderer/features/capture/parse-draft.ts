/** What a person put into the capture bar, as Stet understands it. */
export type Draft =
  | { readonly kind: 'nothing' }
  /** Addresses and nothing else. */
  | { readonly kind: 'urls'; readonly urls: readonly string[] }
  /** A page's source. */
  | { readonly kind: 'html' }
  /** Words; `urls` are the addresses among them. */
  | { readonly kind: 'text'; readonly urls: readonly string[] }

const NOTHING: Draft = { kind: 'nothing' }

/** Markup as a browser's "view source" or a clipboard gives it: it begins with a tag, and tags are closed. */
const isHtml = (text: string): boolean =>
  /^<(!doctype|html|head|body|article|main|div|section|p|h1|meta|!--)\b/i.test(text) &&
  /<\/[a-z]+\s*>/i.test(text)

/** A name with a dot and an ending of letters, as people write addresses: `example.org/story`. */
const BARE = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#].*)?$/u
/** This machine and addresses by number answer without TLS as a rule. */
const LOCAL = /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?(?:[/?#].*)?$/i
/** File names that look like hosts. */
const FILE_NAME = /^[^/?#]+\.(?:html?|mhtml?|txt|pdf|docx?|png|jpe?g|json|csv|md|zip)$/i

/** An address as a URL; null where it is none that can be captured. */
export function asUrl(word: string): string | null {
  const bare = word.replace(/^[<("'«“]+/, '').replace(/[>)"'»”,;.]+$/, '')
  const full = /^https?:\/\//i.test(bare)
    ? bare
    : LOCAL.test(bare)
      ? `http://${bare}`
      : BARE.test(bare) && !FILE_NAME.test(bare)
        ? `https://${bare}`
        : null
  return full === null ? null : (URL.parse(full)?.href ?? null)
}

/** Pasted or typed text: one or many addresses, a page's source, or words. Lines that begin with `#` are remarks. */
export function parseDraft(text: string): Draft {
  const trimmed = text.trim()
  if (trimmed === '') return NOTHING
  if (isHtml(trimmed)) return { kind: 'html' }
  const words = trimmed
    .split('\n')
    .filter(line => !line.trimStart().startsWith('#'))
    .flatMap(line => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').split(/\s+/))
    .filter(word => word !== '')
  const read = words.map(asUrl)
  const urls = [...new Set(read.filter(url => url !== null))]
  return urls.length > 0 && read.every(url => url !== null) ? { kind: 'urls', urls } : { kind: 'text', urls }
}
