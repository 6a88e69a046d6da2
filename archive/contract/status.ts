import { z } from 'zod'
import type { DeepReadonly } from './deep-readonly.ts'
import { errorSchema } from './error.ts'
import { jobSchema } from './jobs.ts'

/** The archive this host serves, or why it does not. */
export const statusSchema = z.object({
  state: z.enum(['open', 'closed']),
  /** `read` beside another writer; null while closed. */
  access: z.enum(['read', 'write']).nullable(),
  /** Folder, absolute. */
  dir: z.string(),
  archiveId: z.string().nullable(),
  created: z.string().nullable(),
  /** Why it could not be opened, or not for writing: `archive-locked` names the holder in `data.holder`. */
  problem: errorSchema.nullable(),
  /** What shows pages to the browser engine: where it is, and name and version where known; null: there is none. */
  browser: z.object({ path: z.string(), product: z.string().nullable() }).nullable(),
  /** What the opening mended or found, for people. */
  notices: z.array(z.string()),
  software: z.object({ name: z.string(), version: z.string(), runtime: z.string() }),
})
export type Status = DeepReadonly<z.infer<typeof statusSchema>>

/** What happens while a face is looking. The first events of a stream are a `status` and every job there is. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('status'), status: statusSchema }),
  z.object({ type: z.literal('job'), job: jobSchema }),
  z.object({ type: z.literal('job-gone'), jobId: z.string() }),
  /** Something about these sources was written into the log; empty: anything may have changed. */
  z.object({ type: z.literal('sources'), sourceIds: z.array(z.string()) }),
  /** Collections, tags, notes or settings changed. */
  z.object({ type: z.literal('desk') }),
])
export type StetEvent = DeepReadonly<z.infer<typeof eventSchema>>
