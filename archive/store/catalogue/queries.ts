import { canonicalUrl, parseUrl } from '../../model/url.ts'
import { sourceIdOf } from '../../model/ids.ts'
import type {
  AttemptRow,
  CheckRow,
  History,
  PostRow,
  PostStates,
  SnapshotPosts,
  SourceOverview,
  SourceRow,
  Tombstone,
  VersionRow,
} from '../types.ts'
import { aliasKey, aliasUrl, eventsOf, sourceKey } from './apply.ts'
import type { SnapshotEvent, SourceEntry } from './rows.ts'
import { postsOver } from '../posts-over.ts'
import type { Tables } from './tables.ts'

function hostOf(url: string): string | null {
  return parseUrl(url)?.hostname.replace(/^www\./, '') || null
}

export function sourceRow(entry: SourceEntry): SourceRow {
  const { sourceId, kind, url, versions, checks, attempts, firstSeen, lastSeen, latest } = entry
  const site = latest?.site ?? hostOf(url)
  return {
    sourceId,
    kind,
    url,
    title: latest?.title ?? null,
    site,
    versions,
    checks,
    attempts,
    firstSeen,
    lastSeen,
  }
}

export function sourceOverview(entry: SourceEntry): SourceOverview {
  const { latest, changed, failing } = entry
  return {
    ...sourceRow(entry),
    latestSnapshotId: latest?.snapshotId ?? null,
    latestVersion: latest?.version ?? null,
    posts: latest?.posts ?? 0,
    witness: latest?.witness ?? null,
    changed,
    failing,
  }
}

export function versionRow(entry: SourceEntry, event: SnapshotEvent): VersionRow {
  const { kind: _kind, site: _site, purged: _purged, ...rest } = event
  return { sourceId: entry.sourceId, url: entry.url, ...rest }
}

export async function historyOf(tables: Tables, entry: SourceEntry): Promise<History> {
  const versions: VersionRow[] = []
  const checks: CheckRow[] = []
  const attempts: AttemptRow[] = []
  const purged: Tombstone[] = []
  for (const event of await eventsOf(tables, entry)) {
    if (event.kind === 'snapshot') {
      const row = versionRow(entry, event)
      if (event.purged === null) versions.push(row)
      else purged.push({ ...row, purgedAt: event.purged.at, reason: event.purged.reason })
    } else if (event.kind === 'check') {
      const { kind: _kind, ...row } = event
      checks.push(row)
    } else {
      const { kind: _kind, ...row } = event
      attempts.push(row)
    }
  }
  return { versions, checks, attempts, purged }
}

/** Sources whose title, outlet or address contains the words, in any case; all without a query. By address. */
export async function findSources(tables: Tables, query = ''): Promise<SourceRow[]> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const rows: SourceRow[] = []
  for await (const entry of tables.sources.rows()) {
    const row = sourceRow(entry)
    const text = [row.sourceId, row.url, row.title, row.site].join('\n').toLowerCase()
    if (words.every(word => text.includes(word))) rows.push(row)
  }
  return rows.toSorted((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0))
}

/**
 * The source an address belongs to: the one known by it, or the one it led to. An address that only ever
 * failed gives way to a source it once led to.
 */
export async function entryForUrl(tables: Tables, url: string): Promise<SourceEntry | null> {
  const parsed = parseUrl(url)
  if (!parsed) return null
  // Imported files are known by `file:sha256-…` as it stands, which the URL Standard would write with slashes.
  const names = new Set([canonicalUrl(parsed), url])
  let own: SourceEntry | null = null
  for (const name of names) own ??= (await tables.sources.get(sourceKey(sourceIdOf(name)))) ?? null
  if (own?.latest) return own
  const alias = aliasUrl(url)
  const led = alias === null ? undefined : await tables.aliases.get(aliasKey(alias))
  for (const sourceId of led?.sources.toReversed() ?? []) {
    const entry = await tables.sources.get(sourceKey(sourceId))
    if (entry && (entry.latest || !own)) return entry
  }
  return own
}

/** The states of posts that checks and attempts noted, in the order of the log. */
export async function notedStates(tables: Tables, sourceId?: string): Promise<PostStates[]> {
  const entries: PostStates[] = []
  const ofSource = sourceId === undefined ? '' : sourceKey(sourceId)
  for await (const entry of tables.states.rows(ofSource)) entries.push(entry)
  return entries.toSorted((a, b) => a.seq - b.seq)
}

export interface WantedPosts {
  /** Those of these snapshots; all without it. */
  readonly snapshots?: readonly string[]
  /** Only states noted while this source was looked at. */
  readonly sourceId?: string
  /** States that checks and attempts noted count too, and posts of which nothing else is known. */
  readonly noted: boolean
}

/** Posts, each once, in order of key. */
export async function findPosts(
  tables: Tables,
  { snapshots, sourceId, noted }: WantedPosts,
): Promise<PostRow[]> {
  const entries: SnapshotPosts[] = []
  if (snapshots) {
    for (const id of snapshots) {
      const entry = await tables.posts.get(id)
      if (entry) entries.push(entry)
    }
  } else {
    for await (const entry of tables.posts.rows()) entries.push(entry)
  }
  const states = noted ? await notedStates(tables, sourceId) : []
  return postsOver(entries, states).toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
