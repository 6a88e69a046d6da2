import { z } from 'zod'
import { StetError } from '../errors.ts'
import type { BrowserCookie, BrowserState } from '../ports/browser.ts'

/** A cookie as browser extensions and test tools write it; they differ in the names of the time and of the site rule. */
const cookieSchema = z.object({
  name: z.string(),
  value: z.string(),
  domain: z.string().min(1),
  path: z.string().default('/'),
  expirationDate: z.number().nullish(),
  expires: z.union([z.number(), z.string()]).nullish(),
  hostOnly: z.boolean().nullish(),
  httpOnly: z.boolean().nullish(),
  secure: z.boolean().nullish(),
  sameSite: z.string().nullish(),
})

const fileSchema = z.union([
  z.array(cookieSchema).transform(cookies => ({ cookies, origins: [] })),
  z.object({
    cookies: z.array(cookieSchema),
    origins: z
      .array(
        z.object({
          origin: z.string(),
          localStorage: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
        }),
      )
      .default([]),
  }),
])

const SITE_RULES: Readonly<Record<string, BrowserCookie['sameSite']>> = {
  strict: 'Strict',
  lax: 'Lax',
  none: 'None',
  no_restriction: 'None',
}

/** Some write milliseconds or microseconds where seconds belong. */
function seconds(time: number): number {
  if (!Number.isFinite(time) || time <= 0) return -1
  if (time > 1e14) return time / 1e6
  return time > 1e11 ? time / 1e3 : time
}

function cookieOf(given: z.infer<typeof cookieSchema>): BrowserCookie {
  const { expires = null, expirationDate } = given
  const time = expirationDate ?? (typeof expires === 'string' ? Date.parse(expires) / 1000 : expires) ?? -1
  const host = given.domain.replace(/^\./, '').toLowerCase()
  const below = given.domain.startsWith('.') || given.hostOnly === false
  const sameSite = SITE_RULES[given.sameSite?.toLowerCase() ?? '']
  return {
    name: given.name,
    value: given.value,
    domain: below ? `.${host}` : host,
    path: given.path,
    expires: seconds(time),
    httpOnly: given.httpOnly ?? false,
    secure: given.secure ?? false,
    ...(sameSite ? { sameSite } : {}),
  }
}

function ofJson(text: string): BrowserState | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const { data } = fileSchema.safeParse(json)
  if (!data) return null
  const storage = data.origins.flatMap(({ origin, localStorage: items }) =>
    items.length === 0
      ? []
      : [[origin, Object.fromEntries(items.map(({ name, value }) => [name, value]))] as const],
  )
  return { cookies: data.cookies.map(cookieOf), storage: Object.fromEntries(storage) }
}

const HTTP_ONLY = '#HttpOnly_'

/**
 * The format of Netscape's `cookies.txt`, as curl documents it (everything.curl.dev, "Cookie file format"): seven
 * fields between tabs, a `#` begins a comment, `#HttpOnly_` before the domain marks a cookie that scripts do not see.
 */
function ofNetscape(text: string): BrowserState | null {
  const cookies: BrowserCookie[] = []
  for (const line of text.split(/\r?\n/)) {
    const httpOnly = line.startsWith(HTTP_ONLY)
    if (line.trim() === '' || (line.startsWith('#') && !httpOnly)) continue
    const fields = (httpOnly ? line.slice(HTTP_ONLY.length) : line).split('\t')
    if (fields.length < 6) return null
    const [domain = '', below = '', path = '/', secure = '', expires = '', name = '', ...value] = fields
    if (domain === '') return null
    const host = domain.replace(/^\./, '').toLowerCase()
    cookies.push({
      name,
      value: value.join('\t'),
      domain: /^true$/i.test(below) ? `.${host}` : host,
      path: path || '/',
      expires: seconds(Number(expires)),
      httpOnly,
      secure: /^true$/i.test(secure),
    })
  }
  return { cookies, storage: {} }
}

/**
 * What a file of cookies holds: Netscape's `cookies.txt`, a browser extension's JSON, or the JSON of Playwright's
 * `storageState`. `now` in milliseconds: what ran out by then is left out. Throws `bad-input`.
 */
export function parseCookieFile(text: string, now: number): BrowserState {
  const bare = text.replace(/^\uFEFF/, '')
  const state = /^\s*[[{]/.test(bare) ? ofJson(bare) : ofNetscape(bare)
  if (!state) {
    throw new StetError(
      'bad-input',
      'This is no file of cookies that Stet can read. Give a cookies.txt (Netscape format) or the JSON of a cookie extension; no profile was made.',
    )
  }
  const cookies = state.cookies.filter(({ expires }) => expires < 0 || expires * 1000 > now)
  if (cookies.length > 0 || Object.keys(state.storage).length > 0) return { ...state, cookies }
  const why =
    state.cookies.length > 0 ? 'All cookies in this file have run out' : 'There are no cookies in this file'
  throw new StetError('bad-input', `${why}. Sign in again and save them anew; no profile was made.`)
}
