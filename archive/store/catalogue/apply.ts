import { sha256Hex } from '../../model/hash.ts'
import type { Post } from '../../model/post.ts'
import { canonicalUrl, parseUrl } from '../../model/url.ts'
import type { AttemptLine, CheckLine, LogLine, PurgeLine, SnapshotLine } from '../log-line.ts'
import { changeBetween, changesOf } from './changes.ts'
import {
  EVENTS_PER_PAGE,
  type AttemptEvent,
  type SnapshotEvent,
  type SourceEntry,
  type SourceEvent,
} from './rows.ts'
import type { Tables } from './tables.ts'

/** What the posts of a bag are: read from `data/article.json`; empty where the bag is gone or cannot be read. */
export type PostsReader = (bagPath: string) => Promise<readonly Post[]>

type SourceLine = SnapshotLine | CheckLine | AttemptLine

export const sourceKey = (sourceId: string): string => sourceId.replace(/^s/, '')
const pageKey = (sourceId: string, page: number): string => sha256Hex(`${sourceId}:${page}`)
/** Begins with the source's key, so that the notes of one source lie together. */
const statesKey = (sourceId: string, seq: number): string =>
  sourceKey(sourceId) + sha256Hex(`states:${seq}`).slice(0, 16)
export const aliasKey = (url: string): string => sha256Hex(url)

/** An address in the form aliases are kept under; null for what is not on the web. */
export function aliasUrl(text: string): string | null {
  const url = parseUrl(text)
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? canonicalUrl(url) : null
}

function eventOf(line: SourceLine): SourceEvent {
  const { seq, capturedAt } = line
  if (line.type === 'snapshot') {
    const { snapshotId, version, title, site, contentHash, contentHashRule, fixityHash } = line
    const { words, posts, path, witness } = line
    const facts = { snapshotId, version, title, site, contentHash, contentHashRule, fixityHash, words, posts }
    return { kind: 'snapshot', seq, capturedAt, ...facts, path, witness, purged: null }
  }
  const { requestedUrl, finalUrl, status, warnings } = line
  if (line.type === 'check') {
    const { snapshotId, contentHash } = line
    return {
      kind: 'check',
      seq,
      capturedAt,
      snapshotId,
      contentHash,
      requestedUrl,
      finalUrl: line.finalUrl,
      status,
      warnings,
    }
  }
  const { reason, evidence } = line
  return { kind: 'attempt', seq, capturedAt, reason, evidence, requestedUrl, finalUrl, status, warnings }
}

function emptySource(sourceId: string, url: string): SourceEntry {
  return {
    sourceId,
    kind: 'article',
    url,
    checks: 0,
    attempts: 0,
    versions: 0,
    lastVersion: 0,
    firstSeen: null,
    lastSeen: null,
    latest: null,
    changed: null,
    failing: null,
    lastSeq: 0,
    closedPages: 0,
    events: [],
  }
}

/** Every event of a source, oldest first. */
export async function eventsOf(tables: Tables, entry: SourceEntry): Promise<SourceEvent[]> {
  const events: SourceEvent[] = []
  for (let page = 0; page < entry.closedPages; page++) {
    const row = await tables.history.get(pageKey(entry.sourceId, page))
    if (row) events.push(...row.events)
  }
  return [...events, ...entry.events]
}

function held(events: readonly SourceEvent[]): SnapshotEvent[] {
  return events.filter(event => event.kind === 'snapshot').filter(event => event.purged === null)
}

function withHeld(entry: SourceEntry, events: readonly SourceEvent[]): SourceEntry {
  const snapshots = held(events)
  const versions = new Set(snapshots.map(event => event.version)).size
  const changed = changesOf(snapshots).at(-1) ?? null
  return { ...entry, versions, latest: snapshots.at(-1) ?? null, changed }
}

function seen(entry: SourceEntry, at: string): SourceEntry {
  return {
    ...entry,
    failing: entry.failing !== null && entry.failing.at <= at ? null : entry.failing,
    firstSeen: entry.firstSeen !== null && entry.firstSeen <= at ? entry.firstSeen : at,
    lastSeen: entry.lastSeen !== null && entry.lastSeen >= at ? entry.lastSeen : at,
  }
}

function failed(entry: SourceEntry, { capturedAt: at, reason }: AttemptEvent): SourceEntry {
  const isNewest = at >= (entry.lastSeen ?? '') && at >= (entry.failing?.at ?? '')
  return { ...entry, attempts: entry.attempts + 1, failing: isNewest ? { at, reason } : entry.failing }
}

/** Adds the event, and moves the events before it to a closed page where the current one is full. */
async function withEvent(tables: Tables, entry: SourceEntry, event: SourceEvent): Promise<SourceEntry> {
  const next = { ...entry, lastSeq: event.seq }
  if (entry.events.length < EVENTS_PER_PAGE) return { ...next, events: [...entry.events, event] }
  const { sourceId, closedPages: page, events } = entry
  await tables.history.put(pageKey(sourceId, page), { sourceId, page, events })
  return { ...next, closedPages: page + 1, events: [event] }
}

async function applySourceLine(tables: Tables, line: SourceLine): Promise<void> {
  const before = (await tables.sources.get(sourceKey(line.sourceId))) ?? emptySource(line.sourceId, line.url)
  if (line.seq <= before.lastSeq) return
  const event = eventOf(line)
  let entry = await withEvent(tables, before, event)
  // A check says nothing of the kind; an attempt only where nothing better is known.
  if (line.type === 'snapshot' || (line.type === 'attempt' && entry.latest === null && line.kind)) {
    entry = { ...entry, kind: line.kind ?? 'article' }
  }
  if (event.kind === 'attempt') entry = failed(entry, event)
  if (event.kind === 'check') entry = seen({ ...entry, checks: entry.checks + 1 }, event.capturedAt)
  if (event.kind === 'snapshot') {
    entry = seen(entry, event.capturedAt)
    if (event.version > before.lastVersion) {
      const { version } = event
      const changed = before.latest && changeBetween(before.latest, event)
      entry = { ...entry, versions: entry.versions + 1, lastVersion: version, latest: event, changed }
    } else if (event.version === before.latest?.version) {
      entry = { ...entry, latest: event }
    } else {
      entry = withHeld(entry, await eventsOf(tables, entry))
    }
  }
  await tables.sources.put(sourceKey(line.sourceId), entry)
}

async function applyPosts(tables: Tables, line: SnapshotLine, readPosts: PostsReader): Promise<void> {
  if (line.posts === 0) return
  const before = await tables.posts.get(line.snapshotId)
  if (before && before.seq >= line.seq) return
  const { snapshotId, sourceId, posts: count, seq, capturedAt: at } = line
  const posts = [...(await readPosts(line.path))]
  await tables.posts.put(snapshotId, { snapshotId, sourceId, count, seq, at, posts })
}

async function applyStates(tables: Tables, line: CheckLine | AttemptLine): Promise<void> {
  const { seq, capturedAt: at, sourceId, posts = [] } = line
  if (posts.length > 0) await tables.states.put(statesKey(sourceId, seq), { seq, at, sourceId, posts })
}

async function applyAliases(tables: Tables, line: SourceLine): Promise<void> {
  const own = aliasUrl(line.url)
  const urls = new Set([line.requestedUrl, line.finalUrl ?? line.requestedUrl].map(aliasUrl))
  for (const url of urls) {
    if (url === null || url === own) continue
    const before = (await tables.aliases.get(aliasKey(url)))?.sources ?? []
    if (before.includes(line.sourceId)) continue
    await tables.aliases.put(aliasKey(url), { url, sources: [...before, line.sourceId] })
  }
}

async function applyPurge(tables: Tables, line: PurgeLine): Promise<void> {
  const before = await tables.sources.get(sourceKey(line.sourceId))
  if (!before || line.seq <= before.lastSeq) return
  const mark = (event: SourceEvent): SourceEvent =>
    event.kind === 'snapshot' && event.snapshotId === line.snapshotId
      ? { ...event, purged: { at: line.at, reason: line.reason } }
      : event
  for (let page = 0; page < before.closedPages; page++) {
    const row = await tables.history.get(pageKey(line.sourceId, page))
    if (row) await tables.history.put(pageKey(line.sourceId, page), { ...row, events: row.events.map(mark) })
  }
  const entry = { ...before, lastSeq: line.seq, events: before.events.map(mark) }
  await tables.sources.put(sourceKey(line.sourceId), withHeld(entry, await eventsOf(tables, entry)))
  const posts = await tables.posts.get(line.snapshotId)
  if (posts) await tables.posts.put(line.snapshotId, { ...posts, seq: line.seq, posts: [] })
}

/**
 * Brings one log line into the tables. Doing it again changes nothing, so a catalogue that was half written
 * when the power went is finished by applying the last lines once more.
 */
export async function applyLine(tables: Tables, line: LogLine, readPosts: PostsReader): Promise<void> {
  switch (line.type) {
    case 'snapshot':
      await applyPosts(tables, line, readPosts)
      await applyAliases(tables, line)
      return applySourceLine(tables, line)
    case 'check':
    case 'attempt':
      await applyStates(tables, line)
      await applyAliases(tables, line)
      return applySourceLine(tables, line)
    case 'purge':
      return applyPurge(tables, line)
    case 'archive':
    case 'recovery':
  }
}
