import { basename } from 'node:path/posix'
import { randomUUID } from 'node:crypto'
import type { SnapshotRecord } from '../model/snapshot.ts'
import { harmlessMime } from './media-types.ts'
import { preparePage, type PreparedPage, type ServedBody } from './prepare.ts'
import { escapeAttribute } from './tag-draft.ts'
import type { BagFiles } from './types.ts'

export interface PageFileOptions {
  /** Largest single body that is written into the file, in bytes. */
  readonly maxBodyBytes: number
  /** All bodies together, in bytes, each time they are shown. */
  readonly maxTotalBytes: number
}

export const PAGE_FILE_DEFAULTS: PageFileOptions = Object.freeze({
  maxBodyBytes: 16 * 1024 * 1024,
  maxTotalBytes: 96 * 1024 * 1024,
})

/** An archived page as one HTML file. */
export interface PageFile {
  readonly html: string
  /** Addresses the page asks for that the bag does not hold. */
  readonly missing: readonly string[]
  /** Bodies that the bag holds and that are too large for the file: `data/resources/…`. */
  readonly leftOut: readonly string[]
}

/** The same for a file as for a served page: nothing runs, nothing is asked for. `sandbox` cannot be said in a file. */
const POLICY = [
  "default-src 'none'",
  'img-src data:',
  'media-src data:',
  "style-src 'unsafe-inline' data:",
  'font-src data:',
  'frame-src data:',
  'object-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const HEAD = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer">`
/** Frames in frames; deeper ones stay empty. */
const MAX_DEPTH = 6
const NOTHING = 'data:,'

class PageFileWriter {
  readonly #files: BagFiles
  readonly #page: PreparedPage
  readonly #options: PageFileOptions
  readonly #mark: string
  readonly #framedMark: string
  readonly #leftOut = new Set<string>()
  readonly #texts = new Map<string, Promise<string>>()
  #bytes = 0

  constructor(files: BagFiles, page: PreparedPage, mark: string, options: PageFileOptions) {
    this.#files = files
    this.#page = page
    this.#options = options
    this.#mark = `${mark}b/`
    this.#framedMark = `${mark}f/`
  }

  get leftOut(): readonly string[] {
    return [...this.#leftOut]
  }

  document(html: string): Promise<string> {
    return this.#filled(html, 0, [])
  }

  /** The text with every name of a body replaced by the body. `open` are the bodies this one lies in. */
  async #filled(text: string, depth: number, open: readonly string[]): Promise<string> {
    if (!text.includes(this.#mark) && !text.includes(this.#framedMark)) return text
    const framed = new RegExp(`\\b(src|data)="${this.#framedMark}([\\w.-]+)(?:#[^"]*)?"`, 'g')
    const plain = new RegExp(`${this.#mark}([\\w.-]+)`, 'g')
    const withFrames = await replaced(text, framed, ([, attribute = '', name = '']) =>
      this.#frame(attribute, name, depth, open),
    )
    return replaced(withFrames, plain, ([, name = '']) => this.#dataUrl(name, depth, open))
  }

  async #frame(attribute: string, name: string, depth: number, open: readonly string[]): Promise<string> {
    const body = this.#page.bodies.get(name)
    const isDocument = body?.mime.startsWith('text/html') === true
    if (!body || !isDocument) return `${attribute}="${await this.#dataUrl(name, depth, open)}"`
    if (depth >= MAX_DEPTH || open.includes(name)) return `${attribute}="about:blank"`
    const html = HEAD + (await this.#textOf(name, body, depth, open))
    if (attribute === 'src') return `sandbox="" srcdoc="${escapeAttribute(html)}"`
    return `${attribute}="data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}"`
  }

  async #dataUrl(name: string, depth: number, open: readonly string[]): Promise<string> {
    const body = this.#page.bodies.get(name)
    const bytes = body ? await this.#bytesOf(name, body, depth, open) : await this.#file(name)
    if (bytes === null) return NOTHING
    if (
      bytes.length > this.#options.maxBodyBytes ||
      this.#bytes + bytes.length > this.#options.maxTotalBytes
    ) {
      this.#leftOut.add(`data/resources/${name}`)
      return NOTHING
    }
    this.#bytes += bytes.length
    const mime = body ? body.mime.replaceAll(' ', '') : harmlessMime('application/pdf')
    return `data:${mime};base64,${bytes.toString('base64')}`
  }

  async #bytesOf(
    name: string,
    body: ServedBody,
    depth: number,
    open: readonly string[],
  ): Promise<Buffer | null> {
    if (body.text === null) return Buffer.from(await this.#files.read(body.path))
    if (depth >= MAX_DEPTH || open.includes(name)) return null
    return Buffer.from(await this.#textOf(name, body, depth, open))
  }

  /** A rewritten body with its own bodies in it, made once: style sheets are shared by frames. */
  #textOf(name: string, { text }: ServedBody, depth: number, open: readonly string[]): Promise<string> {
    const known = this.#texts.get(name)
    if (known) return known
    const filled = this.#filled((text ?? Buffer.alloc(0)).toString('utf8'), depth + 1, [...open, name])
    this.#texts.set(name, filled)
    return filled
  }

  /** A file that the page only names. */
  async #file(name: string): Promise<Buffer | null> {
    const path = `data/resources/${name}`
    const isHeld = (await this.#files.files()).some(file => file.path === path)
    return isHeld ? Buffer.from(await this.#files.read(path)) : null
  }
}

/** Replaces each match by what `by` gives, one after the other: bodies are held in memory one at a time. */
async function replaced(
  text: string,
  pattern: RegExp,
  by: (match: RegExpExecArray) => Promise<string>,
): Promise<string> {
  const out: string[] = []
  let at = 0
  for (const match of text.matchAll(pattern)) {
    out.push(text.slice(at, match.index), await by(match))
    at = match.index + match[0].length
  }
  out.push(text.slice(at))
  return out.join('')
}

/** First in the head: a policy counts from where it stands. */
function withPolicy(html: string): string {
  const doctype = /^(?:\uFEFF|\s|<!--[\s\S]*?-->)*<!doctype[^>]*>/i.exec(html)?.[0] ?? ''
  return `${doctype}${HEAD}${html.slice(doctype.length).replace(/^\uFEFF/, '')}`
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return ''
  const lines = items.map(item => `<li>${escapeAttribute(item)}</li>`).join('')
  return `<details><summary>${items.length} ${title}</summary><ul>${lines}</ul></details>`
}

/** What the file is, and what it lacks, at its end. */
function note(record: SnapshotRecord, missing: readonly string[], leftOut: readonly string[]): string {
  const style =
    'all:initial;display:block;clear:both;padding:12px 16px;border-top:1px solid #888;background:#fff;color:#333;font:13px/1.5 sans-serif;overflow-wrap:anywhere'
  const kept = `${escapeAttribute(record.finalUrl)}, kept by Stet at ${record.capturedAt} (snapshot ${record.snapshotId})`
  return `<aside data-stet-note="" lang="en" dir="ltr" style="${style}">${kept}${list(
    'addresses this page asks for are not in the snapshot',
    missing,
  )}${list('files of the snapshot are too large for this page', leftOut)}</aside>`
}

/**
 * An archived page as one HTML file that asks nobody for anything: made from the bag alone, scripts out, every body
 * written into its place. Throws `StetError` `not-found` where the snapshot has no page, `archive-damaged` where a file
 * of it cannot be read.
 */
export async function pageFile(files: BagFiles, changes: Partial<PageFileOptions> = {}): Promise<PageFile> {
  // Nobody can have written it into a page before.
  const mark = `stet-${randomUUID()}-`
  const page = await preparePage(files, {
    inPage: `${mark}b/`,
    inside: `${mark}b/`,
    framed: `${mark}f/`,
    fileAt: path => `${mark}b/${basename(path)}`,
  })
  const record = (await files.json('data/snapshot.json')) as SnapshotRecord
  const writer = new PageFileWriter(files, page, mark, { ...PAGE_FILE_DEFAULTS, ...changes })
  const html = await writer.document(page.html)
  const { leftOut } = writer
  return {
    html: `${withPolicy(html)}\n${note(record, page.missing, leftOut)}\n`,
    missing: page.missing,
    leftOut,
  }
}
