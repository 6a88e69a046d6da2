import { StetError } from '../errors.ts'
import { decodeHtml } from '../model/charset/decode.ts'
import type { SnapshotRecord } from '../model/snapshot.ts'
import { wordsKept } from '../model/words-kept.ts'
import { mimeOfBody } from './media-types.ts'
import { preparePage, type PreparedPage } from './prepare.ts'
import { withoutFragment } from './stored-bodies.ts'
import type { BagFiles } from './types.ts'

/** What became of one address the page asked for and that is not kept. */
export interface NotKept {
  readonly url: string
  /** In words. */
  readonly reason: string
  /** Who failed: the server that answered, the way to it, a limit of the capture, or nobody asked. */
  readonly cause: 'server' | 'connection' | 'limit' | 'not-asked'
}

/** How much of what a reader would have seen a snapshot holds. */
export interface Completeness {
  /** Addresses the page asked for, itself not among them. Scripts count where they were to be kept. */
  readonly asked: number
  readonly kept: number
  readonly failed: readonly NotKept[]
  /** Words a reader saw, and how many of them the kept documents hold; null where no browser looked. */
  readonly wordsSeen: number | null
  readonly wordsKept: number | null
  /** The smaller of both shares, from 0 to 1. */
  readonly share: number
}

/** What is read of an entry of `network.har`. */
interface Entry {
  readonly request: { readonly method: string; readonly url: string }
  readonly response: {
    readonly status: number
    readonly statusText: string
    readonly redirectURL: string
    readonly content: { readonly size: number; readonly mimeType: string; readonly _file?: string }
  }
  readonly _resourceType?: string
  readonly _initiator?: string | null
  readonly _error?: string
  readonly _cut?: string
}

interface Part {
  readonly mimeType?: string | null
  readonly _file?: string
}

interface HarFile {
  readonly log: { readonly entries: readonly Entry[]; readonly _parts?: readonly Part[] }
}

const MAX_REDIRECTS = 20
/** Answers that bring nothing to keep. */
const BODILESS = new Set([204, 205, 304])
const ENDLESS = /^(?:text\/event-stream|multipart\/x-mixed-replace)/i
const CUT: Readonly<Record<string, string>> = {
  'too-large': 'Left out: larger than the limit for one file.',
  'too-much': 'Left out: the limit for the whole page was reached.',
}

/** `<code>: <words>`, as Stet writes failures down. */
function failureIn(error: string): Omit<NotKept, 'url'> {
  const [, code = '', words = error] = /^([\w-]+):\s*([\s\S]*)$/.exec(error) ?? []
  if (code === 'skipped') return { reason: words, cause: 'limit' }
  if (code === 'blocked' || /BLOCKED|UNSAFE/.test(words)) {
    return { reason: `The browser kept it from the page (${words}).`, cause: 'connection' }
  }
  const reason = words.startsWith('net::') ? `No whole answer came (${words}).` : words
  return { reason, cause: 'connection' }
}

/** The page itself thought better of it: another size of a picture, a search that went on. */
function isLetGo({ response, _error: error }: Entry): boolean {
  return response.status < 400 && error?.includes('ERR_ABORTED') === true
}

function failureOf({ response, _error: error, _cut: cut }: Entry): Omit<NotKept, 'url'> {
  if (response.status >= 400) {
    const answer = `${response.status} ${response.statusText}`.trim()
    return { reason: `The server answered ${answer}.`, cause: 'server' }
  }
  if (error) return failureIn(error)
  if (cut) return { reason: CUT[cut] ?? `Not whole: ${cut}.`, cause: 'limit' }
  if (response.redirectURL) return { reason: 'The redirect led nowhere.', cause: 'server' }
  if (response.status === 0) return { reason: 'No answer came.', cause: 'connection' }
  return { reason: 'The answer was not whole, and was not kept.', cause: 'connection' }
}

function isKept({ response }: Entry): boolean {
  const { status, content } = response
  const isEmpty = status >= 200 && status < 300 && content.size === 0
  const { _file: path } = content
  return path !== undefined || BODILESS.has(status) || isEmpty
}

/** Every browser looks there for an icon, whether a page has one or not. */
function isOfBrowser(url: string, by: string | null): boolean {
  return by === null && URL.parse(url)?.pathname === '/favicon.ico'
}

/** Addresses that count: what a page shows, not what it sends, and not what it had asked for before it moved on. */
function countedEntries(entries: readonly Entry[], record: SnapshotRecord): readonly Entry[] {
  const left = new Set(record.redirects.map(({ from }) => withoutFragment(from)))
  left.delete(withoutFragment(record.finalUrl))
  const scripts = record.options['scripts'] === true
  return entries.filter(({ request, response, _resourceType: kind, _initiator: by }) => {
    if (request.method !== 'GET' || kind === 'document' || !/^https?:/i.test(request.url)) return false
    if (ENDLESS.test(response.content.mimeType)) return false
    if (kind === 'script' && !scripts) return false
    return !isOfBrowser(request.url, by ?? null) && !(by && left.has(withoutFragment(by)))
  })
}

/** What was asked for, by address: kept where any answer was, else the last failure. Redirects count as where they led. */
function outcomes(entries: readonly Entry[]): ReadonlyMap<string, Entry | null> {
  const best = new Map<string, Entry>()
  for (const entry of entries) {
    const url = withoutFragment(entry.request.url)
    const known = best.get(url)
    if (!known || !isKept(known)) best.set(url, entry)
  }
  const targets = new Set(
    entries
      .map(({ response }) => response.redirectURL)
      .filter(url => url !== '')
      .map(withoutFragment),
  )
  const out = new Map<string, Entry | null>()
  for (const [url, first] of best) {
    if (targets.has(url)) continue
    let at = first
    for (let hop = 0; at.response.redirectURL && !isKept(at) && hop < MAX_REDIRECTS; hop++) {
      const next = best.get(withoutFragment(at.response.redirectURL))
      if (!next || next === at) break
      at = next
    }
    out.set(url, isKept(at) ? null : at)
  }
  return out
}

const DOCUMENT = /^(?:text\/html|application\/xhtml\+xml|image\/svg\+xml)$/
/** Larger drawings hold no words to speak of; in bytes. */
const MAX_DOCUMENT_BYTES = 8_000_000

async function wordCounts(
  files: BagFiles,
  { log: { entries, _parts: parts = [] } }: HarFile,
): Promise<{ readonly seen: number; readonly kept: number } | null> {
  const held = new Set((await files.files()).map(file => file.path))
  if (!held.has('data/text.txt') || !held.has('data/dom.html')) return null
  const paths = new Set(['data/dom.html'])
  const add = (path: string | undefined, mimeType: string | null | undefined, size: number): void => {
    if (path === undefined || !held.has(path) || size > MAX_DOCUMENT_BYTES) return
    if (DOCUMENT.test(mimeOfBody(path, mimeType ?? null))) paths.add(path)
  }
  for (const { _file: path, mimeType } of parts) add(path, mimeType, 0)
  for (const { response } of entries) {
    const { _file: path, mimeType, size } = response.content
    add(path, mimeType, size)
  }
  const texts = await Promise.all(
    Array.from(paths, async path => decodeHtml(await files.read(path), null).html),
  )
  return wordsKept(Buffer.from(await files.read('data/text.txt')).toString('utf8'), texts)
}

/** Addresses a page is shown with, and those it lacks. */
export type ShownParts = Pick<PreparedPage, 'missing' | 'kept'>

/** What replay shows of a page; nothing where a snapshot has none: it came from a file of plain text. */
export async function shownParts(
  files: BagFiles,
  prepared: (files: BagFiles) => Promise<ShownParts> = preparePage,
): Promise<ShownParts> {
  const held = new Set((await files.files()).map(file => file.path))
  const hasPage = held.has('data/dom.html') || held.has('data/page.html')
  return hasPage ? prepared(files) : { missing: [], kept: new Set() }
}

/**
 * How complete a snapshot is, from its record, its exchanges and its page as replay shows it: everything replay finds
 * missing is among `failed`, and what a browser never needed (a font no text is set in) is not. Throws `StetError`
 * `archive-damaged` where a file cannot be read.
 */
export async function completenessOf(files: BagFiles, page: ShownParts): Promise<Completeness> {
  const record = (await files.json('data/snapshot.json')) as SnapshotRecord
  const har = (await files.json('data/network.har')) as HarFile
  const counted = outcomes(countedEntries(har.log.entries, record))
  const failed = new Map<string, NotKept>()
  const kept = new Set<string>()
  for (const [url, failure] of counted) {
    if (failure === null) kept.add(url)
    else if (!isLetGo(failure)) failed.set(url, { url, ...failureOf(failure) })
  }
  const known = new Set(har.log.entries.map(({ request }) => withoutFragment(request.url)))
  // What came in a file has no exchange of its own.
  for (const url of page.kept) if (/^https?:/i.test(url) && !known.has(url)) kept.add(url)
  for (const url of page.missing) {
    if (failed.has(url) || kept.has(url)) continue
    const entry = har.log.entries.findLast(({ request }) => withoutFragment(request.url) === url)
    failed.set(url, { url, ...(entry ? failureOf(entry) : NOT_ASKED) })
  }
  const seen = await wordCounts(files, har)
  const asked = kept.size + failed.size
  const ofFiles = asked === 0 ? 1 : kept.size / asked
  const ofWords = seen === null || seen.seen === 0 ? 1 : seen.kept / seen.seen
  return {
    asked,
    kept: kept.size,
    failed: [...failed.values()],
    wordsSeen: seen?.seen ?? null,
    wordsKept: seen?.kept ?? null,
    share: Math.min(ofFiles, ofWords),
  }
}

/** The same; null where a bag is damaged: its evidence is looked at too, and nobody knows how complete it was. */
export async function completenessIn(
  files: BagFiles,
  shown = () => shownParts(files),
): Promise<Completeness | null> {
  try {
    return await completenessOf(files, await shown())
  } catch (error) {
    if (error instanceof StetError && (error.code === 'not-found' || error.code === 'archive-damaged'))
      return null
    throw error
  }
}

const NOT_ASKED = {
  reason: 'Nobody asked for it while the page was captured.',
  cause: 'not-asked',
} as const
