import { z } from 'zod'
import { CHANGE_CLASSES, NOTICE_STATES } from '../model/comparison.ts'
import { STATE_BEGINNINGS, THREAD_KINDS } from '../model/history.ts'
import { POST_STATES } from '../model/post.ts'
import type { DeepReadonly } from './deep-readonly.ts'
import { rangeSchema, verdictLineSchema } from './verdict.ts'

/** What a thread said over an unbroken run of versions. `model/history.ts` says what each field means. */
export const threadStateSchema = z.object({
  /** Numbers of the first and the last version in which it said this. */
  from: z.int(),
  to: z.int(),
  begin: z.enum(STATE_BEGINNINGS),
  text: z.string(),
  /** Where it stands in the text of version `from`; null outside the text. */
  range: rangeSchema.nullable(),
  media: z.string().nullable(),
  post: z.enum(POST_STATES).nullable(),
})

/** One thing followed through the versions: a sentence, a figure, a quotation, the headline, a picture, a post. */
export const threadSchema = z.object({
  /** Its index in `threads`. */
  id: z.int(),
  kind: z.enum(THREAD_KINDS),
  block: z.string().nullable(),
  role: z.string().nullable(),
  /** Of a figure, date or quotation: thread of the sentence it stood in last. */
  sentence: z.int().nullable(),
  label: z.string().nullable(),
  /** Oldest first; a gap between two of them is an absence. */
  states: z.array(threadStateSchema),
  /** Versions in which it stood at another place than in the one before. */
  moved: z.array(z.int()),
  /** Null where it stands in the newest version. */
  end: z.enum(['removed', 'merged']).nullable(),
})
export type Thread = DeepReadonly<z.infer<typeof threadSchema>>
export type ThreadState = Thread['states'][number]

export const historyStepSchema = z.object({
  /** Number of the version before. */
  from: z.int(),
  degree: z.number(),
  class: z.enum(CHANGE_CLASSES),
  /** The most telling lines of the verdict, in its order; long passages are cut. */
  lines: z.array(verdictLineSchema),
  /** Lines left out, and lines that are noise. */
  more: z.int(),
  noise: z.int(),
  notice: z.object({ state: z.enum(NOTICE_STATES), summary: z.string() }),
})

export const historyVersionSchema = z.object({
  version: z.int(),
  snapshotId: z.string(),
  capturedAt: z.string(),
  /** When it was last found on the page. */
  seenUntil: z.string(),
  title: z.string().nullable(),
  language: z.string().nullable(),
  dir: z.enum(['ltr', 'rtl']),
  words: z.int(),
  blocks: z.array(
    z.object({
      kind: z.string(),
      role: z.string().nullable(),
      level: z.int().nullable(),
      range: rangeSchema,
    }),
  ),
  /** Every sentence of its text, in order: what its thread said in this version. */
  sentences: z.array(z.object({ thread: z.int(), range: rangeSchema, line: z.int() })),
  /** Against the version before; null for the first one told. */
  step: historyStepSchema.nullable(),
})
export type HistoryVersion = DeepReadonly<z.infer<typeof historyVersionSchema>>

/** A source through its versions, oldest first. */
export const historySchema = z.object({
  versions: z.array(historyVersionSchema),
  threads: z.array(threadSchema),
  /** Older versions left out because there are too many. */
  omitted: z.int(),
  /** Versions whose article cannot be read. */
  unreadable: z.array(z.int()),
})
export type SourceHistory = DeepReadonly<z.infer<typeof historySchema>>

/** What `stet history --json` prints. */
export const historyOfSourceSchema = historySchema.extend({
  source: z.object({
    sourceId: z.string(),
    url: z.string(),
    title: z.string().nullable(),
    site: z.string().nullable(),
  }),
})
export type HistoryOfSource = DeepReadonly<z.infer<typeof historyOfSourceSchema>>
