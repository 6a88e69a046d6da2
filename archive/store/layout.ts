import { join } from 'node:path'
import { StetError } from '../errors.ts'
import type { SnapshotId } from '../model/ids.ts'
import { basicTime, type Timestamp } from '../model/time.ts'

/** Version of the layout on disk. An archive with a higher number is not touched. */
export const FORMAT_VERSION = 1

/** Names inside an archive folder. */
export const NAMES = {
  identity: 'stet.json',
  readme: 'README.txt',
  log: 'log.jsonl',
  head: 'log.head',
  snapshots: 'snapshots',
  tmp: 'tmp',
  quarantine: 'quarantine',
  catalogue: 'catalog',
  bodies: 'bodies.sqlite',
  library: 'library.sqlite',
  changes: 'changes.sqlite',
  desk: 'desk.json',
  queue: 'queue.json',
  incoming: 'incoming',
  lock: 'lock.sqlite',
  holder: 'lock.json',
} as const

const SNAPSHOT_ID = /^[0-9a-f]{16}$/
const TIMESTAMP = /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T[0-2]\d:[0-5]\d:[0-6]\d(\.\d+)?Z$/
const BAG_NAME = /^(\d{4})(\d{2})\d{2}T\d{6}Z-([0-9a-f]{16})$/

export function isSnapshotId(text: string): boolean {
  return SNAPSHOT_ID.test(text)
}

/** `<basic time>-<id>`: the name of a snapshot's folder. */
export function bagName(capturedAt: Timestamp, id: SnapshotId): string {
  if (!SNAPSHOT_ID.test(id)) {
    throw new StetError('internal', `A snapshot id is 16 hex digits, not "${id}".`, { snapshotId: id })
  }
  if (!TIMESTAMP.test(capturedAt)) {
    throw new StetError('internal', `A capture time is UTC in RFC 3339, not "${capturedAt}".`, { capturedAt })
  }
  return `${basicTime(capturedAt)}-${id}`
}

/** Where a bag of that name belongs, relative to the archive, with forward slashes; null for another name. */
export function bagPath(name: string): string | null {
  const match = BAG_NAME.exec(name)
  return match ? `${NAMES.snapshots}/${match[1]}/${match[2]}/${name}` : null
}

export function idOfBagName(name: string): SnapshotId | null {
  return BAG_NAME.exec(name)?.[3] ?? null
}

/** An archive path with forward slashes as a path of this system. */
export function inArchive(dir: string, path: string): string {
  return join(dir, ...path.split('/'))
}

// Characters and names that Windows cannot hold (learn.microsoft.com, "Naming Files, Paths, and Namespaces"),
// and %, which BagIt encodes in manifests, so that `sha256sum -c` would not find the file.
// oxlint-disable-next-line no-control-regex
const UNSAFE_CHARACTER = /[\u0000-\u001f\u007f<>:"|?*\\%]/
const RESERVED_NAME = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
const MAX_SEGMENT_BYTES = 200

function unsafeSegment(segment: string): boolean {
  return (
    segment === '' ||
    segment === '.' ||
    segment === '..' ||
    UNSAFE_CHARACTER.test(segment) ||
    /[. ]$/.test(segment) ||
    RESERVED_NAME.test(segment) ||
    !segment.isWellFormed() ||
    Buffer.byteLength(segment) > MAX_SEGMENT_BYTES
  )
}

/**
 * Checks the path of a data file inside a bag: `data/…` with forward slashes, no step upwards, no name that
 * any common system cannot hold. Throws `StetError` code `bad-input`.
 */
export function checkDataPath(path: string): void {
  const segments = path.split('/')
  if (segments[0] === 'data' && segments.length > 1 && !segments.some(unsafeSegment)) return
  throw new StetError('bad-input', `"${path}" cannot be the name of a file in a snapshot.`, { path })
}
