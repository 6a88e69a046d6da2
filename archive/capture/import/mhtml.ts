import { parseUrl } from '../../model/url.ts'
import { decodeHtml } from '../../model/charset/decode.ts'
import { decodeWords, mimeParameter } from './mime-headers.ts'
import { readMimeParts, splitHeaders, type MimePart } from './mime-parts.ts'
import { savedTime, webAddress } from './read-marks.ts'
import type { ImportedPart } from './types.ts'

/** A page with its parts, out of one MHTML file. */
export interface Mhtml {
  readonly page: { readonly html: string; readonly bytes: Uint8Array; readonly mime: string }
  readonly url: string | null
  /** RFC 3339, from the message's `Date`. */
  readonly savedAt: string | null
  /** From `From: <Saved by Blink>`. */
  readonly savedBy: string | null
  readonly parts: readonly ImportedPart[]
}

const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml)$/

function isHeaderBlock(head: string): boolean {
  return /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t]+[^\n]*\r?\n)*){2,}/.test(head)
}

const HEAD_BYTES = 8_192

/** Whether the bytes begin as a MIME message that holds a page. */
export function looksLikeMhtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\s)+/, '')
  if (!isHeaderBlock(head)) return false
  const unfolded = (head.split(/\r?\n\r?\n/)[0] ?? '').replaceAll(/\r?\n[ \t]+/g, ' ')
  return /^content-type:\s*(?:multipart\/|text\/html)/im.test(unfolded)
}

/** `<abc@host>` → `cid:abc@host` (RFC 2392). */
function contentIdUrl(id: string | undefined): string | null {
  const inner = id?.trim().replace(/^<|>$/g, '')
  return inner ? `cid:${inner}` : null
}

/** The root: the part that `start` names, else the first page (RFC 2387, section 3.2). */
function rootOf(parts: readonly MimePart[], start: string | null): MimePart | null {
  const named = start ? parts.find(part => part.headers.get('content-id')?.trim() === start) : undefined
  return named && PAGE_TYPE.test(named.mime) ? named : (parts.find(part => PAGE_TYPE.test(part.mime)) ?? null)
}

function addressesOf(part: MimePart, base: string | null): readonly string[] {
  const location = part.headers.get('content-location')
  const located = location ? (parseUrl(decodeWords(location), base ?? undefined)?.href ?? null) : null
  const cid = contentIdUrl(part.headers.get('content-id'))
  return [located, cid].filter(address => address !== null)
}

/** Reads an MHTML file (RFC 2557); null where it holds no page. */
export function readMhtml(bytes: Uint8Array): Mhtml | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const trimmed = buffer.subarray(buffer.findIndex(byte => byte > 32 && byte < 127))
  const { headers } = splitHeaders(trimmed)
  const parts = readMimeParts(trimmed)
  const root = rootOf(parts, mimeParameter(headers.get('content-type'), 'start'))
  if (!root) return null
  const addresses = [
    headers.get('snapshot-content-location'),
    root.headers.get('content-location'),
    headers.get('content-location'),
  ]
  const url =
    addresses
      .map(address => (address ? webAddress(decodeWords(address)) : null))
      .find(address => address !== null) ?? null
  const others = parts.filter(part => part !== root && part.bytes.length > 0)
  return {
    page: {
      html: decodeHtml(root.bytes, root.headers.get('content-type') ?? null).html,
      bytes: root.bytes,
      mime: root.mime,
    },
    url,
    savedAt: savedTime(headers.get('date') ?? ''),
    savedBy: /saved by ([^>]+)>?/i.exec(decodeWords(headers.get('from') ?? ''))?.[1]?.trim() ?? null,
    parts: others.flatMap(part =>
      addressesOf(part, url).map(address => ({ url: address, mime: part.mime, bytes: part.bytes })),
    ),
  }
}
