import { sayError } from '../../app/undo.ts'
import { errorFacts } from '../../client/error.ts'

/** Does what a person asked for; where it fails, the message bar says why and the answer is null. */
export async function telling<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    sayError(errorFacts(error).message)
    return null
  }
}
