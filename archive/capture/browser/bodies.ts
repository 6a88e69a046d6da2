import type { BodySink } from '../../ports/body-sink.ts'
import { StetError } from '../../errors.ts'
import type { CdpSession } from '../../ports/browser.ts'
import { headerOf, mimeOf, type HeaderLines } from '../headers.ts'
import type { CaptureOptions } from '../options.ts'
import { streamBody, type StreamedBody } from './body-stream.ts'
import type { RequestPaused } from './protocol.ts'
import type { Recording, TakenBody } from './recording.ts'

/** The page itself, as it was received. */
export interface MainBody {
  readonly bytes: Uint8Array
  readonly headers: HeaderLines
  readonly status: number
  /** Why it is not all of it; null: it is. */
  readonly cut: StreamedBody['cut']
}

export interface BodyTakerOptions {
  readonly options: CaptureOptions
  readonly sink: BodySink
  readonly signal: AbortSignal
  /** Breaks off the page's connections. */
  readonly hangUp: () => void
  /**
   * Whether bodies of unknown length are taken piece by piece. The browser forgets the protocol and the certificate of
   * what is taken so, hence it is done only where taking it whole went wrong.
   */
  readonly isCareful: boolean
  readonly recording: Recording
  /** Whether a paused answer is the page itself. */
  readonly isMain: (event: RequestPaused) => boolean
  /** Told of the page's own answer before the browser gets it; false keeps it from the browser. */
  readonly onMain: (networkId: string, body: MainBody) => boolean
  /** A failure of our own: the disk, or a page that is too large. */
  readonly onFailure: (error: unknown) => void
}

const ENDLESS = /^(?:text\/event-stream|multipart\/x-mixed-replace)/i
const BODILESS = new Set([101, 204, 205, 304])
const STAYS_HERE = 300
/** How long nothing may come of a body that is taken piece by piece, in milliseconds. */
const IDLE_MS = 8_000

/** What the browser gets: the answer as it is, nothing, or the bytes that were taken piece by piece. */
type Handed = 'as-it-is' | 'nothing' | Uint8Array

/**
 * Takes the body of every answer while it is held up on its way into the page. Asked for later, a body may be gone
 * from the browser's memory (another document, a worker that ended, a picture already decoded), and a text would
 * have lost the bytes it was received in.
 */
export class BodyTaker {
  readonly #context: BodyTakerOptions
  #bytes = 0
  #taken = 0
  #blind = 0
  #mainSince: number | null = null
  #mainBroke = false
  #streamsMain = false
  #stopped = false

  constructor(context: BodyTakerOptions) {
    this.#context = context
  }

  listen(session: CdpSession): void {
    session.on<RequestPaused>('Fetch.requestPaused', event => {
      void this.#handle(session, event)
    })
    session.on<{ requestId: string }>('Fetch.authRequired', ({ requestId }) =>
      this.#cancelAuth(session, requestId),
    )
  }

  /** Whether a body of unknown length is being taken whole now: one that unfolds without end is the browser's end. */
  get takesBlindly(): boolean {
    return this.#blind > 0
  }

  /** `performance.now()` since when the page's own body is waited for; null where it is not. */
  get mainSince(): number | null {
    return this.#mainSince
  }

  /** Whether the page's own body broke off while it was taken whole. */
  get mainBroke(): boolean {
    return this.#mainBroke
  }

  get streamsMain(): boolean {
    return this.#streamsMain || this.#context.isCareful
  }

  /** From now on the page's own body is taken piece by piece. */
  streamMain(): void {
    this.#streamsMain = true
    this.#mainBroke = false
  }

  /** From now on nothing more is kept. */
  stop(): void {
    this.#stopped = true
  }

  #cancelAuth(session: CdpSession, requestId: string): void {
    // Nobody is there to type a name and a password; the answer without them is shown.
    const authChallengeResponse = { response: 'CancelAuth' }
    session.send('Fetch.continueWithAuth', { requestId, authChallengeResponse }).catch(() => {})
  }

  async #handle(session: CdpSession, event: RequestPaused): Promise<void> {
    const { requestId, responseStatusCode: responseCode, responseHeaders } = event
    let handed: Handed = 'as-it-is'
    try {
      handed = await this.#take(session, event)
    } catch (error) {
      const ofBrowser = error instanceof Error && /^(?:Fetch|IO)\./.test(error.message)
      if (!ofBrowser && !session.gone.aborted && !this.#stopped) this.#context.onFailure(error)
    }
    // The page may be gone by now; then there is nobody to hand the answer to.
    await this.#hand(session, requestId, handed, { responseCode, responseHeaders }).catch(() => {})
  }

  #hand(
    session: CdpSession,
    requestId: string,
    handed: Handed,
    head: { readonly responseCode: number | undefined; readonly responseHeaders: unknown },
  ): Promise<unknown> {
    if (handed === 'as-it-is') return session.send('Fetch.continueRequest', { requestId })
    if (handed === 'nothing') return session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    const body = Buffer.from(handed).toString('base64')
    return session.send('Fetch.fulfillRequest', { requestId, ...head, body })
  }

  async #take(session: CdpSession, event: RequestPaused): Promise<Handed> {
    // The browser's own pages (its viewer of PDFs) are none of the page's.
    if (!/^https?:/i.test(event.request.url)) return 'as-it-is'
    const { recording, options } = this.#context
    const { responseStatusCode: status, networkId } = event
    if (status === undefined || event.responseErrorReason !== undefined) return 'as-it-is'
    const headers: HeaderLines = (event.responseHeaders ?? []).map(({ name, value }) => [name, value])
    const redirected = status >= STAYS_HERE && status < 400 && headerOf(headers, 'location') !== null
    if (redirected) return 'as-it-is'
    const main = this.#context.isMain(event)
    if (BODILESS.has(status)) {
      if (main)
        this.#context.onMain(networkId ?? '', { bytes: new Uint8Array(0), headers, status, cut: null })
      return 'as-it-is'
    }
    const type = headerOf(headers, 'content-type') ?? ''
    if (ENDLESS.test(type) && !main) return 'as-it-is'
    if (event.resourceType === 'Script' && !options.scripts) return 'as-it-is'
    const skipped = this.#tooMuch(event, headers, main)
    const { url } = event.request
    const note = (body: TakenBody): void => {
      if (networkId !== undefined) recording.take(networkId, { url, headers, body })
    }
    if (skipped !== null) {
      if (main) throw tooLarge(url, options.maxPageBytes)
      note({ ref: null, skipped, cut: null })
      // A film plays on without being kept; anything else of that size is not wanted in memory either.
      return event.resourceType === 'Media' ? 'as-it-is' : 'nothing'
    }
    const { bytes, cut, streamed } = main
      ? await this.#takeMain(session, event, headers)
      : await this.#bytesOf(session, event, headers, this.#context.isCareful)
    const handed = streamed ? bytes : 'as-it-is'
    if (this.#stopped) return 'nothing'
    if (main) {
      if (cut === 'too-large' || bytes.byteLength > options.maxPageBytes)
        throw tooLarge(url, options.maxPageBytes)
      note({ ref: null, skipped: null, cut })
      return this.#context.onMain(networkId ?? '', { bytes, headers, status, cut }) ? handed : 'nothing'
    }
    if (cut === 'too-large' || bytes.byteLength > options.maxBodyBytes) {
      note({ ref: null, skipped: 'too-large', cut: null })
      return 'nothing'
    }
    if (cut !== null) {
      note({ ref: null, skipped: null, cut })
      return 'nothing'
    }
    note(await this.#put(bytes, url, headers, status))
    return handed
  }

  async #takeMain(session: CdpSession, event: RequestPaused, headers: HeaderLines) {
    this.#mainSince = performance.now()
    try {
      return await this.#bytesOf(session, event, headers, this.streamsMain)
    } catch (error) {
      this.#mainBroke = true
      throw error
    } finally {
      this.#mainSince = null
    }
  }

  async #bytesOf(
    session: CdpSession,
    { requestId, resourceType }: RequestPaused,
    headers: HeaderLines,
    careful: boolean,
  ): Promise<StreamedBody & { readonly streamed: boolean }> {
    const { options, signal, hangUp } = this.#context
    const { maxPageBytes, maxBodyBytes, timeoutMs } = options
    const isKnown =
      headerOf(headers, 'content-length') !== null && headerOf(headers, 'content-encoding') === null
    if (careful && (!isKnown || this.#streamsMain)) {
      const maxBytes = resourceType === 'Document' ? Math.max(maxPageBytes, maxBodyBytes) : maxBodyBytes
      const limits = {
        maxBytes,
        idleMs: IDLE_MS,
        totalMs: timeoutMs,
        signal,
        onLate: resourceType === 'Document' ? hangUp : () => {},
      }
      return { ...(await streamBody(session, requestId, limits)), streamed: true }
    }
    if (!isKnown) this.#blind++
    try {
      const asked = session.send<{ body: string; base64Encoded: boolean }>('Fetch.getResponseBody', {
        requestId,
      })
      const { body, base64Encoded } = await asked
      return { bytes: Buffer.from(body, base64Encoded ? 'base64' : 'utf8'), cut: null, streamed: false }
    } finally {
      // Where the browser is lost over this body, this says so.
      if (!isKnown && !session.gone.aborted) this.#blind--
    }
  }

  async #put(bytes: Uint8Array, url: string, headers: HeaderLines, status: number): Promise<TakenBody> {
    const { sink, options } = this.#context
    const usable = status >= 200 && status < 300 && isWhole(status, headers, bytes.byteLength)
    if (!usable) return { ref: null, skipped: null, cut: null }
    if (this.#bytes + bytes.byteLength > options.maxTotalBytes) {
      return { ref: null, skipped: 'too-much', cut: null }
    }
    this.#bytes += bytes.byteLength
    return { ref: await sink.put(bytes, { mime: mimeOf(headers), url }), skipped: null, cut: null }
  }

  /** By what the answer says of itself, before any of its body is taken. */
  #tooMuch({ resourceType }: RequestPaused, headers: HeaderLines, main: boolean): TakenBody['skipped'] {
    const { maxPageBytes, maxBodyBytes, maxMediaBytes, maxTotalBytes, maxResources } = this.#context.options
    const length = headerOf(headers, 'content-length')
    const bytes = length === null ? null : Number(length)
    if (main) return bytes !== null && bytes > maxPageBytes ? 'too-large' : null
    if (++this.#taken > maxResources) return 'too-much'
    if (resourceType === 'Media') return bytes === null || bytes > maxMediaBytes ? 'too-large' : null
    if ((bytes ?? 0) > maxBodyBytes) return 'too-large'
    return this.#bytes + (bytes ?? 0) > maxTotalBytes ? 'too-much' : null
  }
}

function tooLarge(url: string, maxPageBytes: number): StetError {
  const message = `${url}: the page is larger than the limit of ${maxPageBytes} bytes. Allow more to capture it.`
  return new StetError('too-large', message, { url })
}

/** Players ask for a range; one that covers the whole file is the file (RFC 9110, section 14.4). */
function isWhole(status: number, headers: HeaderLines, bytes: number): boolean {
  if (status !== 206) return true
  const range = /^bytes 0-(\d+)\/(\d+)$/i.exec(headerOf(headers, 'content-range')?.trim() ?? '')
  return range !== null && Number(range[1]) + 1 === Number(range[2]) && bytes === Number(range[2])
}
