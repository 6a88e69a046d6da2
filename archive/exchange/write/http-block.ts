import { isSecretHeader } from '../../model/secrets/headers.ts'
import { oneLine } from '../warc/fields.ts'
import type { ExportedEntry } from './har.ts'

type Pairs = readonly { readonly name: string; readonly value: string }[]

const httpVersion = (text: string) => (/^HTTP\/1\.[01]$/i.test(text) ? text.toUpperCase() : 'HTTP/1.1')
/** Of HTTP/2 and 3: no header of HTTP/1.1. */
const isPseudo = (name: string) => name.startsWith(':') || name === ''

function lines(pairs: Pairs): string {
  return pairs
    .filter(({ name }) => !isPseudo(name) && !isSecretHeader(name))
    .map(({ name, value }) => `${oneLine(name)}: ${oneLine(value)}\r\n`)
    .join('')
}

/** Header characters beyond Latin-1 cannot have been on the wire; they are written as UTF-8. */
function headBytes(text: string): Buffer {
  // oxlint-disable-next-line no-control-regex
  return /^[\u0000-\u00ff]*$/.test(text) ? Buffer.from(text, 'latin1') : Buffer.from(text, 'utf8')
}

/**
 * The head of an answer whose body is stored with its codings undone: what speaks of the body on the wire is renamed
 * to `x-orig-…`, and the length is that of the body that follows.
 */
export function responseHead({ response }: ExportedEntry, bodyBytes: number): Buffer {
  const headers = response.headers.map(({ name, value }) =>
    /^(?:content-encoding|transfer-encoding|content-length)$/i.test(name)
      ? { name: `x-orig-${name.toLowerCase()}`, value }
      : { name, value },
  )
  const status =
    `${httpVersion(response.httpVersion)} ${response.status} ${oneLine(response.statusText)}`.trimEnd()
  return headBytes(`${status}\r\n${lines(headers)}content-length: ${bodyBytes}\r\n\r\n`)
}

export function requestBlock({ request }: ExportedEntry): Buffer {
  const url = new URL(request.url)
  const hasHost = request.headers.some(({ name }) => name.toLowerCase() === 'host')
  const host = hasHost ? '' : `host: ${url.host}\r\n`
  const head = `${request.method} ${url.pathname}${url.search} ${httpVersion(request.httpVersion)}\r\n${host}${lines(request.headers)}\r\n`
  return Buffer.concat([headBytes(head), Buffer.from(request.postData?.text ?? '')])
}
