import { basename } from 'node:path/posix'
import { StetError } from '../errors.ts'
import { decodeCss, decodeHtml } from '../model/charset/decode.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'
import { type DocumentKind, rewriteDocument } from './document.ts'
import { harmlessMime, mimeOfBody, rewritableAs } from './media-types.ts'
import { StoredBodies, withoutFragment } from './stored-bodies.ts'
import { rewriteStyle } from './style.ts'
import type { Answering, AskKind, BagFiles, StoredBody, Want } from './types.ts'

/** What is served under one name below `resources/`. */
export interface ServedBody {
  /** `data/resources/…` */
  readonly path: string
  readonly mime: string
  /** UTF-8, where the body was rewritten; null: the file as it is. */
  readonly text: Buffer<ArrayBuffer> | null
}

/** An archived page, ready to be shown without scripts and without a network. */
export interface PreparedPage {
  readonly html: string
  /** Everything the page may ask for, by name; nothing else of the bag is served. */
  readonly bodies: ReadonlyMap<string, ServedBody>
  /** Addresses the page asks for that the bag does not hold, in full. */
  readonly missing: readonly string[]
  /** Addresses that are answered from the bag. */
  readonly kept: ReadonlySet<string>
  /** Script elements, handlers and script addresses taken out, frames included. */
  readonly scriptsRemoved: number
}

/** How the parts of a prepared page name each other. */
export interface PlaceOptions {
  /** Stands before the names of bodies in the page, and in what the page shows. */
  readonly inPage: string
  readonly inside: string
  /** The same for documents that a frame or an `object` shows. */
  readonly framed: string | null
  /** Where a file that no page can show can be had; null: nowhere. */
  readonly fileAt: ((path: string) => string | null) | null
}

/** As pages are served: bodies beside each other below `resources/`. */
const SERVED: PlaceOptions = { inPage: 'resources/', inside: '', framed: null, fileAt: null }

/** As rendered by a browser, else as received. */
const RENDERED = 'data/dom.html'
const PAGES = [RENDERED, 'data/page.html'] as const
/** Files that a reader would want to open and no page can show. */
const OPENED_ELSEWHERE = /^application\/(?:pdf|epub\+zip|vnd\.|msword|zip)/
/** Drawings that parts are used of; a larger one is a picture. In bytes. */
const MAX_DRAWING_BYTES = 2_000_000
const FRAME_URN = 'urn:sha256:'

class PagePreparation {
  readonly #files: BagFiles
  readonly #record: SnapshotRecord
  readonly #bodies: StoredBodies
  readonly #served = new Map<string, ServedBody>()
  /** Bodies the page asks for, and still to be read. */
  readonly #waiting = new Map<string, { readonly body: StoredBody; readonly kinds: Set<AskKind> }>()
  readonly #kept = new Set<string>()
  readonly #places: PlaceOptions
  readonly #drawings = new Map<string, string>()
  #rendered = false
  readonly #missing = new Set<string>()
  #scriptsRemoved = 0

  constructor(files: BagFiles, record: SnapshotRecord, bodies: StoredBodies, places: PlaceOptions) {
    this.#places = places
    this.#files = files
    this.#record = record
    this.#bodies = bodies
  }

  async prepare(): Promise<PreparedPage> {
    const page = await this.#page()
    await this.#readDrawings()
    const { inPage } = this.#places
    const html = this.#document(page, this.#pageKind(), [this.#record.finalUrl], inPage, this.#rendered)
    // The list grows while it is worked off: style sheets and frames lead on to more.
    for (const [name, { body, kinds }] of this.#waiting) {
      this.#served.set(name, await this.#serve(body, kinds))
    }
    return {
      html,
      bodies: this.#served,
      missing: [...this.#missing],
      kept: this.#kept,
      scriptsRemoved: this.#scriptsRemoved,
    }
  }

  #pageKind(): DocumentKind {
    return this.#record.http?.mime === 'application/xhtml+xml' ? 'xhtml' : 'html'
  }

  async #page(): Promise<string> {
    const listed = new Set((await this.#files.files()).map(file => file.path))
    const path = PAGES.find(one => listed.has(one))
    if (path === undefined) {
      const { snapshotId } = this.#record
      const message =
        'This snapshot came from a file of plain text: there is no page to show. Read the article.'
      throw new StetError('not-found', message, { snapshotId })
    }
    this.#rendered = path === RENDERED
    // What a browser rendered was written down in UTF-8; what was received is read as it was read then.
    const charset = this.#rendered ? 'utf-8' : this.#record.http?.charset
    return decodeHtml(await this.#files.read(path), charset ? `text/html; charset=${charset}` : null).html
  }

  /** What is used of drawings comes into the page, so their texts are needed while it is rewritten. */
  async #readDrawings(): Promise<void> {
    for (const { path, contentType, bytes } of this.#bodies.all()) {
      if (mimeOfBody(path, contentType) !== 'image/svg+xml' || (bytes ?? 0) > MAX_DRAWING_BYTES) continue
      this.#drawings.set(path, decodeHtml(await this.#files.read(path), contentType).html)
    }
  }

  #document(
    html: string,
    kind: DocumentKind,
    urls: readonly string[],
    prefix: string,
    rendered: boolean,
  ): string {
    const answering = (base: string | null): Answering => {
      const bases = base === null ? urls : urls.map(url => URL.parse(base, url)?.href ?? url)
      return this.#answering(bases, urls, prefix, rendered)
    }
    const { html: text, scriptsRemoved } = rewriteDocument(html, { kind, answering })
    this.#scriptsRemoved += scriptsRemoved
    return text
  }

  /** `bases`: a body may have come from several addresses; the first under which something is held counts. */
  #answering(
    bases: readonly string[],
    urls: readonly string[],
    prefix: string,
    rendered: boolean,
  ): Answering {
    const { framed, fileAt } = this.#places
    const resolve = (url: string): URL | null => URL.parse(url, bases[0])
    const find = (url: string): { body: StoredBody; target: URL } | null => {
      for (const base of bases) {
        const target = URL.parse(url, base)
        const body = target && this.#bodies.find(target.href)
        if (body) return { body, target }
      }
      return null
    }
    return {
      stored: (url, kind) => {
        const found = find(url)
        if (!found || !this.#shows(found.body, kind)) return null
        this.#kept.add(withoutFragment(found.target.href))
        const place = kind === 'frame' && framed !== null ? framed : prefix
        return place + this.#want(found.body, kind) + found.target.hash
      },
      held: url => find(url)?.body ?? null,
      file: url => {
        const found = find(url)
        if (!found || !OPENED_ELSEWHERE.test(mimeOfBody(found.body.path, found.body.contentType))) return null
        this.#kept.add(withoutFragment(found.target.href))
        const { path } = found.body
        return { path, name: nameIn(found.target), href: fileAt?.(path) ?? null }
      },
      drawing: url => {
        const found = find(url)
        const text = found && this.#drawings.get(found.body.path)
        if (found && text !== undefined) this.#kept.add(withoutFragment(found.target.href))
        return text ?? null
      },
      rendered,
      inFull: url => resolve(url)?.href ?? null,
      isHere: url => urls.some(one => withoutFragment(resolve(url)?.href ?? '') === withoutFragment(one)),
      missing: (url, want = 'always') => {
        const target = resolve(url)
        if (target?.protocol === 'http:' || target?.protocol === 'https:') {
          if (this.#isNeeded(target.href, want)) this.#missing.add(withoutFragment(target.href))
        }
      },
    }
  }

  /** What a browser asks for where it needs it was not needed if it was never asked for. */
  #isNeeded(url: string, want: Want): boolean {
    const knowsAll = want === 'font' || this.#record.witness === 'captured'
    return want === 'always' || !knowsAll || this.#bodies.wasAsked(url)
  }

  /** A frame shows documents and pictures only; a document where a picture should be is a page of errors. */
  #shows(body: StoredBody, kind: AskKind): boolean {
    const mime = mimeOfBody(body.path, body.contentType)
    const as = rewritableAs(mime)
    if (kind === 'frame') return (as !== null && as !== 'css') || mime.startsWith('image/')
    if (kind === 'style') return as === null || as === 'css'
    return as !== 'html' && as !== 'xhtml' && as !== 'css'
  }

  #want(body: StoredBody, kind: AskKind): string {
    const name = basename(body.path)
    const known = this.#waiting.get(name)
    if (known) known.kinds.add(kind)
    else this.#waiting.set(name, { body, kinds: new Set([kind]) })
    return name
  }

  async #serve(body: StoredBody, kinds: ReadonlySet<AskKind>): Promise<ServedBody> {
    const { path, contentType, urls } = body
    const mime = mimeOfBody(path, contentType)
    const as = kinds.has('style') ? 'css' : rewritableAs(mime)
    if (as === null) return { path, mime: harmlessMime(mime), text: null }
    const raw = await this.#files.read(path)
    const text = Buffer.from(this.#rewritten(raw, as, contentType, urls))
    const servedAs = as === 'css' ? 'text/css' : as === 'svg' ? 'image/svg+xml' : 'text/html'
    return { path, mime: `${servedAs}; charset=utf-8`, text }
  }

  #rewritten(
    raw: Uint8Array,
    as: DocumentKind | 'css',
    contentType: string | null,
    urls: readonly string[],
  ): string {
    const { inside } = this.#places
    if (as !== 'css') {
      const rendered = urls.some(url => url.startsWith(FRAME_URN))
      return this.#document(decodeHtml(raw, contentType).html, as, urls, inside, rendered)
    }
    const css = decodeCss(raw, contentType, this.#record.http?.charset ?? 'utf-8')
    return rewriteStyle(css, this.#answering(urls, urls, inside, this.#rendered))
  }
}

/** The last part of an address, as a file would be called. */
function nameIn({ pathname, hostname }: URL): string {
  const last = pathname.split('/').findLast(part => part !== '')
  try {
    return last === undefined ? hostname : decodeURIComponent(last)
  } catch {
    return last ?? hostname
  }
}

/**
 * Makes an archived page ready: page, style sheets, frames and drawings with every address answered from the bag or
 * blocked, scripts out. Everything else of them stays as it was captured. Throws `StetError` `not-found` where the
 * snapshot has no page, `archive-damaged` where a file of it cannot be read.
 */
export async function preparePage(files: BagFiles, places: PlaceOptions = SERVED): Promise<PreparedPage> {
  const record = (await files.json('data/snapshot.json')) as SnapshotRecord
  const bodies = await StoredBodies.read(files, record.pictures ?? {})
  return new PagePreparation(files, record, bodies, places).prepare()
}
