import { looksRandom } from '../../model/secrets/looks-random.ts'
import { LEFT_OUT_MARK } from '../../model/secrets/addresses.ts'
import { LEFT_OUT } from '../../model/secrets/headers.ts'

/** Names under which sites keep what signs somebody in, whatever it looks like. */
const CERTAIN =
  /(?:^|[^a-z])sess|session|(?:^|[^a-z])s?sid(?![a-z])|token|auth(?!or(?!i[sz]))|jwt|csrf|xsrf|credential|secret(?!ar)|passw|ticket|(?:^|[^a-z])sso|saml|bearer|api[-_]?key/i
/** The same, and next to it settings in plain words. */
const LIKELY =
  /login|logged|signin|remember|account|identity|(?:^|[-_.])(?:key|uid|user[-_]?id|member|subscriber)/i
/** What is told of a sign-in and is none. */
const ABOUT =
  /(?:method|type|provider|state|status|mode|time|at|date|exp|expires|expiry|ttl|age|count|version|lang|locale|url|uri|path|redirect|host|domain|scope|issuer|audience)$/i

/** How much a name tells of its value. */
type Telling = 'certain' | 'likely' | 'nothing'

function tellingOf(name: string): Telling {
  if (ABOUT.test(name)) return 'nothing'
  if (CERTAIN.test(name)) return 'certain'
  return LIKELY.test(name) ? 'likely' : 'nothing'
}

/** Long words that say how a reader stands, and stand in texts too. */
const WORDS: ReadonlySet<string> = new Set(
  [
    'authenticated unauthenticated authorization authentication subscription subscriptions subscriber subscribers',
    'unsubscribed registration unregistered international notification notifications administrator personalised',
    'personalized confirmation verification accepted-all',
  ]
    .join(' ')
    .split(' '),
)

const MIN_LENGTH = 6
const MIN_MIXED = 8
const MIN_WORDS = 12
const DATE = /^\d{4}-?\d\d-?\d\d(?:[T ]|$)/
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:)?\/\/|^\//i

/**
 * Whether a value is one that no other text is likely to hold. What a site keeps under a telling name may be shorter
 * and plainer; numbers, dates, addresses and words of the language never count.
 */
function isSecret(value: string, telling: Telling): boolean {
  if (value.length < MIN_LENGTH || DATE.test(value) || ADDRESS.test(value)) return false
  if (value === LEFT_OUT || value === LEFT_OUT_MARK) return false
  if (looksRandom(value)) return true
  if (telling === 'nothing' || /^[\d.,:+-]+$/.test(value) || /\s|@/.test(value)) return false
  if (/\d/.test(value)) return value.length >= MIN_MIXED || /[a-z]\d+[a-z]|\d[a-z]+\d/i.test(value)
  return telling === 'certain' && value.length >= MIN_WORDS && !WORDS.has(value.toLowerCase())
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function parsed(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const MAX_DEPTH = 6

/** What is named so names something that is read. */
const OF_A_STORY =
  /(?:article|story|content|post|page|item|asset|video|image|picture)[-_]?(?:id|uuid|guid|key)s?$/i
const PIECE = /^[\w%.+/=~-]+$/

/** A signed token (RFC 7519): three parts in Base64, of which the first begins with `{"`. */
const JWT = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/

/** Where a site keeps a value. `hidden`: in a cookie that the page's scripts do not see, as few but sign-ins are. */
export type Keeping = 'hidden' | 'cookie' | 'storage'

/** The secret values a person's sign-in is made of, gathered from wherever they are met. */
export class SecretValues {
  readonly #values = new Set<string>()
  /** What is said openly, and so is no secret: the address that was asked for, without its query. */
  readonly #open: string

  constructor(requestedUrl: string) {
    this.#open = decoded(requestedUrl.split(/[?#]/, 1)[0]!)
  }

  /**
   * Takes a value that a site keeps under a name. Under one that tells nothing only a value of a single piece counts:
   * sites keep lists and whole pages there, with the ids of stories and pictures, and those must stay what they are.
   */
  add(name: string, value: string, keeping: Keeping): void {
    const text = value.replace(/^"(.*)"$/, '$1')
    const telling = tellingOf(name)
    if (telling !== 'nothing' || keeping === 'hidden') {
      this.#add(text, telling === 'nothing' ? 'likely' : telling, 0)
    } else if (parsed(text) !== undefined) this.#walk(parsed(text), telling, 0)
    else if (JWT.test(text) || (!OF_A_STORY.test(name) && PIECE.test(text) && looksRandom(text))) {
      this.#take(text)
    }
  }

  /** Takes a value that is a credential by the place where it stood. */
  addCredential(value: string): void {
    this.#add(value, 'certain', 0)
  }

  get all(): readonly string[] {
    return [...this.#values]
  }

  #add(text: string, telling: Telling, depth: number): void {
    if (depth > MAX_DEPTH || text.length < MIN_LENGTH) return
    const json = parsed(text)
    if (json !== undefined) return this.#walk(json, telling, depth)
    if (isSecret(text, telling)) this.#take(text)
    const plain = decoded(text)
    if (plain !== text) return this.#add(plain, telling, depth + 1)
    if (ADDRESS.test(text)) return
    const parts = text.split(/[^A-Za-z0-9+/=_-]+/)
    if (parts.length > 1) for (const part of parts) if (looksRandom(part)) this.#take(part)
  }

  #take(value: string): void {
    if (value.length >= MIN_LENGTH && !this.#open.includes(value)) this.#values.add(value)
  }

  #walk(json: unknown, telling: Telling, depth: number): void {
    if (depth > MAX_DEPTH) return
    if (typeof json === 'string') {
      if (telling !== 'nothing' || JWT.test(json)) this.#add(json, telling, depth + 1)
      return
    }
    if (json === null || typeof json !== 'object') return
    for (const [name, value] of Object.entries(json as Record<string, unknown>)) {
      // Inside an object only a field's own name tells: a reader's record holds words as well.
      this.#walk(value, Array.isArray(json) ? telling : tellingOf(name), depth + 1)
    }
  }
}
