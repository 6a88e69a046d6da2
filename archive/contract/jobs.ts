import { z } from 'zod'
import type { DeepReadonly } from './deep-readonly.ts'
import { errorSchema } from './error.ts'
import { captureResultSchema, verifyReportSchema } from './results.ts'
import { CAPTURE_ENGINES } from './settings.ts'

/** Where one capture stands. The steps are those of `jobs/capture-url.ts`. */
export const CAPTURE_STEPS = [
  'waiting',
  'page',
  'looking',
  'writing',
  'cleaning',
  'resources',
  'keeping',
  'done',
] as const
export type CaptureStep = (typeof CAPTURE_STEPS)[number]

/** One input of a job. */
export const jobItemSchema = z.object({
  /** The URL or file name as it was given. */
  input: z.string(),
  step: z.enum(CAPTURE_STEPS),
  /** Bytes of body received so far. */
  bytes: z.int(),
  resources: z.object({ done: z.int(), wanted: z.int() }),
  result: captureResultSchema.nullable(),
  error: errorSchema.nullable(),
})
export type JobItem = DeepReadonly<z.infer<typeof jobItemSchema>>

export const JOB_KINDS = ['capture', 'import', 'verify', 'rebuild', 'demo', 'export'] as const
export type JobKind = (typeof JOB_KINDS)[number]

/** What an export can be written as. */
export const EXPORT_FORMATS = ['wacz', 'warc'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** A report of what changed between two snapshots: as a page of its own, or printed. */
export const REPORT_FORMATS = ['html', 'pdf'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** A file that was written for other programs, or for people without Stet. */
export const exportReportSchema = z.object({
  /** Its name in the archive's `exports` folder. */
  fileName: z.string(),
  /** Absolute. */
  path: z.string(),
  as: z.enum([...EXPORT_FORMATS, ...REPORT_FORMATS]),
  snapshots: z.int(),
  bytes: z.int(),
  sha256: z.string(),
})
export type ExportReport = DeepReadonly<z.infer<typeof exportReportSchema>>

/** Work that takes a while. `items` holds what is running, what failed and the last finished ones, 100 at most. */
export const jobSchema = z.object({
  jobId: z.string(),
  kind: z.enum(JOB_KINDS),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Inputs (or, of a verify, rebuild or export, snapshots) worked off, and all of them where that is known. */
  done: z.int(),
  total: z.int().nullable(),
  counts: z.object({ snapshots: z.int(), checks: z.int(), attempts: z.int(), failed: z.int() }),
  items: z.array(jobItemSchema),
  /** What a capture was asked to use; null: as the settings have it, and for other work. */
  engine: z.enum(CAPTURE_ENGINES).nullable(),
  /** The signed-in profile that a capture uses; null for other work. */
  profile: z.string().nullable(),
  /** It was running when Stet was last ended, and goes on. */
  resumed: z.boolean(),
  /** Why the job as a whole ended; failures of single inputs are in `items`. */
  error: errorSchema.nullable(),
  /** Of a finished verify. */
  report: verifyReportSchema.nullable(),
  /** Of a finished export. */
  exported: exportReportSchema.nullable(),
})
export type Job = DeepReadonly<z.infer<typeof jobSchema>>

export const captureRequestSchema = z.object({
  urls: z.array(z.string().min(1)).min(1).max(10_000),
  /** Whether a person typed or pasted the addresses one by one; a list may not name private addresses. */
  typed: z.boolean().default(true),
  /** Keep a snapshot even when the story is unchanged. */
  keep: z.boolean().default(false),
  /** Null: as the settings have it. */
  engine: z.enum(CAPTURE_ENGINES).nullable().default(null),
  /** Name of the signed-in profile the pages are shown with; null: nobody's. */
  profile: z.string().nullable().default(null),
})
export type CaptureRequest = z.input<typeof captureRequestSchema>

export { MAX_UPLOAD_BYTES } from './limits.ts'

export const importRequestSchema = z.object({
  files: z.array(z.file()).min(1).max(1_000),
  /** The page's address, where the person knows it. For one file. */
  url: z.string().nullable().default(null),
  /** When the page was saved, RFC 3339. */
  capturedAt: z.string().nullable().default(null),
})

const ids = z.array(z.string()).min(1).max(100_000)

/** What to export: sources with all their snapshots, single snapshots, or everything. */
export const exportScopeSchema = z.union([
  z.object({ sourceIds: ids }),
  z.object({ snapshotIds: ids }),
  z.literal('all'),
])
export type ExportScope = DeepReadonly<z.infer<typeof exportScopeSchema>>

export const exportRequestSchema = z.object({
  scope: exportScopeSchema,
  as: z.enum(EXPORT_FORMATS).default('wacz'),
})

export const reportRequestSchema = z.object({
  /** Snapshot ids. */
  from: z.string(),
  to: z.string(),
  as: z.enum(REPORT_FORMATS).default('html'),
})
