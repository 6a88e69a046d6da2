import { credentialsIn } from '../../model/secrets/addresses.ts'
import { isAddressHeader, isSecretHeader } from '../../model/secrets/headers.ts'
import type { BrowserState } from '../../ports/browser.ts'
import type { HarEntry, HarPair } from '../har-types.ts'
import type { Keeping, SecretValues } from './secret-values.ts'

export function gatherState(values: SecretValues, { cookies, storage }: BrowserState): void {
  for (const { name, value, httpOnly } of cookies) values.add(name, value, httpOnly ? 'hidden' : 'cookie')
  for (const items of Object.values(storage)) {
    for (const [name, value] of Object.entries(items)) values.add(name, value, 'storage')
  }
}

function gatherCookie(values: SecretValues, pair: string, keeping: Keeping): void {
  const at = pair.indexOf('=')
  if (at > 0) values.add(pair.slice(0, at).trim(), pair.slice(at + 1).trim(), keeping)
}

/** `Basic` says a name and a password, `Bearer` and its like one value (RFC 7617, RFC 6750). */
function gatherAuthorization(values: SecretValues, text: string): void {
  const [scheme = '', ...rest] = text.trim().split(/\s+/)
  const value = rest.join(' ') || scheme
  values.addCredential(value)
  if (!/^basic$/i.test(scheme)) return
  const password = Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':')
  values.addCredential(password)
}

function gatherHeader(values: SecretValues, { name, value }: HarPair): void {
  const key = name.toLowerCase()
  if (key === 'cookie') for (const pair of value.split(';')) gatherCookie(values, pair, 'cookie')
  else if (key === 'set-cookie')
    gatherCookie(values, value.split(';', 1)[0]!, /;\s*httponly/i.test(value) ? 'hidden' : 'cookie')
  else if (key.endsWith('authorization')) gatherAuthorization(values, value)
  else if (isSecretHeader(key)) values.addCredential(value)
  else if (isAddressHeader(key)) for (const one of credentialsIn(value)) values.addCredential(one)
}

/** What went over the wire; the entries are those of before anything was left out. */
export function gatherTraffic(values: SecretValues, entries: readonly HarEntry[]): void {
  for (const { request, response } of entries) {
    for (const header of [...request.headers, ...response.headers]) gatherHeader(values, header)
    for (const url of [request.url, response.redirectURL]) {
      for (const one of credentialsIn(url)) values.addCredential(one)
    }
  }
}

const NAME =
  '(?:access|id|refresh|auth|session|csrf|xsrf|authenticity|bearer|login)[-_]?tokens?|(?:php|j)?sess(?:ion)?[-_]?id|jwt|csrf|_csrf|xsrf'
/** A value under such a name: in JSON and scripts, and in the fields and `meta` of a document. */
const NAMED = [
  new RegExp(`\\\\?["']?\\b(?:${NAME})\\\\?["']?\\s*[:=]\\s*\\\\?["']([^"'\\\\\\s]{6,4096})\\\\?["']`, 'gi'),
  new RegExp(
    `\\sname=["']?(?:${NAME})["']?\\s[^<>]{0,200}?(?:value|content)=["']([^"'<>]{6,4096})["']`,
    'gi',
  ),
  new RegExp(`\\s(?:value|content)=["']([^"'<>]{6,4096})["']\\s[^<>]{0,200}?name=["']?(?:${NAME})\\b`, 'gi'),
]

/** Tokens that a text names as such. Read byte by byte: names and tokens are ASCII. */
export function gatherText(values: SecretValues, bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!/token|sess|jwt|csrf|xsrf/i.test(text)) return
  for (const pattern of NAMED)
    for (const [, value = ''] of text.matchAll(pattern)) values.addCredential(value)
}
