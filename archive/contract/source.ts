import { z } from 'zod'
import { ATTEMPT_REASONS } from '../model/snapshot.ts'
import { articleSchema } from './article.ts'
import type { DeepReadonly } from './deep-readonly.ts'
import { libraryRowSchema } from './library.ts'
import {
  attemptRowSchema,
  checkRowSchema,
  comparisonSchema,
  logEventSchema,
  postRowSchema,
  tombstoneSchema,
  versionRowSchema,
  webArchiveReportSchema,
} from './results.ts'
import { rangeSchema } from './verdict.ts'

/** A held snapshot, for the app: `path` is the bag's folder, absolute. */
export const snapshotRowSchema = versionRowSchema.extend({
  sourceId: z.string(),
  url: z.string(),
  contentHashRule: z.string(),
  witness: z.enum(['captured', 'imported']),
})
export type SnapshotRow = DeepReadonly<z.infer<typeof snapshotRowSchema>>

export const noteSchema = z.object({
  id: z.string(),
  /** A source or snapshot id. */
  about: z.string(),
  text: z.string(),
  created: z.string(),
  changed: z.string(),
  /** Where in the snapshot's article it stands: index of the block, and the words it is about (may be empty). */
  place: z.object({ block: z.int(), quote: z.string() }).optional(),
})
export type Note = DeepReadonly<z.infer<typeof noteSchema>>

/** Everything known of one source, oldest first. */
export const sourceViewSchema = z.object({
  source: libraryRowSchema,
  versions: z.array(snapshotRowSchema),
  checks: z.array(checkRowSchema),
  attempts: z.array(attemptRowSchema),
  purged: z.array(tombstoneSchema),
  /** About the source or any of its snapshots. */
  notes: z.array(noteSchema),
})
export type SourceView = DeepReadonly<z.infer<typeof sourceViewSchema>>

/** One snapshot for reading. */
export const readingSchema = z.object({
  snapshot: snapshotRowSchema,
  article: articleSchema,
  /** `data/` path of each picture that is kept, by its URL in the article. */
  pictures: z.record(z.string(), z.string()),
  /** Sizes of those pictures in pixels, by their `data/` path, where the files say them: for their boxes. */
  sizes: z.record(z.string(), z.object({ width: z.int(), height: z.int() })),
})
export type Reading = DeepReadonly<z.infer<typeof readingSchema>>

export const bagFileSchema = z.object({
  /** `data/…`, forward slashes. */
  path: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  mime: z.string().nullable(),
  /** Where it came from, for a stored body. */
  url: z.string().nullable(),
})
export type BagFile = DeepReadonly<z.infer<typeof bagFileSchema>>

/** How much of what a reader would have seen a snapshot holds. */
export const completenessSchema = z.object({
  /** Addresses the page asked for, itself not among them. */
  asked: z.int(),
  kept: z.int(),
  failed: z.array(
    z.object({
      url: z.string(),
      /** In words, in English. */
      reason: z.string(),
      /** Who failed: the server that answered, the way to it, a limit of the capture; or nobody asked. */
      cause: z.enum(['server', 'connection', 'limit', 'not-asked']),
    }),
  ),
  /** Words a reader saw, and how many of them the kept documents hold; null where no browser looked. */
  wordsSeen: z.int().nullable(),
  wordsKept: z.int().nullable(),
  /** The smaller of both shares, from 0 to 1. */
  share: z.number(),
})
export type Completeness = DeepReadonly<z.infer<typeof completenessSchema>>

/** What a snapshot can prove, and how to check it. */
export const evidenceSchema = z.object({
  snapshot: snapshotRowSchema,
  /** `data/snapshot.json` as it was written; `SnapshotRecord` in the model has the shape. */
  record: z.looseObject({
    requestedUrl: z.string(),
    finalUrl: z.string(),
    redirects: z.array(z.object({ from: z.string(), to: z.string(), status: z.int(), via: z.string() })),
    capturedAt: z.string(),
    endedAt: z.string(),
    clock: z.string(),
    engine: z.object({ name: z.string(), version: z.string() }),
    software: z.object({ name: z.string(), version: z.string(), runtime: z.string() }),
    options: z.record(z.string(), z.unknown()),
    http: z
      .looseObject({
        status: z.int(),
        statusText: z.string(),
        mime: z.string().nullable(),
        charset: z.string().nullable(),
        charsetFrom: z.string().nullable(),
        httpVersion: z.string().nullable(),
        remoteAddress: z.string().nullable(),
        lastModified: z.string().nullable(),
        etag: z.string().nullable(),
        tls: z
          .looseObject({
            protocol: z.string().nullable(),
            cipher: z.string().nullable(),
            subject: z.string().nullable(),
            issuer: z.string().nullable(),
            validFrom: z.string().nullable(),
            validTo: z.string().nullable(),
            fingerprint256: z.string().nullable(),
          })
          .nullable(),
      })
      .nullable(),
    import: z
      .looseObject({
        fileName: z.string(),
        kind: z.string(),
        sha256: z.string(),
        savedBy: z.string().nullable().optional(),
        /** Of a page that came out of a WARC or WACZ file. */
        webArchive: z
          .looseObject({
            fileName: z.string(),
            sha256: z.string(),
            recordId: z.string(),
            pageId: z.string().nullable(),
            signature: webArchiveReportSchema.shape.signature,
          })
          .optional(),
      })
      .nullable(),
    /** Of the browser engine only. */
    view: z
      .looseObject({
        userAgent: z.string(),
        viewport: z.object({ width: z.number(), height: z.number(), pixelRatio: z.number() }),
        behaviours: z.array(z.object({ name: z.string(), outcome: z.string(), ms: z.number() })),
        frames: z.int(),
        screenshot: z.object({ scale: z.number(), width: z.number(), height: z.number() }).nullable(),
        words: z.object({ seen: z.int(), kept: z.int() }),
      })
      .optional(),
    /** Set where the page was shown with a person's sign-in; whose is not told. */
    profile: z.literal(true).optional(),
    /** Values that sign somebody in and were not kept, by the file they stood in. */
    redactions: z
      .array(
        z.object({ where: z.string(), what: z.enum(['headers', 'addresses', 'values']), count: z.int() }),
      )
      .optional(),
    resources: z.object({ wanted: z.int(), kept: z.int(), failed: z.int(), skipped: z.int() }),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  }),
  /** Lines of the custody log about this snapshot: its own, and the checks that found it unchanged. */
  log: z.array(logEventSchema),
  files: z.array(bagFileSchema),
  /** Null where files of the bag that tell it cannot be read; `verify` says which. */
  completeness: completenessSchema.nullable(),
  /** How to check it by hand: commands for a shell, run in the archive's folder. */
  commands: z.array(z.object({ what: z.string(), command: z.string() })),
})
export type Evidence = DeepReadonly<z.infer<typeof evidenceSchema>>

/** The archived page, made ready to be shown without scripts and without a network. */
export const pageViewSchema = z.object({
  /** Addresses the page asks for that the bag does not hold; they are blocked. */
  missing: z.array(z.string()),
  /** Addresses answered from the bag. */
  kept: z.int(),
  scriptsRemoved: z.int(),
  /** What fetched the page: `http` ran none of its scripts. */
  engine: z.enum(['http', 'browser', 'import']),
  /** The page as it looked: `data/` path, its scale, and how much it shows in CSS pixels, where that is known. */
  screenshot: z
    .object({
      path: z.string(),
      facts: z.object({ scale: z.number(), width: z.number(), height: z.number() }).nullable(),
    })
    .nullable(),
})
export type PageView = DeepReadonly<z.infer<typeof pageViewSchema>>

/** A block of an article and where its words stand in the compared text; an empty range where it has none. */
export const blockPlaceSchema = z.object({
  kind: z.string(),
  role: z.string().nullable(),
  /** Of a heading; null for other blocks. */
  level: z.int().nullable(),
  range: rangeSchema,
})
export type BlockPlace = DeepReadonly<z.infer<typeof blockPlaceSchema>>

const comparedSideSchema = z.object({
  snapshot: snapshotRowSchema,
  /** The clock the time of capture was read from. */
  clock: z.enum(['system', 'file', 'person']),
  site: z.string().nullable(),
  byline: z.array(z.string()),
  published: z.string().nullable(),
  modified: z.string().nullable(),
  language: z.string().nullable(),
  dir: z.enum(['ltr', 'rtl']),
  /** The text the comparison's offsets are into. */
  text: z.string(),
  blocks: z.array(blockPlaceSchema),
})

/** Two snapshots compared, with the texts, for the Compare screen. */
export const pairSchema = z.object({
  comparison: comparisonSchema,
  from: comparedSideSchema,
  to: comparedSideSchema,
})
export type Pair = DeepReadonly<z.infer<typeof pairSchema>>

/** A post over all sources, with the sources that hold it. */
export const listedPostSchema = postRowSchema.extend({
  key: z.string(),
  sources: z.array(z.object({ sourceId: z.string(), title: z.string().nullable(), url: z.string() })),
})
export type ListedPost = DeepReadonly<z.infer<typeof listedPostSchema>>

/** A line of the custody log with what a reader wants to know about its source. */
export const activityLineSchema = z.object({
  event: logEventSchema,
  source: z.object({ sourceId: z.string(), title: z.string().nullable(), url: z.string() }).nullable(),
  /** Of a snapshot; null for other lines. */
  version: z.int().nullable(),
  reason: z.enum(ATTEMPT_REASONS).nullable(),
})
export type ActivityLine = DeepReadonly<z.infer<typeof activityLineSchema>>
