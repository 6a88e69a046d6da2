import type { CapturedPage } from '../../model/captured.ts'
import { decodeHtml } from '../../model/charset/decode.ts'
import { sha256Hex } from '../../model/hash.ts'
import type { Redirect, ResourceCounts, Warning } from '../../model/snapshot.ts'
import type { KeptResources } from '../engine.ts'
import type { HarEntry, HarPart } from '../har-types.ts'
import { headerOf, mimeOf } from '../headers.ts'
import type { CaptureOptions } from '../options.ts'
import { httpFactsOf, NOT_TEXT, PAGE_PATH } from '../page.ts'
import type { StoredBody } from '../resource-ledger.ts'
import { isTextual, sniffMime } from '../sniff.ts'
import type { MainBody } from './bodies.ts'
import { answerOf, entryOf, type WireFacts } from './entries.ts'
import type { Hop, Recording } from './recording.ts'
import type { Tab } from './tab.ts'

/** The page's own document: its answer, and the request it answered. */
export interface MainDocument {
  readonly requestId: string
  readonly body: MainBody
}

export interface ResultFacts {
  readonly requestedUrl: string
  readonly capturedAt: string
  readonly main: MainDocument
  readonly tab: Tab
  readonly recording: Recording
  readonly wire: WireFacts
  readonly options: CaptureOptions
  /** For cleaning and judging: as rendered; null: as received. */
  readonly html: string | null
}

/** The page's documents one after the other, each with its hops, up to the one that stayed. */
function navigationsOf({ recording, tab, main }: ResultFacts): readonly (readonly Hop[])[] {
  const ids = new Set<string>()
  for (const { requestId, kind, frameId } of recording.hops) {
    if (kind === 'Document' && frameId === tab.mainFrameId) ids.add(requestId)
    if (requestId === main.requestId) break
  }
  return Array.from(ids, id => recording.hopsOf(id))
}

function redirectsOf(facts: ResultFacts): readonly Redirect[] {
  const redirects: Redirect[] = []
  let before: string | null = null
  for (const hops of navigationsOf(facts)) {
    for (const [i, hop] of hops.entries()) {
      if (before !== null && before !== hop.url) {
        const step =
          i === 0
            ? { status: 0, via: facts.tab.viaOf(hop.url) }
            : { status: hops[i - 1]!.response?.status ?? 0, via: 'http' as const }
        redirects.push({ from: before, to: hop.url, ...step })
      }
      before = hop.url
    }
  }
  return redirects
}

/** The captured page, in the shape in which the http engine hands it over. */
export function pageOf(facts: ResultFacts): CapturedPage {
  const { main, recording, wire, requestedUrl, capturedAt } = facts
  const { bytes, headers, status } = main.body
  const hop = recording.current(main.requestId)
  const mime = sniffMime(bytes, mimeOf(headers))
  const decoded = isTextual(mime) ? decodeHtml(bytes, headerOf(headers, 'content-type')) : NOT_TEXT
  const answer = hop && answerOf(hop, wire, bytes.byteLength)
  const response = answer ?? {
    url: hop?.url ?? requestedUrl,
    status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    headers,
    remoteAddress: null,
    tls: null,
  }
  const redirects = redirectsOf(facts)
  return {
    requestedUrl,
    finalUrl: hop?.url ?? requestedUrl,
    redirects,
    capturedAt,
    bytes,
    html: facts.html ?? decoded.html,
    mime,
    headers,
    http: httpFactsOf({ ...response, status }, decoded),
  }
}

/** Requests that carry something away and bring nothing to keep. */
const NO_RESOURCE = new Set([
  'Ping',
  'Preflight',
  'CSPViolationReport',
  'WebSocket',
  'EventSource',
  'Prefetch',
])

function isResource(first: Hop, { main, tab, options }: ResultFacts): boolean {
  // A document that was not let in any more is none of the page's files.
  if (first.kind === 'Document' && first.frameId === tab.mainFrameId) return false
  if (first.requestId === main.requestId || NO_RESOURCE.has(first.kind) || first.method !== 'GET')
    return false
  return first.kind !== 'Script' || options.scripts
}

const TOO_LARGE: Warning = {
  code: 'resources-too-much',
  message:
    'Some files of the page are larger than the limits. They were left out; allow more bytes to have them.',
}

/** Everything the page asked for, and what was kept of it. */
export function resourcesOf(facts: ResultFacts, parts: readonly HarPart[]): KeptResources {
  const { recording, main, wire, tab } = facts
  const pageBody = {
    path: PAGE_PATH,
    sha256: sha256Hex(main.body.bytes),
    bytes: main.body.bytes.byteLength,
  }
  const entries: HarEntry[] = []
  const bodies = new Map<string, StoredBody>()
  const settled = new Map<string, 'kept' | 'failed' | 'skipped'>()
  const documents = new Set(
    navigationsOf(facts)
      .flat()
      .map(hop => hop.requestId),
  )
  for (const requestId of new Set(recording.hops.map(hop => hop.requestId))) {
    const hops = recording.hopsOf(requestId)
    const [first, last] = [hops[0]!, hops.at(-1)!]
    const ref = last.taken?.body.ref ?? null
    if (ref === null && recording.cameAfterPage(first)) continue
    for (const hop of hops) {
      const page = hop === last && requestId === main.requestId ? pageBody : null
      entries.push(entryOf(hop, wire, tab.mainFrameId, page))
    }
    if (documents.has(requestId) || recording.wasLeft(first)) continue
    if (!isResource(first, facts)) continue
    const url = first.url.split('#', 1)[0]!
    if (ref !== null) {
      if (!bodies.has(url)) bodies.set(url, { ...ref, mime: last.taken ? mimeOf(last.taken.headers) : null })
      settled.set(url, 'kept')
    } else if (settled.get(url) !== 'kept') settled.set(url, last.taken?.body.skipped ? 'skipped' : 'failed')
  }
  const count = (what: string): number => [...settled.values()].filter(one => one === what).length
  const counts: ResourceCounts = {
    wanted: settled.size,
    kept: count('kept'),
    failed: count('failed'),
    skipped: count('skipped'),
  }
  return { bodies, counts, entries, parts, warnings: counts.skipped > 0 ? [TOO_LARGE] : [] }
}
