import {
  jsonWithoutCredentials,
  textWithoutCredentials,
  withoutCredentials,
} from '../../model/secrets/addresses.ts'
import { isAddressHeader, isSecretHeader, LEFT_OUT } from '../../model/secrets/headers.ts'
import type { HarEntry, HarPair } from '../har-types.ts'

const WHY = 'A value that may sign somebody in is not kept.'

function header(pair: HarPair): HarPair {
  const { name, value } = pair
  if (isSecretHeader(name)) return { name, value: LEFT_OUT, comment: WHY }
  if (!isAddressHeader(name)) return pair
  const left = addressesIn(value)
  return left === value ? pair : { name, value: left, comment: WHY }
}

/** Such headers hold one address, or several between angle brackets or after `url=`. */
function addressesIn(value: string): string {
  if (!/[<>,\s]/.test(value.trim())) return withoutCredentials(value)
  return value
    .replaceAll(/<([^>]*)>/g, (_whole, url: string) => `<${withoutCredentials(url)}>`)
    .replaceAll(
      /(\burl\s*=\s*["']?)([^"'\s]+)/gi,
      (_whole, before: string, url: string) => before + withoutCredentials(url),
    )
}

function cookie({ name }: HarPair): HarPair {
  return { name, value: LEFT_OUT, comment: WHY }
}

/** Name and value of a query, as the address that is kept has them. */
function queryOf(url: string): readonly HarPair[] {
  return [...(URL.parse(url)?.searchParams ?? [])].map(([name, value]) => ({ name, value }))
}

const BODY = 'http://body.invalid/?'

/** A form is what an address would be with its fields as parameters; other bodies are looked at as JSON. */
function sent({ mimeType, text }: NonNullable<HarEntry['request']['postData']>) {
  const isForm = /^application\/x-www-form-urlencoded/i.test(mimeType)
  const left = isForm
    ? withoutCredentials(BODY + text).slice(BODY.length)
    : jsonWithoutCredentials(textWithoutCredentials(text))
  return { mimeType, text: left }
}

/**
 * An exchange without what signs somebody in: values of cookies, of headers that carry credentials, and of such
 * parameters of addresses. It is clear from each what was left out.
 */
export function withoutSecrets(entry: HarEntry): HarEntry {
  const { request, response, _initiator: initiator, _error: error } = entry
  const url = withoutCredentials(request.url)
  return {
    ...entry,
    request: {
      ...request,
      url,
      cookies: request.cookies.map(cookie),
      headers: request.headers.map(header),
      ...(request.postData ? { postData: sent(request.postData) } : {}),
      queryString: url === request.url ? request.queryString : queryOf(url),
    },
    response: {
      ...response,
      cookies: response.cookies.map(cookie),
      headers: response.headers.map(header),
      redirectURL: withoutCredentials(response.redirectURL),
    },
    _initiator: initiator === null ? null : withoutCredentials(initiator),
    ...(error === undefined ? {} : { _error: textWithoutCredentials(error) }),
  }
}
