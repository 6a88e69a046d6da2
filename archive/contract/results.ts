import { z } from 'zod'
import { ALIGNMENT_OPS, CHANGE_CLASSES, NOTICE_STATES } from '../model/comparison.ts'
import { PLATFORMS, POST_STATES } from '../model/post.ts'
import { ATTEMPT_REASONS, OUTCOMES } from '../model/snapshot.ts'
import { postContext, postMediaSchema, stateEvidenceSchema } from './article.ts'
import type { DeepReadonly } from './deep-readonly.ts'
import { sourcesComparisonSchema } from './two-sources.ts'
import { rangeSchema, verdictLineSchema } from './verdict.ts'

/**
 * The shapes every face of Stet gives back: what the command prints with `--json`, and what the app's calls
 * answer. Times are RFC 3339 in UTC, hashes 64 lower-case hex digits, sizes bytes.
 */
const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const warningSchema = z.object({ code: z.string(), message: z.string() })

/** One input of `capture` or `import` and what became of it. */
export const captureResultSchema = z.object({
  /** The URL or path as it was given. */
  input: z.string(),
  outcome: z.enum(OUTCOMES),
  /** Why the story was not reached; null unless `outcome` is `attempt`. */
  reason: z.enum(ATTEMPT_REASONS).nullable(),
  sourceId: z.string().nullable(),
  /** The snapshot that was made, or, for a check, the one that was found to stand. */
  snapshotId: z.string().nullable(),
  version: z.number().int().nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  capturedAt: z.string(),
  contentHash: hash.nullable(),
  fixityHash: hash.nullable(),
  /** Folder of the bag, absolute. */
  path: z.string().nullable(),
  words: z.number().int().nullable(),
  posts: z.number().int().nullable(),
  resources: z
    .object({
      wanted: z.number().int(),
      kept: z.number().int(),
      failed: z.number().int(),
      skipped: z.number().int(),
    })
    .nullable(),
  bytesNew: z.number().int(),
  bytesLinked: z.number().int(),
  warnings: z.array(warningSchema),
})
export type CaptureResult = DeepReadonly<z.infer<typeof captureResultSchema>>

/** An input that could not even be tried: not a URL, a file that is not what it says. */
export const failedInputSchema = z.object({
  input: z.string(),
  error: z.object({ code: z.string(), message: z.string(), data: z.record(z.string(), z.unknown()) }),
})
export type FailedInput = DeepReadonly<z.infer<typeof failedInputSchema>>

/** What one WARC or WACZ file held; the results for its pages stand beside it. */
export const webArchiveReportSchema = z.object({
  input: z.string(),
  kind: z.enum(['warc', 'wacz']),
  pages: z.number().int(),
  records: z.number().int(),
  sha256: hash,
  /** Null for a WARC, which cannot be signed. */
  signature: z
    .object({
      state: z.enum(['unsigned', 'signed', 'unproven', 'wrong']),
      by: z.string().nullable(),
      at: z.string().nullable(),
      note: z.string(),
    })
    .nullable(),
  /** What is wrong with the file, in words. */
  problems: z.array(z.string()),
})
export type WebArchiveReport = DeepReadonly<z.infer<typeof webArchiveReportSchema>>

/** What `export` wrote. */
export const exportReportSchema = z.object({
  path: z.string(),
  as: z.enum(['warc', 'wacz']),
  snapshots: z.number().int(),
  records: z.number().int(),
  /** Records that stand for a body written before. */
  revisits: z.number().int(),
  bytes: z.number().int(),
  sha256: hash,
})
export type ExportReport = DeepReadonly<z.infer<typeof exportReportSchema>>

/** What `export --as report` wrote: a page or a PDF about two snapshots, which holds no records of a web archive. */
export const reportFileSchema = exportReportSchema.extend({
  as: z.literal('report'),
  records: z.literal(0),
  revisits: z.literal(0),
})
export type ReportFile = DeepReadonly<z.infer<typeof reportFileSchema>>

export const captureResultsSchema = z.object({
  results: z.array(captureResultSchema),
  failed: z.array(failedInputSchema),
  /** Of an import: the web archives among its files. */
  archives: z.array(webArchiveReportSchema).optional(),
})
export type CaptureResults = DeepReadonly<z.infer<typeof captureResultsSchema>>

export const sourceRowSchema = z.object({
  sourceId: z.string(),
  kind: z.enum(['article', 'post']),
  url: z.string(),
  title: z.string().nullable(),
  site: z.string().nullable(),
  versions: z.number().int(),
  checks: z.number().int(),
  attempts: z.number().int(),
  /** First and last time the story was reached; null where it never was. */
  firstSeen: z.string().nullable(),
  lastSeen: z.string().nullable(),
})
export type SourceRow = DeepReadonly<z.infer<typeof sourceRowSchema>>
export const sourcesSchema = z.object({ sources: z.array(sourceRowSchema) })

export const versionRowSchema = z.object({
  snapshotId: z.string(),
  version: z.number().int(),
  capturedAt: z.string(),
  title: z.string().nullable(),
  contentHash: hash,
  fixityHash: hash,
  words: z.number().int(),
  posts: z.number().int(),
  path: z.string(),
})

/** A capture that found the story unchanged since the snapshot it names. */
export const checkRowSchema = z.object({
  capturedAt: z.string(),
  snapshotId: z.string(),
  requestedUrl: z.string(),
  finalUrl: z.string(),
  status: z.number().int().nullable(),
  warnings: z.array(warningSchema),
})

/** A capture that did not reach the story, and the words that decided it. */
export const attemptRowSchema = z.object({
  capturedAt: z.string(),
  reason: z.enum(ATTEMPT_REASONS),
  evidence: z.array(z.string()),
  requestedUrl: z.string(),
  finalUrl: z.string().nullable(),
  status: z.number().int().nullable(),
  warnings: z.array(warningSchema),
})

/** What stays of a purged snapshot. */
export const tombstoneSchema = z.object({
  snapshotId: z.string(),
  version: z.number().int(),
  capturedAt: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  fixityHash: hash,
  purgedAt: z.string(),
  reason: z.string(),
})

export const versionsSchema = z.object({
  versions: z.array(versionRowSchema),
  checks: z.array(checkRowSchema),
  attempts: z.array(attemptRowSchema),
  purged: z.array(tombstoneSchema),
})
export type Versions = DeepReadonly<z.infer<typeof versionsSchema>>

export const postRowSchema = z.object({
  platform: z.enum(PLATFORMS),
  postId: z.string().nullable(),
  url: z.string().nullable(),
  author: z.string().nullable(),
  handle: z.string().nullable(),
  postedAt: z.string().nullable(),
  text: z.string().nullable(),
  media: z.array(postMediaSchema),
  state: z.enum(POST_STATES),
  ...postContext,
  /** Snapshots that hold the post, oldest first. Empty where nothing of it was ever kept. */
  snapshots: z.array(z.string()),
  /** Its states over time, oldest first; `state` is the last. Empty where no look could tell. */
  states: z.array(
    z.object({
      state: z.enum(POST_STATES),
      /** First and last look that found it so. */
      from: z.string(),
      to: z.string(),
      /** Of the last such look; null where the log alone holds it. */
      sourceId: z.string(),
      snapshotId: z.string().nullable(),
      evidence: stateEvidenceSchema.nullable(),
    }),
  ),
})
export type PostRow = DeepReadonly<z.infer<typeof postRowSchema>>
export const postsSchema = z.object({ posts: z.array(postRowSchema) })

const comparedSchema = z.object({
  url: z.string(),
  version: z.number().int(),
  capturedAt: z.string(),
})

export const comparisonSchema = z.object({
  same: z.boolean(),
  /** Snapshot ids, or the names of two text files. */
  from: z.string(),
  to: z.string(),
  /** Which versions these are; null for text files. */
  sides: z.object({ from: comparedSchema, to: comparedSchema }).nullable(),
  verdict: z.array(verdictLineSchema),
  alignment: z.array(
    z.object({
      op: z.enum(ALIGNMENT_OPS),
      from: rangeSchema.nullable(),
      to: rangeSchema.nullable(),
      words: z
        .array(
          z.object({
            op: z.enum(['same', 'inserted', 'deleted']),
            from: rangeSchema.nullable(),
            to: rangeSchema.nullable(),
          }),
        )
        .optional(),
    }),
  ),
  /** What the pages say of corrections. */
  notice: z
    .object({
      state: z.enum(NOTICE_STATES),
      summary: z.string(),
      from: rangeSchema.nullable(),
      to: rangeSchema.nullable(),
      /** Indices of the verdict's lines that a new notice discloses. */
      discloses: z.array(z.number().int()),
    })
    .optional(),
  counts: z.object({
    wordsBefore: z.number().int(),
    wordsAfter: z.number().int(),
    wordsInserted: z.number().int(),
    wordsDeleted: z.number().int(),
    sentencesSame: z.number().int(),
    sentencesEdited: z.number().int(),
    sentencesMoved: z.number().int(),
    sentencesInserted: z.number().int(),
    sentencesDeleted: z.number().int(),
  }),
  /** Share of words inserted or deleted, 0 to 1; moves do not count. */
  degree: z.number(),
  class: z.enum(CHANGE_CLASSES),
  /** What two sources share and where they differ; null within one source, and for text files. */
  sources: sourcesComparisonSchema.nullable(),
})
export type ComparisonResult = DeepReadonly<z.infer<typeof comparisonSchema>>

export const verifyReportSchema = z.object({
  ok: z.boolean(),
  snapshots: z.number().int(),
  files: z.number().int(),
  bytes: z.number().int(),
  logLines: z.number().int(),
  seconds: z.number(),
  problems: z.array(
    z.object({
      code: z.string(),
      path: z.string(),
      snapshotId: z.string().nullable(),
      expected: z.string().nullable(),
      found: z.string().nullable(),
    }),
  ),
})
export type VerifyReport = DeepReadonly<z.infer<typeof verifyReportSchema>>

/** One line of the custody log; which further fields it has depends on its type. */
export const logEventSchema = z.looseObject({ seq: z.number().int(), at: z.string(), type: z.string() })
export type LogEvent = DeepReadonly<z.infer<typeof logEventSchema>>
export const logSchema = z.object({ events: z.array(logEventSchema) })

export const rebuildCountsSchema = z.object({
  sources: z.number().int(),
  snapshots: z.number().int(),
  posts: z.number().int(),
  logLines: z.number().int(),
})
