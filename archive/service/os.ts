import { implement } from '@orpc/server'
import { contract } from '../contract/calls.ts'
import { wireError } from './errors.ts'

/**
 * The contract, ready for handlers. Every group of calls is a function in `calls/` of the form
 *
 *     export const sourceHandlers = (service: ServiceContext) => ({
 *       get: os.source.get.handler(({ input, signal }) => …),
 *     })
 *
 * and `router.ts` puts them together. A handler throws `StetError`; the middleware here sends it on as data.
 */
export const os = implement(contract).use(async ({ next }) => {
  try {
    return await next()
  } catch (thrown) {
    throw wireError(thrown)
  }
})

export type Sent<T> = T extends object ? { -readonly [Key in keyof T]: Sent<T[Key]> } : T

/** An answer for the wire. It is copied on its way, so what is read-only here may go out as it is. */
export const sent = <T>(answer: T): Sent<T> => answer as Sent<T>
