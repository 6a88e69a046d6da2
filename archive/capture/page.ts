import { StetError } from '../errors.ts'
import type { CapturedPage } from '../model/captured.ts'
import type { HttpFacts, Redirect, Warning } from '../model/snapshot.ts'
import { parseUrl } from '../model/url.ts'
import type { FetchResponse } from '../ports/fetcher.ts'
import { sha256Hex } from '../model/hash.ts'
import { decodeHtml, type DecodedHtml } from '../model/charset/decode.ts'
import { networkError } from './fetch/network-errors.ts'
import type { HarEntry } from './har-types.ts'
import { headerOf, mimeOf, redirectTarget } from './headers.ts'
import { CAPTURE_DEFAULTS, changedOptions, type CaptureOptions } from './options.ts'
import { refreshTarget } from './refresh.ts'
import { isTextual, sniffMime } from './sniff.ts'
import { captureSignal, createContext, visit, type CaptureContext, type CaptureDeps } from './visit.ts'

/** Where the main document lies in a bag. */
export const PAGE_PATH = 'data/page.html'

/** A page as it answered, with what the rest of its capture needs to go on. */
export interface FetchedPage {
  readonly page: CapturedPage
  readonly warnings: readonly Warning[]
  readonly entries: readonly HarEntry[]
  readonly context: CaptureContext
}

/** Parses an address that an engine can capture. Throws `StetError` `invalid-url`. */
export function capturableUrl(text: string): URL {
  const url = parseUrl(text)
  if (!url) {
    throw new StetError(
      'invalid-url',
      `"${text}" is not an address. Write it in full, as in https://example.org/story.`,
      { url: text },
    )
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new StetError('invalid-url', `"${text}" is no web page: Stet captures http and https addresses.`, {
      url: text,
    })
  }
  if (url.username !== '' || url.password !== '') {
    const message = `The address of ${url.host} holds a name or a password, which the archive would keep. Leave it out.`
    throw new StetError('invalid-url', message, { url: url.host })
  }
  return url
}

export const NOT_TEXT: DecodedHtml = { html: '', charset: '', charsetFrom: 'default' }

export function httpFactsOf(
  response: Pick<
    FetchResponse,
    'status' | 'statusText' | 'headers' | 'httpVersion' | 'remoteAddress' | 'tls'
  >,
  decoded: DecodedHtml,
): HttpFacts {
  return {
    status: response.status,
    statusText: response.statusText,
    mime: mimeOf(response.headers),
    charset: decoded.charset || null,
    charsetFrom: decoded.charset ? decoded.charsetFrom : null,
    httpVersion: response.httpVersion,
    remoteAddress: response.remoteAddress,
    tls: response.tls,
    lastModified: headerOf(response.headers, 'last-modified'),
    etag: headerOf(response.headers, 'etag'),
  }
}

/** A body that broke off is whole enough where the document's end had arrived: some servers count bytes wrongly. */
function warningsOf(response: FetchResponse, html: string, maxPageBytes: number): readonly Warning[] {
  if (response.cut === null) return []
  if (response.cut === 'too-large') {
    throw new StetError(
      'too-large',
      `${response.url}: the page is larger than the limit of ${maxPageBytes} bytes. Allow more to capture it.`,
      { url: response.url },
    )
  }
  if (!/<\/html\s*>/i.test(html.slice(-4000))) {
    const reason = response.cut === 'timeout' ? 'timeout' : 'refused'
    throw networkError(reason, response.url, 'the page broke off before its end. Nothing was kept; try again')
  }
  return [
    { code: 'page-broke-off', message: 'The connection ended early, but the end of the page had arrived.' },
  ]
}

/**
 * Fetches a page: follows redirects and meta refreshes, each written down as a hop; sends back the cookies it is
 * given on the way; honours Retry-After; decodes the words. An error status is an answer like any other.
 *
 * Throws `StetError`: `invalid-url`; `network` (with `data.reason`) where no answer came, the page broke off, or
 * redirects went in a circle or too far; `private-address`; `too-large`; `cancelled`.
 */
export async function fetchPage(
  url: string,
  options: Partial<CaptureOptions>,
  deps: CaptureDeps,
): Promise<FetchedPage> {
  const start = capturableUrl(url)
  const context = createContext(changedOptions(CAPTURE_DEFAULTS, options), start)
  const { maxPageBytes, maxRedirects, maxRefreshDelayMs } = context.options
  const capturedAt = deps.clock.now()
  const { signal, clear } = captureSignal(context, deps.signal)
  const redirects: Redirect[] = []
  const entries: HarEntry[] = []
  const seen = new Set<string>()
  let current = start

  const moveOn = (to: URL, status: number, via: Redirect['via']): void => {
    redirects.push({ from: current.href, to: to.href, status, via })
    if (to.protocol !== 'http:' && to.protocol !== 'https:') {
      throw networkError('refused', url, `the address leads on to ${to.href}, which is no web page`)
    }
    if (redirects.length > maxRedirects) {
      throw networkError('refused', url, `more than ${maxRedirects} redirects, the last one to ${to.href}`)
    }
    current = to
  }

  try {
    for (;;) {
      // A site may send its reader to the same address once more after setting a cookie; that is no circle.
      const state = `${current.href} ${context.jar.headerFor(current) ?? ''}`
      if (seen.has(state))
        throw networkError('refused', url, `the redirects go in a circle, back to ${current.href}`)
      seen.add(state)
      const ask = {
        url: current,
        kind: 'document',
        referer: null,
        initiator: null,
        maxBytes: () => maxPageBytes,
      } as const
      const { last, earlier } = await visit(context, deps, ask, signal)
      entries.push(...earlier.map(one => one.entry(null)))
      if (last.error) throw last.error
      const { response, entry } = last
      const next = redirectTarget(response.status, response.headers, current.href)
      if (next) {
        entries.push(entry(null))
        moveOn(next, response.status, 'http')
        continue
      }
      const mime = sniffMime(response.body, mimeOf(response.headers))
      const decoded = isTextual(mime)
        ? decodeHtml(response.body, headerOf(response.headers, 'content-type'))
        : NOT_TEXT
      const warnings = warningsOf(response, decoded.html, maxPageBytes)
      const refreshed = refreshTarget(response.headers, decoded.html, current.href, maxRefreshDelayMs)
      if (refreshed) {
        entries.push(entry(null))
        moveOn(refreshed, 0, 'meta-refresh')
        continue
      }
      entries.push(entry({ path: PAGE_PATH, sha256: sha256Hex(response.body) }))
      const page: CapturedPage = {
        requestedUrl: url,
        finalUrl: current.href,
        redirects,
        capturedAt,
        bytes: response.body,
        html: decoded.html,
        mime,
        headers: response.headers,
        http: httpFactsOf(response, decoded),
      }
      return { page, warnings, entries, context }
    }
  } catch (error) {
    if (error instanceof StetError && redirects.length > 0) {
      throw new StetError(error.code, error.message, { ...error.data, redirects }, error)
    }
    throw error
  } finally {
    clear()
  }
}
