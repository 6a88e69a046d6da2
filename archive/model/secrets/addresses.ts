import { looksRandom } from './looks-random.ts'

/** What stands in an address or a text in the place of a value that signs somebody in. */
export const LEFT_OUT_MARK = 'left-out-by-stet'

/**
 * Parameters whose value is a credential whatever it looks like. Sources: RFC 6749 and RFC 6750 (OAuth 2.0), OpenID
 * Connect, the session parameters of PHP, Java and ASP.NET, and the signed addresses of Amazon, Google and Akamai.
 */
const CREDENTIALS: ReadonlySet<string> = new Set(
  [
    'access_token accesstoken id_token idtoken refresh_token refreshtoken auth_token authtoken oauth_token',
    'oauth_verifier oauth_signature bearer_token bearer jwt session_token sessiontoken client_secret client_assertion',
    'api_key apikey x-api-key api_token apitoken password passwd pwd passphrase secret private_token',
    'phpsessid jsessionid aspsessionid sessionid session_id asp.net_sessionid connect.sid cfid cftoken',
    'csrf_token csrftoken xsrf_token authenticity_token samlresponse samlart login_token logintoken magic_token',
    'x-amz-signature x-amz-security-token x-goog-signature awsaccesskeyid hdnts hdnea hdntl',
  ]
    .join(' ')
    .split(' '),
)

/** Parameters that hold a credential on one site and a word on another: the value has to look like one too. */
const PERHAPS: ReadonlySet<string> = new Set(
  'token auth authorization sid session sess sig signature code ticket otp'.split(' '),
)
const PERHAPS_ENDING = /(?:token|secret|signature|sessid|session_?id|password|api_?key)$/

const MAX_DEPTH = 3

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function isCredential(name: string, value: string): boolean {
  if (value === '' || value === LEFT_OUT_MARK) return false
  const key = decoded(name).toLowerCase().replace(/\[\]$/, '')
  if (CREDENTIALS.has(key)) return true
  return (PERHAPS.has(key) || PERHAPS_ENDING.test(key)) && looksRandom(decoded(value))
}

type Note = (value: string) => void

/** `name=value` pairs between `&` or `;`; all else stays byte for byte. */
function pairs(text: string, depth: number, note: Note): string {
  return text.replaceAll(/([^&;=?#]+)=([^&;]*)/g, (whole, name: string, value: string) => {
    if (isCredential(name, value)) {
      note(value)
      return `${name}=${LEFT_OUT_MARK}`
    }
    const inner = depth < MAX_DEPTH && /%3D|=/i.test(value) ? innerAddress(value, depth, note) : null
    return inner === null ? whole : `${name}=${inner}`
  })
}

/** An address that another one carries, as sign-in pages do with the place to come back to. */
function innerAddress(value: string, depth: number, note: Note): string | null {
  const plain = decoded(value)
  if (plain === value || !/[?&;#=]/.test(plain)) return null
  const left = address(plain, depth + 1, note)
  return left === plain ? null : encodeURIComponent(left)
}

function address(text: string, depth: number, note: Note): string {
  const hashAt = text.indexOf('#')
  const [bare, fragment] = hashAt < 0 ? [text, ''] : [text.slice(0, hashAt), text.slice(hashAt + 1)]
  const queryAt = bare.indexOf('?')
  const [place, query] = queryAt < 0 ? [bare, null] : [bare.slice(0, queryAt), bare.slice(queryAt + 1)]
  const path = place
    .replace(/^([a-z][a-z0-9+.-]*:\/\/[^/@:]*):([^/@]+)@/i, (whole, user: string, password: string) => {
      if (password === LEFT_OUT_MARK) return whole
      note(password)
      return `${user}:${LEFT_OUT_MARK}@`
    })
    .replaceAll(/;([^/;=]+=[^/;]*)/g, (_whole, pair: string) => `;${pairs(pair, depth, note)}`)
  const asked = query === null ? '' : `?${pairs(query, depth, note)}`
  const told = hashAt < 0 ? '' : `#${fragment.includes('=') ? pairs(fragment, depth, note) : fragment}`
  return path + asked + told
}

/**
 * An address (absolute or not) without the values of parameters that sign somebody in or hold a key: in the query, the
 * path (`;jsessionid=`), the fragment, before the host, and in an address it carries. All else stays byte for byte.
 * The same address always gives the same, and doing it twice changes nothing: so stored bodies are still found under
 * their addresses, where both are asked this way.
 */
export function withoutCredentials(url: string): string {
  return /[=@]|%3D/i.test(url) ? address(url, 0, () => {}) : url
}

/** The values that `withoutCredentials` leaves out of an address, as they are written there. */
export function credentialsIn(url: string): readonly string[] {
  const found: string[] = []
  address(url, 0, value => found.push(value))
  return found
}

const JSON_FIELD = /("([^"\\]{1,60})"\s*:\s*)"((?:[^"\\]|\\.)*)"/g

/** A text in JSON without the values of fields that sign somebody in. All else stays byte for byte. */
export function jsonWithoutCredentials(text: string): string {
  return text.replaceAll(JSON_FIELD, (whole, before: string, name: string, value: string) =>
    isCredential(name, value) ? `${before}"${LEFT_OUT_MARK}"` : whole,
  )
}

const ADDRESS = /\bhttps?:\/\/[^\s"'<>\\^`{|}]+/gi

/** A text with every address in it so written. */
export function textWithoutCredentials(text: string): string {
  return text.includes('://') ? text.replaceAll(ADDRESS, url => withoutCredentials(url)) : text
}

/** Plain data with every address in it so written, those that are names of fields too. Gives the same object where there is none. */
export function dataWithoutCredentials<T>(data: T): T {
  return mapped(data) as T
}

const isAddress = (text: string): boolean => /^\s*(?:https?:)?\/\//i.test(text)

function mapped(data: unknown): unknown {
  if (typeof data === 'string') return isAddress(data) ? withoutCredentials(data) : data
  if (Array.isArray(data)) {
    const list = data as readonly unknown[]
    const out = list.map(mapped)
    return out.some((one, i) => one !== list[i]) ? out : data
  }
  if (data === null || typeof data !== 'object' || Object.getPrototypeOf(data) !== Object.prototype)
    return data
  const entries = Object.entries(data)
  const out = entries.map(([key, value]) => [mapped(key) as string, mapped(value)] as const)
  const changed = out.some(([key, value], i) => key !== entries[i]![0] || value !== entries[i]![1])
  return changed ? Object.fromEntries(out) : data
}
