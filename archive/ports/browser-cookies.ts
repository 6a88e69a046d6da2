import type { BrowserCookie, CdpObject, CdpSession } from './browser.ts'

/** A `CookieParam` of the protocol. A cookie of one host alone is told by its address: a domain means all below it. */
function cookieParams(cookie: BrowserCookie): CdpObject {
  const { domain, path, expires, sameSite, ...rest } = cookie
  return {
    ...rest,
    path,
    ...(domain.startsWith('.')
      ? { domain }
      : { url: `${cookie.secure ? 'https' : 'http'}://${domain}${path}` }),
    ...(expires > 0 ? { expires } : {}),
    ...(sameSite ? { sameSite } : {}),
  }
}

/** Sets cookies in a page's own context. One that the browser refuses is left out. */
export async function setCookies(page: CdpSession, cookies: readonly BrowserCookie[]): Promise<void> {
  await Promise.all(
    cookies.map(cookie => page.send('Network.setCookie', cookieParams(cookie)).catch(() => {})),
  )
}

/** The same for the windows of a browser, asked of its own session. */
export async function setWindowCookies(
  browser: CdpSession,
  cookies: readonly BrowserCookie[],
): Promise<void> {
  await Promise.all(
    cookies.map(cookie =>
      browser.send('Storage.setCookies', { cookies: [cookieParams(cookie)] }).catch(() => {}),
    ),
  )
}

/**
 * All cookies of a page's own context. (`Storage.getCookies`, asked of a page, gives those of the browser's first
 * context.)
 */
export async function readCookies(page: CdpSession): Promise<readonly BrowserCookie[]> {
  const { cookies } = await page.send<{ cookies: readonly BrowserCookie[] }>('Network.getAllCookies')
  return plain(cookies)
}

/** The same of a browser's windows, asked of its own session. */
export async function readWindowCookies(browser: CdpSession): Promise<readonly BrowserCookie[]> {
  const { cookies } = await browser.send<{ cookies: readonly BrowserCookie[] }>('Storage.getCookies')
  return plain(cookies)
}

/** Without what else the protocol says of cookies. */
function plain(cookies: readonly BrowserCookie[]): readonly BrowserCookie[] {
  return cookies.map(({ name, value, domain, path, expires, httpOnly, secure, sameSite }) => ({
    name,
    value,
    domain,
    path,
    expires,
    httpOnly,
    secure,
    ...(sameSite ? { sameSite } : {}),
  }))
}
