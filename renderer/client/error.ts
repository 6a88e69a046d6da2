import { ORPCError } from '@orpc/client'
import type { ErrorFacts } from '../../archive/contract/error.ts'

/** Whatever a call threw, as data that a screen can show. */
export function errorFacts(error: unknown): ErrorFacts {
  if (error instanceof ORPCError) {
    return { code: error.code, message: error.message, data: (error.data ?? {}) as ErrorFacts['data'] }
  }
  return { code: 'unreachable', message: error instanceof Error ? error.message : String(error), data: {} }
}
