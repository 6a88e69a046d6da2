/** Parameters and answers of the Chrome DevTools Protocol; who asks knows their shape. */
export type CdpObject = Readonly<Record<string, unknown>>

/**
 * One attached target of a browser. Sessions are flat: a frame's or worker's own session is reached through
 * `child`, by the id that `Target.attachedToTarget` names.
 */
export interface CdpSession {
  /**
   * Sends a command and gives its answer. Rejects with an `Error` that holds the browser's own words, or with the
   * reason of `gone` where the target or the browser went away before it answered.
   */
  send<T = CdpObject>(method: string, params?: CdpObject): Promise<T>
  /** Calls `listener` for every event of that name on this session; gives a function that ends it. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- who listens knows the shape
  on<T = CdpObject>(event: string, listener: (params: T) => void): () => void
  child(sessionId: string): CdpSession
  /** Aborted when the browser is gone; the reason is a `StetError`. */
  readonly gone: AbortSignal
}

/** One cookie, as `Storage.getCookies` gives it and `Storage.setCookies` takes it. `expires` in seconds; -1 of a session. */
export interface BrowserCookie {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly path: string
  readonly expires: number
  readonly httpOnly: boolean
  readonly secure: boolean
  readonly sameSite?: 'Strict' | 'Lax' | 'None'
}

/** What signs a person in: everything a fresh context needs to be the person's own. Secret. */
export interface BrowserState {
  readonly cookies: readonly BrowserCookie[]
  /** Local storage by origin. */
  readonly storage: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface SignInOptions {
  /** The page that is shown first: http or https. */
  readonly url: string
  /** What the window begins with: an earlier sign-in; null for none. */
  readonly state: BrowserState | null
  /** Closes the window; what was done in it is forgotten. */
  readonly signal?: AbortSignal
}

export interface OpenPageOptions {
  /** Where all connections of the page go: `socks5://127.0.0.1:<port>`. Names are looked up there too. */
  readonly proxy: string
}

/** A blank page in a context of its own: no cookies, cache or storage shared with anything else. */
export interface BrowserPage {
  readonly session: CdpSession
  /** Closes the page, whatever it opened, and its context. */
  close(): Promise<void>
}

/** A running browser, whoever runs it. */
export interface Browser {
  /** Name and version as the browser says them: `Chrome/156.0.8078.79`. */
  readonly product: string
  /** As the browser sends it by itself. */
  readonly userAgent: string
  /** Whether a page may be opened before it is known what for. */
  readonly opensAhead?: boolean
  openPage(options: OpenPageOptions): Promise<BrowserPage>
}

/** Where a browser can be had. One process serves many pages; it starts with the first. */
export interface BrowserSource {
  /** Where the browser is, for people; null where there is none. */
  find(): Promise<string | null>
  /** Name and version for people, told without starting it: `Chromium 156.0.8078.79`; null where that cannot be told. */
  product(): Promise<string | null>
  /** The running browser; starts it, or starts it anew where it was lost. Throws `StetError` `not-found`, `io`. */
  get(): Promise<Browser>
  /**
   * Shows the person a window in which they sign in by hand, and gives what signs them in once they close it.
   * Throws `StetError`: `not-found` where no window can be shown, `io` where the browser was lost before it could be
   * read, `cancelled`.
   */
  signIn(options: SignInOptions): Promise<BrowserState>
  close(): Promise<void>
}
