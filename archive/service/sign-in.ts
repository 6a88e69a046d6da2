import { AsyncIteratorClass } from '@orpc/server'
import type { SignInEvent } from '../contract/profiles.ts'
import { StetError } from '../errors.ts'
import type { Profiles } from '../index.ts'
import { wireError } from './errors.ts'

export interface SignInAsk {
  readonly name: string
  readonly url: string
}

/**
 * Shows a window for signing in; ends when the person closed it. The stream says at once that it goes on, so that
 * no door on the way takes it for dead. Who stops listening closes the window.
 */
export function signIn(
  ask: SignInAsk,
  profiles: Profiles,
  signal?: AbortSignal,
): AsyncIteratorObject<SignInEvent, undefined> {
  const own = new AbortController()
  const stop = () => own.abort(new StetError('cancelled', 'The sign-in was stopped. Nothing of it was kept.'))
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop, { once: true })

  async function* steps(): AsyncGenerator<SignInEvent, undefined> {
    yield { step: 'open' }
    yield { step: 'done', profile: await profiles.signIn({ ...ask, signal: own.signal }) }
  }
  const events = steps()
  return new AsyncIteratorClass<SignInEvent, undefined, undefined>(
    async () => {
      try {
        return await events.next()
      } catch (error) {
        throw wireError(error)
      }
    },
    async () => {
      stop()
      signal?.removeEventListener('abort', stop)
    },
  )
}
