import type { z } from 'zod'
import type {
  captureRequestSchema,
  exportRequestSchema,
  reportRequestSchema,
  importRequestSchema,
  Job,
} from '../../contract/jobs.ts'

/** Parsed, with every default in place. */
export type CaptureAsk = Readonly<z.output<typeof captureRequestSchema>>
export type ImportAsk = Readonly<z.output<typeof importRequestSchema>>

export type ReportAsk = Readonly<z.output<typeof reportRequestSchema>>
export type ExportAsk = Readonly<z.output<typeof exportRequestSchema>>

export interface Started {
  readonly jobId: string
}

/** Work that takes a while: begins at once, answers at once, and tells of itself through events. */
export interface Jobs {
  list(): readonly Job[]
  /** Throws `not-found`. */
  get(jobId: string): Job
  /** Resolves once the work is on the disk: from there on it survives the end of the process. */
  capture(ask: CaptureAsk): Promise<Started>
  import(ask: ImportAsk): Promise<Started>
  verify(): Promise<Started>
  rebuild(): Promise<Started>
  demo(): Promise<Started>
  /** Reads only, so it works beside a writer; it is not gone on with after the end of the process. */
  export(ask: ExportAsk): Promise<Started>
  exportReport(ask: ReportAsk): Promise<Started>
  /** Snapshots an export would have. Throws `not-found`. */
  exportSize(scope: ExportAsk['scope']): Promise<number>
  /** With `input`, only that one of its inputs; null is the whole job. An ended job stays as it is. */
  cancel(jobId: string, input: string | null): Promise<void>
  /** A new job of what failed or was cancelled; it takes the place of the old one. */
  retry(jobId: string): Promise<Started>
  /** Throws `usage` while the job runs. */
  dismiss(jobId: string): Promise<void>
}
