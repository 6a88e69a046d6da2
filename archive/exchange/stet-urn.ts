const PREFIX = 'urn:stet:snapshot:'
const PATTERN = /^urn:stet:snapshot:([0-9a-f]{16}):(.+)$/

/** The address under which a file of a bag stands in a WARC: `urn:stet:snapshot:<id>:<path below data/>`. */
export function stetUrn(snapshotId: string, path: string): string {
  return `${PREFIX}${snapshotId}:${path.replace(/^data\//, '')}`
}

export function parseStetUrn(uri: string): { readonly snapshotId: string; readonly path: string } | null {
  const match = PATTERN.exec(uri)
  return match ? { snapshotId: match[1]!, path: match[2]! } : null
}

/** What the address of one file of any snapshot looks like, for SQLite's GLOB. */
export function stetUrnGlob(path: string): string {
  return `${PREFIX}*:${path}`
}

/** What the addresses of all files of one snapshot look like. */
export function stetUrnsOf(snapshotId: string): string {
  return `${PREFIX}${snapshotId}:*`
}
