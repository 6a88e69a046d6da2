import type { Browser, BrowserContext, Page, Request as PageRequest, Route } from 'playwright-core'
import { record } from './control.ts'
import { isRegistered, toChromium, toElectron } from './schemes.ts'
import { knownOptions, strict, StrictEmitter, UnknownElectronApi } from './strict.ts'
import type { WebContents } from './web-contents.ts'

type Handler = (request: Request) => Response | Promise<Response>
type Decision = { readonly cancel?: boolean; readonly redirectURL?: string }
type Details = Readonly<Record<string, unknown>>
type BeforeRequest = (details: Details, callback: (decision: Decision) => void) => void
type HeadersReceived = (
  details: Details,
  callback: (answer: { responseHeaders?: Record<string, string | string[]>; cancel?: boolean }) => void,
) => void

interface ProxyConfig {
  readonly mode?: string
  readonly proxyRules?: string
  readonly proxyBypassRules?: string
}

let browser: Browser
const sessions = new Map<string, Session>()

export function useBrowser(running: Browser): void {
  browser = running
}

/** What Electron sends by itself: with the app's name and its own in it. */
export function electronUserAgent(): string {
  const { chrome, electron } = process.versions
  return (
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ' +
    `Stet/0.0.0-standin Chrome/${chrome} Electron/${electron} Safari/537.36`
  )
}

export class Session extends StrictEmitter {
  readonly protocol: object
  readonly webRequest: object
  _handlers = new Map<string, Handler>()
  _contexts = new Map<boolean, Promise<BrowserContext>>()
  _contents = new Set<WebContents>()
  _beforeRequest: BeforeRequest | null = null
  _headersReceived: HeadersReceived | null = null
  _proxy: ProxyConfig | null = null
  _userAgent = electronUserAgent()
  _partition: string

  constructor(partition: string) {
    super('session', ['will-download'])
    this._partition = partition
    this.protocol = strict('protocol', {
      handle: (scheme: string, handler: Handler) => {
        if (!isRegistered(scheme)) {
          throw new UnknownElectronApi(`the scheme ${scheme}: registerSchemesAsPrivileged comes first`)
        }
        this._handlers.set(scheme, handler)
      },
      unhandle: (scheme: string) => void this._handlers.delete(scheme),
      isProtocolHandled: (scheme: string) => this._handlers.has(scheme),
    })
    this.webRequest = strict('webRequest', {
      onBeforeRequest: (first: unknown, second?: BeforeRequest | null) => {
        this._beforeRequest = pickListener(first, second)
      },
      onHeadersReceived: (first: unknown, second?: HeadersReceived | null) => {
        this._headersReceived = pickListener(first, second)
      },
    })
  }

  /** Kept for the test's report only: Chromium's own prompts never show without a head. */
  setPermissionRequestHandler(_handler: unknown): void {}
  setPermissionCheckHandler(_handler: unknown): void {}
  setDevicePermissionHandler(_handler: unknown): void {}
  setDisplayMediaRequestHandler(_handler: unknown): void {}
  setSpellCheckerEnabled(_on: boolean): void {}
  setUSBProtectedClassesHandler(_handler: unknown): void {}
  setBluetoothPairingHandler(_handler: unknown): void {}
  /** All there is of a session without pages is its context: the next page gets a new one. */
  async clearStorageData(): Promise<void> {
    if (this._isUsed()) return
    const contexts = [...this._contexts.values()]
    this._contexts.clear()
    await Promise.all(contexts.map(async context => (await context).close()))
  }
  async clearCache(): Promise<void> {}
  async clearAuthCache(): Promise<void> {}
  async clearHostResolverCache(): Promise<void> {}
  async closeAllConnections(): Promise<void> {}
  /** Takes effect on pages that are made afterwards. */
  async setProxy(config: ProxyConfig): Promise<void> {
    knownOptions('session.setProxy', config, ['mode', 'proxyRules', 'proxyBypassRules'])
    if (config.mode !== undefined && config.mode !== 'system')
      throw new UnknownElectronApi(`the proxy mode ${config.mode}`)
    if (this._contexts.size > 0) {
      if (this._isUsed()) throw new UnknownElectronApi('setProxy while the session has pages')
      await this.clearStorageData()
    }
    this._proxy = config
  }
  getUserAgent(): string {
    return this._userAgent
  }
  /** As with the proxy: for pages that are made afterwards. */
  setUserAgent(userAgent: string): void {
    this._userAgent = userAgent
  }
  _isUsed(): boolean {
    return [...this._contents].some(contents => !contents._closing)
  }
  enableNetworkEmulation(options: unknown): void {
    record('session.enableNetworkEmulation', options)
  }

  /** One context for pages with scripts, one for those without: Chromium sets that for a whole context. */
  _context(javaScriptEnabled: boolean): Promise<BrowserContext> {
    const known = this._contexts.get(javaScriptEnabled)
    if (known) return known
    const made = (async () => {
      const context = await browser.newContext({
        javaScriptEnabled,
        viewport: { width: 1280, height: 800 },
        acceptDownloads: false,
        userAgent: this._userAgent,
        ...(this._proxy?.proxyRules !== undefined && {
          proxy: { server: this._proxy.proxyRules, bypass: this._proxy.proxyBypassRules ?? '' },
        }),
      })
      context.setDefaultTimeout(30_000)
      await context.route('**/*', route =>
        this._route(route).catch(() => route.abort().catch(() => undefined)),
      )
      context.on('page', page => void this._popup(page))
      return context
    })()
    this._contexts.set(javaScriptEnabled, made)
    return made
  }

  /** Windows that pages open are closed again unless main let them; it was asked when the page did it. */
  async _popup(page: Page): Promise<void> {
    const opener = await page.opener()
    if (!opener) return
    const owner = [...this._contents].find(contents => contents._page === opener)
    if (!owner?._opened(page)) await page.close().catch(() => undefined)
  }

  async _route(route: Route): Promise<void> {
    const request = route.request()
    const url = toElectron(request.url())
    const owner = ownerOf(request, this._contents)
    const details = detailsOf(request, url, owner)
    if (!owner) return route.abort('blockedbyclient')
    if (request.isNavigationRequest() && !owner._mayNavigate(url, request)) return route.abort('aborted')
    const before = this._beforeRequest
    if (before) {
      const decision = await new Promise<Decision>(resolve => before(details, resolve))
      if (decision.redirectURL) throw new UnknownElectronApi('redirectURL of onBeforeRequest')
      if (decision.cancel) return route.abort('blockedbyclient')
    }
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1] ?? ''
    const handler = this._handlers.get(scheme)
    if (!handler) return isRegistered(scheme) ? route.abort('failed') : route.continue()
    return this._answer(route, url, handler, details)
  }

  async _answer(route: Route, url: string, handler: Handler, details: Details): Promise<void> {
    const request = route.request()
    const headers = new Headers(await request.allHeaders().catch(() => request.headers()))
    const body = request.postDataBuffer()
    const made = new Request(toChromium(url), {
      method: request.method(),
      headers,
      ...(body === null ? {} : { body: new Uint8Array(body) }),
    })
    // Node's Request parses any scheme, but Chromium's address is what it was made with.
    Object.defineProperty(made, 'url', { value: url })
    const response = await handler(made)
    if (response.type === 'error') return route.abort('failed')
    let answered: Record<string, string> = Object.fromEntries(response.headers)
    const received = this._headersReceived
    if (received) {
      const responseHeaders = Object.fromEntries(Object.entries(answered).map(([k, v]) => [k, [v]]))
      const changed = await new Promise<{ responseHeaders?: Record<string, string | string[]> }>(resolve =>
        received({ ...details, statusCode: response.status, responseHeaders }, resolve),
      )
      answered = Object.fromEntries(
        Object.entries(changed.responseHeaders ?? responseHeaders).map(([k, v]) => [k, String(v)]),
      )
    }
    await route.fulfill({
      status: response.status,
      headers: answered,
      body: Buffer.from(await response.arrayBuffer()),
    })
  }
}

function pickListener<T>(first: unknown, second: T | null | undefined): T | null {
  if (second !== undefined) {
    knownOptions('a webRequest filter', first as object, ['urls', 'types'])
    const urls = (first as { urls?: readonly string[] }).urls ?? []
    if (urls.length > 0 && !urls.includes('<all_urls>') && !urls.includes('*://*/*')) {
      throw new UnknownElectronApi(`the webRequest filter ${urls.join(' ')}`)
    }
    return second
  }
  return first as T | null
}

function ownerOf(request: PageRequest, contents: ReadonlySet<WebContents>): WebContents | undefined {
  const all = [...contents]
  // What a window asks for that was opened and is not there yet is its opener's request.
  const opener = all.find(one => one._mayOpen > 0)
  try {
    const page = request.frame().page()
    return all.find(one => one._page === page) ?? opener
  } catch {
    // A navigation whose frame is not known yet: the only page that is loading.
    return all.find(one => one._loading === toElectron(request.url())) ?? opener
  }
}

function detailsOf(request: PageRequest, url: string, owner: WebContents | undefined): Details {
  const kinds: Record<string, string> = { document: 'mainFrame', stylesheet: 'stylesheet', image: 'image' }
  const kind = request.resourceType()
  return {
    id: 0,
    url,
    method: request.method(),
    webContentsId: owner?.id,
    webContents: owner,
    resourceType: kinds[kind] ?? kind,
    referrer: toElectron(request.headers()['referer'] ?? ''),
    timestamp: Date.now(),
  }
}

export function sessionOf(partition: string): Session {
  const known = sessions.get(partition)
  if (known) return known
  record('session.create', partition)
  const made = new Session(partition)
  sessions.set(partition, made)
  return made
}

export const session = strict('session', {
  get defaultSession() {
    return sessionOf('')
  },
  fromPartition: (partition: string, options: object = {}) => {
    knownOptions('session.fromPartition', options, ['cache'])
    return sessionOf(partition)
  },
})
