import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { REFUSAL_PAGE } from './refusal-page.ts'
import { sameSecret } from './secret.ts'

export interface GuardOptions {
  /** `127.0.0.1:<port>`. */
  readonly host: string
  /** Whether what an opened address carries as `?token=` lets a browser in. */
  readonly admits: (token: string) => boolean
  /** What the cookie holds: not a token, which may stay in the browser's history. */
  readonly session: string
}

const READING = new Set(['GET', 'HEAD'])

/**
 * Whether a request comes from this app or straight from the person. Cookies do not look at ports, so a page on
 * another port of this computer would bring ours along: `Sec-Fetch-Site` (`same-site` there) and `Origin` tell.
 * Source: Fetch Metadata Request Headers, section 2.4; Fetch Standard, "Origin header".
 */
function comesFromUs(c: Context, origin: string): boolean {
  const said = c.req.header('origin')
  if (said !== undefined && said !== origin) return false
  const site = c.req.header('sec-fetch-site')
  if (READING.has(c.req.method)) return site === undefined || site === 'same-origin' || site === 'none'
  return site === undefined ? said === origin : site === 'same-origin'
}

function refuse(c: Context): Response {
  c.header('cache-control', 'no-store')
  return c.req.header('accept')?.includes('text/html') ? c.html(REFUSAL_PAGE, 403) : c.text('Forbidden', 403)
}

/**
 * Lets through only the browser that was opened with the token, and only what the app itself asks:
 * - the Host header is ours to the letter, so a foreign name that was made to point at this computer is refused;
 * - the token in the first address becomes a cookie, and is gone from the address after one redirect;
 * - everything else needs the cookie and has to come from the app.
 */
export function guard({ host, admits, session }: GuardOptions): MiddlewareHandler {
  const origin = `http://${host}`
  // Cookies do not look at ports: two hosts at a time each need a name of their own.
  const cookie = `stet-${host.split(':')[1]}`
  return async (c, next) => {
    if (c.req.header('host') !== host) return refuse(c)
    const given = c.req.query('token')
    if (given !== undefined && c.req.path === '/' && c.req.method === 'GET') {
      if (!admits(given)) return refuse(c)
      setCookie(c, cookie, session, { path: '/', httpOnly: true, sameSite: 'Strict' })
      c.header('cache-control', 'no-store')
      return c.redirect('/', 303)
    }
    const held = getCookie(c, cookie)
    if (held === undefined || !sameSecret(held, session) || !comesFromUs(c, origin)) return refuse(c)
    await next()
  }
}
