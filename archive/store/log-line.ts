import { z } from 'zod'
import { sha256Hex } from '../model/hash.ts'
import { canonicalJson } from '../model/json.ts'
import { PLATFORMS, POST_STATES } from '../model/post.ts'
import { ATTEMPT_REASONS } from '../model/snapshot.ts'

/** `prev` of the first line. */
export const NO_LINE_BEFORE = '0'.repeat(64)

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const warning = z.object({ code: z.string(), message: z.string() })

/** What a capture found out of a post's state where no snapshot holds it. */
export const postStateNote = z.object({
  key: z.string(),
  platform: z.enum(PLATFORMS),
  postId: z.string().nullable(),
  url: z.string().nullable(),
  handle: z.string().nullable(),
  state: z.enum(POST_STATES),
  evidence: z
    .object({ words: z.string().nullable(), where: z.string(), status: z.int().nullable() })
    .nullable(),
})

/** On every line: its number from 1, when it was written, and the SHA-256 of the line before with its newline. */
const chain = { seq: z.int().min(1), at: z.string(), prev: hash }

const archiveLine = z.object({
  ...chain,
  type: z.literal('archive'),
  archiveId: z.string(),
  format: z.int(),
  software: z.string(),
})

const snapshotLine = z.object({
  ...chain,
  type: z.literal('snapshot'),
  snapshotId: z.string(),
  sourceId: z.string(),
  url: z.string(),
  requestedUrl: z.string(),
  finalUrl: z.string(),
  path: z.string(),
  version: z.int().min(1),
  capturedAt: z.string(),
  witness: z.enum(['captured', 'imported']),
  contentHash: hash,
  contentHashRule: z.string(),
  fixityHash: hash,
  title: z.string().nullable(),
  site: z.string().nullable(),
  words: count,
  posts: count,
  /** Set where the source is a post and not an article. */
  kind: z.literal('post').optional(),
  files: count,
  bytes: count,
  /** Set on a line that was written at the next opening because the process died after the rename. */
  recovered: z.literal(true).optional(),
})

const checkLine = z.object({
  ...chain,
  type: z.literal('check'),
  sourceId: z.string(),
  url: z.string(),
  requestedUrl: z.string(),
  finalUrl: z.string(),
  capturedAt: z.string(),
  /** The snapshot the page still agrees with. */
  snapshotId: z.string(),
  contentHash: hash,
  status: z.int().nullable(),
  warnings: z.array(warning),
  /** Posts whose state is not what it was when the page was looked at before. */
  posts: z.array(postStateNote).optional(),
})

const attemptLine = z.object({
  ...chain,
  type: z.literal('attempt'),
  sourceId: z.string(),
  url: z.string(),
  requestedUrl: z.string(),
  finalUrl: z.string().nullable(),
  capturedAt: z.string(),
  reason: z.enum(ATTEMPT_REASONS),
  /** What the outcome rules saw, one sentence an entry. */
  evidence: z.array(z.string()),
  status: z.int().nullable(),
  warnings: z.array(warning),
  /** Set where the address is a post's own. */
  kind: z.literal('post').optional(),
  /** What the attempt tells of the state of posts. */
  posts: z.array(postStateNote).optional(),
})

const purgeLine = z.object({
  ...chain,
  type: z.literal('purge'),
  snapshotId: z.string(),
  sourceId: z.string(),
  path: z.string(),
  fixityHash: z.string(),
  reason: z.string(),
})

const recoveryLine = z.object({
  ...chain,
  type: z.literal('recovery'),
  /** `torn-line`: an unfinished last line was set aside. `log-changed`: the log was not as it was left. `bag-set-aside`. */
  what: z.enum(['torn-line', 'log-changed', 'bag-set-aside']),
  message: z.string(),
  /** Where what was set aside lies now, relative to the archive. */
  keptAs: z.string().nullable(),
})

const line = z.discriminatedUnion('type', [
  archiveLine,
  snapshotLine,
  checkLine,
  attemptLine,
  purgeLine,
  recoveryLine,
])

export type LogLine = z.infer<typeof line>
export type ArchiveLine = z.infer<typeof archiveLine>
export type SnapshotLine = z.infer<typeof snapshotLine>
export type CheckLine = z.infer<typeof checkLine>
export type AttemptLine = z.infer<typeof attemptLine>
export type PurgeLine = z.infer<typeof purgeLine>

type Facts<L> = L extends LogLine ? Omit<L, 'seq' | 'at' | 'prev'> : never
/** What a caller says; the chain's fields are added by the log. */
export type LogFacts = Facts<LogLine>

/** A line from what a caller says and the chain. Throws where that is not a line that could be read again. */
export function makeLine(facts: LogFacts, link: Pick<LogLine, 'seq' | 'at' | 'prev'>): LogLine {
  return line.parse({ ...facts, ...link })
}

/** The bytes of a line, newline and all, and their SHA-256: the next line's `prev`. */
export function writeLine(value: LogLine): { bytes: Buffer; hash: string } {
  const bytes = Buffer.from(canonicalJson(value) + '\n')
  return { bytes, hash: sha256Hex(bytes) }
}

/** Reads one line (without its newline); null where it is not a line this Stet knows. */
export function parseLine(text: string): LogLine | null {
  try {
    return line.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
