import { z } from 'zod'

/**
 * An error as data: structured clone and JSON drop what a subclass of Error adds, so this is what crosses.
 * `code` is one of `ERROR_CODES` of the core, `message` is for people, `data` holds the facts.
 */
export const errorSchema = z.object({
  code: z.string(),
  message: z.string(),
  data: z.record(z.string(), z.unknown()),
})
export type ErrorFacts = Readonly<z.infer<typeof errorSchema>>
