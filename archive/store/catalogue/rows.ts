import { z } from 'zod'
import { ATTEMPT_REASONS } from '../../model/snapshot.ts'
import { postSchema } from '../bag-facts.ts'
import { postStateNote } from '../log-line.ts'

/** Rows as the catalogue's shards hold them. The public rows (`types.ts`) are made from these. */

const warnings = z.array(z.object({ code: z.string(), message: z.string() }))

const snapshotEvent = z.object({
  kind: z.literal('snapshot'),
  seq: z.int(),
  snapshotId: z.string(),
  version: z.int(),
  capturedAt: z.string(),
  title: z.string().nullable(),
  site: z.string().nullable(),
  contentHash: z.string(),
  contentHashRule: z.string(),
  fixityHash: z.string(),
  words: z.int(),
  posts: z.int(),
  path: z.string(),
  witness: z.enum(['captured', 'imported']),
  purged: z.object({ at: z.string(), reason: z.string() }).nullable(),
})

const checkEvent = z.object({
  kind: z.literal('check'),
  seq: z.int(),
  capturedAt: z.string(),
  snapshotId: z.string(),
  contentHash: z.string(),
  requestedUrl: z.string(),
  finalUrl: z.string(),
  status: z.int().nullable(),
  warnings,
})

const attemptEvent = z.object({
  kind: z.literal('attempt'),
  seq: z.int(),
  capturedAt: z.string(),
  reason: z.enum(ATTEMPT_REASONS),
  evidence: z.array(z.string()),
  requestedUrl: z.string(),
  finalUrl: z.string().nullable(),
  status: z.int().nullable(),
  warnings,
})

const event = z.discriminatedUnion('kind', [snapshotEvent, checkEvent, attemptEvent])

export type SnapshotEvent = z.infer<typeof snapshotEvent>
export type AttemptEvent = z.infer<typeof attemptEvent>
export type SourceEvent = z.infer<typeof event>

/** A source with its newest events; older ones lie in closed pages, so that a busy source stays cheap to add to. */
export const sourceEntry = z.object({
  sourceId: z.string(),
  kind: z.enum(['article', 'post']),
  url: z.string(),
  checks: z.int(),
  attempts: z.int(),
  /** Version numbers still held, and the highest ever given: a purged number is not given again. */
  versions: z.int(),
  lastVersion: z.int(),
  firstSeen: z.string().nullable(),
  lastSeen: z.string().nullable(),
  /** Newest snapshot that is still held. */
  latest: snapshotEvent.nullable(),
  /** The last step from one version to the next; see `changesOf`. */
  changed: z
    .object({
      from: z.string(),
      to: z.string(),
      fromVersion: z.int(),
      toVersion: z.int(),
      at: z.string(),
    })
    .nullable(),
  /** The newest attempt, where no later capture reached the story. */
  failing: z.object({ at: z.string(), reason: z.enum(ATTEMPT_REASONS) }).nullable(),
  /** Last log line that is in this entry: applying a line twice changes nothing. */
  lastSeq: z.int(),
  closedPages: z.int(),
  events: z.array(event),
})
export type SourceEntry = z.infer<typeof sourceEntry>

/** A closed page of a source's events, `EVENTS_PER_PAGE` of them. */
export const historyPage = z.object({ sourceId: z.string(), page: z.int(), events: z.array(event) })
export type HistoryPage = z.infer<typeof historyPage>

export const EVENTS_PER_PAGE = 50

/** The posts of one snapshot. They are read from a bag that was checked when it was made, and shown, not judged. */
export const postsEntry = z.object({
  snapshotId: z.string(),
  sourceId: z.string(),
  /** As the log counts them; the list is empty once the snapshot is purged. */
  count: z.int(),
  seq: z.int(),
  at: z.string(),
  posts: z.array(postSchema),
})
export type PostsEntry = z.infer<typeof postsEntry>

/** What one check or attempt found out of the state of posts. */
export const statesEntry = z.object({
  seq: z.int(),
  at: z.string(),
  sourceId: z.string(),
  posts: z.array(postStateNote),
})
export type StatesEntry = z.infer<typeof statesEntry>

/** An address that led to a source without being its own. */
export const aliasEntry = z.object({ url: z.string(), sources: z.array(z.string()) })
export type AliasEntry = z.infer<typeof aliasEntry>
