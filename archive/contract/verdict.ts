import { z } from 'zod'
import { VERDICT_KINDS } from '../model/comparison.ts'

/** A passage of a text, as `Range` in `model/comparison.ts`. */
export const rangeSchema = z.tuple([z.int(), z.int()])

/** One line of a verdict; `VerdictLine` in `model/comparison.ts` says what each field means. */
export const verdictLineSchema = z.object({
  kind: z.enum(VERDICT_KINDS),
  summary: z.string(),
  rule: z.string(),
  from: rangeSchema.nullable(),
  to: rangeSchema.nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
