import { z } from 'zod'
import type { DeepReadonly } from './deep-readonly.ts'

/** In CSS pixels of the page. */
const rect = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
const screen = z.object({
  /** `data/` path of the picture in the bag. */
  path: z.string(),
  width: z.number(),
  height: z.number(),
})

/** The screenshots of two snapshots compared, from top to bottom; null where a side has none. */
export const screensSchema = z.object({
  from: screen.nullable(),
  to: screen.nullable(),
  comparison: z
    .object({
      changes: z.array(
        z.object({
          change: z.enum(['changed', 'inserted', 'removed']),
          /** Words or a picture, told by its colours. */
          shows: z.enum(['text', 'picture']),
          from: rect.nullable(),
          to: rect.nullable(),
        }),
      ),
      /** Changes beyond those that are listed. */
      untold: z.int(),
      /** Share of the page that looks different, 0 to 1. */
      share: z.number(),
    })
    .nullable(),
})
export type Screens = DeepReadonly<z.infer<typeof screensSchema>>
