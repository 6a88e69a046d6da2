import { StetError } from '../errors.ts'
import { parseUrl } from '../model/url.ts'
import type { Library } from './library.ts'
import type { SourceRow, VersionRow } from './types.ts'

const MIN_PREFIX = 3
const MAX_CANDIDATES = 10

function ambiguous(kind: string, text: string, candidates: readonly string[]): StetError {
  const shown = candidates.slice(0, MAX_CANDIDATES)
  const more = candidates.length > shown.length ? `, and ${candidates.length - shown.length} more` : ''
  return new StetError(
    'ambiguous',
    `"${text}" fits several ${kind}s: ${shown.join(', ')}${more}. Type more of it.`,
    {
      text,
      candidates: shown,
    },
  )
}

function notFound(kind: string, text: string): StetError {
  return new StetError(
    'not-found',
    `No ${kind} in this archive fits "${text}". Look for it in the list of sources (\`stet sources\`).`,
    {
      text,
    },
  )
}

async function findSource(library: Library, text: string): Promise<SourceRow | null> {
  if (/^s[0-9a-f]{2,16}$/.test(text)) {
    const rows = await library.sourcesByPrefix(text)
    const exact = rows.find(row => row.sourceId === text)
    if (exact) return exact
    if (rows.length > 1) {
      throw ambiguous(
        'source',
        text,
        rows.map(row => row.sourceId),
      )
    }
    if (rows[0]) return rows[0]
  }
  return parseUrl(text) ? library.sourceForUrl(text) : null
}

/** A source by its id, a unique start of it, or an address. Throws `not-found` or `ambiguous` (`data.candidates`). */
export async function resolveSource(library: Library, text: string): Promise<SourceRow> {
  const row = await findSource(library, text.trim())
  if (row) return row
  throw notFound('source', text)
}

async function versionOf(
  library: Library,
  source: SourceRow,
  version: number | null,
): Promise<VersionRow | null> {
  if (version === null) return library.latest(source.sourceId)
  const { versions } = await library.versions(source.sourceId)
  return versions.find(row => row.version === version) ?? null
}

/**
 * A snapshot by its id, a unique start of it, its folder's name or path, or as `SOURCE@N` for version N of a
 * source; a source alone is its newest snapshot. Throws `not-found` or `ambiguous` (`data.candidates`).
 */
export async function resolveSnapshot(library: Library, input: string): Promise<VersionRow> {
  const text = input.trim()
  const id = /(?:^|Z-)([0-9a-f]{1,16})\/?$/.exec(text)?.[1]
  if (id !== undefined && id.length >= MIN_PREFIX) {
    const ids = await library.snapshotIdsByPrefix(id)
    if (ids.length > 1) throw ambiguous('snapshot', text, ids)
    const row = ids[0] === undefined ? null : await library.snapshot(ids[0])
    if (row) return row
    await library.refusePurged(id)
  }
  const whole = await findSource(library, text)
  if (whole) {
    const row = await versionOf(library, whole, null)
    if (row) return row
    throw new StetError('not-found', `The source "${text}" has no snapshot yet.`, {
      text,
      sourceId: whole.sourceId,
    })
  }
  const match = /^(.+)@(\d+)$/.exec(text)
  const source = match ? await findSource(library, match[1]!) : null
  const row = source && match ? await versionOf(library, source, Number(match[2])) : null
  if (row) return row
  if (source) {
    throw new StetError('not-found', `The source ${source.url} has no version ${match![2]}.`, {
      text,
      sourceId: source.sourceId,
    })
  }
  throw notFound('snapshot', text)
}
