import { StetError } from '../errors.ts'
import type { BodySink } from '../ports/body-sink.ts'
import type { FetchResponse } from '../ports/fetcher.ts'
import { decodeCss, decodeHtml } from '../model/charset/decode.ts'
import { styleReferences, type StyleContext } from './discover/css.ts'
import { documentReferences, type Reference } from './discover/html.ts'
import { headerOf, mimeOf, redirectTarget } from './headers.ts'
import { changedOptions, type CaptureOptions } from './options.ts'
import { charactersOf } from './page-characters.ts'
import type { FetchedPage } from './page.ts'
import { refererFor, referrerPolicyOf, type ReferrerPolicy, type ResourceKind } from './request-headers.ts'
import { ResourceLedger, type FetchedResources, type SkipReason } from './resource-ledger.ts'
import { isHtmlType } from './sniff.ts'
import { captureSignal, visit, type CaptureContext, type CaptureDeps, type CaptureStop } from './visit.ts'

export interface ResourceDeps extends CaptureDeps {
  readonly sink: BodySink
  /** Told when an address is asked for, and when one is settled. */
  readonly onResources?: (done: number, wanted: number) => void
}

/** The document or style sheet that asks for something. */
interface Place {
  /** What its addresses are relative to. */
  readonly base: string
  /** Its own address: the Referer, and the initiator in the HAR. */
  readonly url: string
  readonly policy: ReferrerPolicy
  readonly charset: string
  /** How many frames and imports lie above it. */
  readonly depth: number
}

interface Want extends Reference {
  readonly target: URL
  readonly place: Place
}

/** Why a request was never sent; throws on what is a reason to stop altogether. */
function skipReasonOf(error: unknown): SkipReason {
  if (error instanceof StetError && error.code === 'network') return 'too-late'
  if (error instanceof StetError && error.code === 'too-large') return 'too-much'
  throw error
}

/** Style sheets lead on to more, so they go first. */
const FIRST: readonly ResourceKind[] = ['style', 'frame']

class ResourceLoader {
  readonly #context: CaptureContext
  readonly #deps: ResourceDeps
  readonly #stop: CaptureStop
  readonly #ledger = new ResourceLedger()
  readonly #seen = new Set<string>()
  readonly #tasks: Promise<void>[] = []
  readonly #styles: StyleContext
  #settled = 0
  #failure: unknown = null

  constructor(fetched: FetchedPage, context: CaptureContext, deps: ResourceDeps, stop: CaptureStop) {
    this.#context = context
    this.#deps = deps
    this.#stop = stop
    this.#seen.add(fetched.page.finalUrl.split('#', 1)[0]!)
    let characters: readonly number[] | null = null
    this.#styles = {
      pixelRatio: context.options.viewport.pixelRatio,
      characters: () => (characters ??= charactersOf(fetched.page.html)),
    }
  }

  document(html: string, place: Place): void {
    const found = documentReferences(html, this.#context.options.viewport)
    const base = found.base === null ? place.base : (URL.parse(found.base, place.base)?.href ?? place.base)
    const here: Place = { ...place, base, policy: found.referrerPolicy ?? place.policy }
    const early = FIRST.flatMap(kind => found.references.filter(reference => reference.kind === kind))
    for (const reference of early) this.#want(reference, here)
    for (const style of new Set(found.styles)) this.style(style, here)
    for (const reference of found.references) this.#want(reference, here)
    for (const inner of found.inlineDocuments) {
      if (here.depth < this.#context.options.maxDepth)
        this.document(inner, { ...here, depth: here.depth + 1 })
    }
  }

  style(css: string, place: Place): void {
    const found = styleReferences(css, this.#styles)
    for (const url of found.imports) this.#want({ url, kind: 'style' }, { ...place, depth: place.depth + 1 })
    for (const url of found.fonts) this.#want({ url, kind: 'font' }, place)
    for (const url of found.images) this.#want({ url, kind: 'image' }, place)
  }

  async finish(): Promise<FetchedResources> {
    // The list grows while it is worked off: what arrives leads on to more.
    for (let i = 0; i < this.#tasks.length; i++) await this.#tasks[i]
    if (this.#failure !== null) throw this.#failure
    return this.#ledger.close()
  }

  #isWanted(kind: ResourceKind): boolean {
    const { scripts, maxMediaBytes } = this.#context.options
    return kind === 'script' ? scripts : kind !== 'media' || maxMediaBytes > 0
  }

  #want(reference: Reference, place: Place): void {
    if (!this.#isWanted(reference.kind) || reference.url.startsWith('#') || reference.url.includes('{{'))
      return
    const target = URL.parse(reference.url, place.base)
    if (!target || (target.protocol !== 'http:' && target.protocol !== 'https:')) return
    target.hash = ''
    if (this.#seen.has(target.href)) return
    this.#seen.add(target.href)
    const want: Want = { ...reference, target, place }
    const { maxResources, maxDepth } = this.#context.options
    if (this.#seen.size > maxResources) return this.#skip(want, 'too-many')
    if (place.depth + (reference.kind === 'frame' ? 1 : 0) > maxDepth) return this.#skip(want, 'too-deep')
    this.#tasks.push(this.#guarded(want))
    this.#report()
  }

  #report(): void {
    this.#deps.onResources?.(this.#settled, this.#tasks.length)
  }

  #skip(want: Want, reason: SkipReason): void {
    const { target, kind, place } = want
    this.#ledger.skip(reason, { url: target.href, kind, initiator: place.url, at: this.#deps.clock.now() })
  }

  /** Only a failure of our own (the disk, a wish to stop) ends the capture; it ends all requests with it. */
  async #guarded(want: Want): Promise<void> {
    try {
      await this.#load(want)
      this.#settled++
      this.#report()
    } catch (error) {
      this.#failure ??= error
      this.#stop.abort(error)
    }
  }

  async #load(want: Want): Promise<void> {
    const { options } = this.#context
    const { kind, place } = want
    let url = want.target
    const most = kind === 'media' ? options.maxMediaBytes : options.maxBodyBytes
    const maxBytes = (): number => Math.min(most, options.maxTotalBytes - this.#ledger.bytes)
    for (let hops = 0; ; hops++) {
      const referer = refererFor(place.url, url.href, place.policy)
      const ask = { url, kind, referer, initiator: place.url, maxBytes }
      const visits = await visit(this.#context, this.#deps, ask, this.#stop.signal).catch(skipReasonOf)
      if (typeof visits === 'string') return this.#skip(want, visits)
      for (const one of visits.earlier) this.#ledger.write(one.entry(null))
      const { response, entry } = visits.last
      const next = response ? redirectTarget(response.status, response.headers, url.href) : null
      if (response && next && /^https?:$/.test(next.protocol) && hops < options.maxRedirects) {
        this.#ledger.write(entry(null))
        url = next
        continue
      }
      const usable =
        response && response.status >= 200 && response.status < 300 && response.cut !== 'too-large'
      // Several answers may have been on their way when the last bytes went.
      if (usable && response.body.byteLength > maxBytes()) return this.#skip(want, 'too-much')
      const mime = response ? mimeOf(response.headers) : null
      const body = usable ? await this.#deps.sink.put(response.body, { mime, url: url.href }) : null
      this.#ledger.write(entry(body))
      if (!body || !response || response.cut !== null) return this.#ledger.fail()
      this.#ledger.keep(want.target.href, { ...body, mime })
      return this.#leadsOn(want, url.href, response, mime)
    }
  }

  /** Looks for more in what has arrived: style sheets, framed documents and drawings. */
  #leadsOn(want: Want, url: string, response: FetchResponse, mime: string | null): void {
    const { kind, place } = want
    const type = headerOf(response.headers, 'content-type')
    const policy = referrerPolicyOf(headerOf(response.headers, 'referrer-policy') ?? '') ?? place.policy
    const inside: Place = { ...place, base: url, url, policy }
    if (mime === 'text/css' || (kind === 'style' && !isHtmlType(mime))) {
      this.style(decodeCss(response.body, type, place.charset), inside)
    } else if (mime === 'image/svg+xml' || (kind === 'frame' && isHtmlType(mime))) {
      const { html, charset } = decodeHtml(response.body, type)
      this.document(html, { ...inside, charset, depth: place.depth + 1 })
    }
  }
}

/**
 * Fetches what the page shows: pictures, style sheets, fonts, frames and their own content, short media. Stores each
 * body through `deps.sink` and gives them by the address they were asked for under. Addresses that fail, break off or
 * go beyond a limit are written down with the reason; they never make the capture fail.
 *
 * `options` changes those the page was fetched with. Throws `StetError` `cancelled`, and what the sink throws.
 */
export async function fetchResources(
  fetched: FetchedPage,
  options: Partial<CaptureOptions>,
  deps: ResourceDeps,
): Promise<FetchedResources> {
  const context = { ...fetched.context, options: changedOptions(fetched.context.options, options) }
  const stop = captureSignal(context, deps.signal)
  const loader = new ResourceLoader(fetched, context, deps, stop)
  const { page } = fetched
  const policy =
    referrerPolicyOf(headerOf(page.headers, 'referrer-policy') ?? '') ?? 'strict-origin-when-cross-origin'
  const url = page.finalUrl.split('#', 1)[0]!
  try {
    if (isHtmlType(page.mime)) {
      loader.document(page.html, { base: url, url, policy, charset: page.http?.charset ?? 'utf-8', depth: 0 })
    }
    return await loader.finish()
  } finally {
    stop.clear()
  }
}
