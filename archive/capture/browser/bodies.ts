import type { BodySink } from '../../ports/body-sink.ts'
import type { CdpSession } from '../../ports/browser.ts'
import { headerOf, mimeOf, type HeaderLines } from '../headers.ts'
import type { CaptureOptions } from '../options.ts'
import type { RequestPaused } from './protocol.ts'
import type { Recording, TakenBody } from './recording.ts'

/** The page itself, as it was received. */
export interface MainBody {
  readonly bytes: Uint8Array
  readonly headers: HeaderLines
  readonly status: number
}

export interface BodyTakerOptions {
  readonly options: CaptureOptions
  readonly sink: BodySink
  readonly recording: Recording
  /** Whether a paused answer is the page itself. */
  readonly isMain: (event: RequestPaused) => boolean
  /** Told of the page's own answer before the browser gets it; false keeps it from the browser. */
  readonly onMain: (networkId: string, body: MainBody) => boolean
  /** A failure of our own: the disk. */
  readonly onFailure: (error: unknown) => void
}

const ENDLESS = /^(?:text\/event-stream|multipart\/x-mixed-replace)/i
const BODILESS = new Set([101, 204, 205, 304])
const STAYS_HERE = 300

/**
 * Takes the body of every answer while it is held up on its way into the page. Asked for later, a body may be gone
 * from the browser's memory (another document, a worker that ended, a picture already decoded), and a text would
 * have lost the bytes it was received in.
 */
export class BodyTaker {
  readonly #context: BodyTakerOptions
  #bytes = 0
  #taken = 0

  constructor(context: BodyTakerOptions) {
    this.#context = context
  }

  listen(session: CdpSession): void {
    session.on<RequestPaused>('Fetch.requestPaused', event => {
      void this.#handle(session, event)
    })
  }

  async #handle(session: CdpSession, event: RequestPaused): Promise<void> {
    const { requestId } = event
    let goOn = true
    try {
      goOn = await this.#take(session, event)
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('Fetch.'))) this.#context.onFailure(error)
    }
    // The page may be gone by now; then there is nobody to hand the answer to.
    await (
      goOn
        ? session.send('Fetch.continueRequest', { requestId })
        : session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    ).catch(() => {})
  }

  /** False where the browser is not to have the answer. */
  async #take(session: CdpSession, event: RequestPaused): Promise<boolean> {
    const { recording, sink } = this.#context
    const { responseStatusCode: status, networkId } = event
    if (status === undefined || event.responseErrorReason !== undefined) return true
    const headers: HeaderLines = (event.responseHeaders ?? []).map(({ name, value }) => [name, value])
    const redirected = status >= STAYS_HERE && status < 400 && headerOf(headers, 'location') !== null
    if (redirected || BODILESS.has(status)) return true
    const type = headerOf(headers, 'content-type') ?? ''
    if (ENDLESS.test(type)) return true
    if (event.resourceType === 'Script' && !this.#context.options.scripts) return true
    const main = this.#context.isMain(event)
    const skipped = this.#tooMuch(event, headers, main)
    const { url } = event.request
    const note = (body: TakenBody): void => {
      if (networkId !== undefined) recording.take(networkId, { url, headers, body })
    }
    if (skipped !== null) {
      note({ ref: null, skipped })
      // A film plays on without being kept; anything else of that size is not wanted in memory either.
      return event.resourceType === 'Media'
    }
    const answer = await session.send<{ body: string; base64Encoded: boolean }>('Fetch.getResponseBody', {
      requestId: event.requestId,
    })
    const bytes = Buffer.from(answer.body, answer.base64Encoded ? 'base64' : 'utf8')
    if (main) {
      note({ ref: null, skipped: null })
      return this.#context.onMain(networkId ?? '', { bytes, headers, status })
    }
    note(await this.#put(sink, bytes, url, headers, status))
    return true
  }

  async #put(
    sink: BodySink,
    bytes: Uint8Array,
    url: string,
    headers: HeaderLines,
    status: number,
  ): Promise<TakenBody> {
    const { maxTotalBytes } = this.#context.options
    const usable = status >= 200 && status < 300 && isWhole(status, headers, bytes.byteLength)
    if (!usable) return { ref: null, skipped: null }
    if (this.#bytes + bytes.byteLength > maxTotalBytes) return { ref: null, skipped: 'too-much' }
    this.#bytes += bytes.byteLength
    return { ref: await sink.put(bytes, { mime: mimeOf(headers), url }), skipped: null }
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

/** Players ask for a range; one that covers the whole file is the file (RFC 9110, section 14.4). */
function isWhole(status: number, headers: HeaderLines, bytes: number): boolean {
  if (status !== 206) return true
  const range = /^bytes 0-(\d+)\/(\d+)$/i.exec(headerOf(headers, 'content-range')?.trim() ?? '')
  return range !== null && Number(range[1]) + 1 === Number(range[2]) && bytes === Number(range[2])
}
