import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorFacts } from '../../../archive/contract/error.ts'
import { say } from '../../app/undo.ts'
import { calls } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'

export interface SignIn {
  /** Name of the profile whose window is open; null: none. */
  readonly open: string | null
  readonly error: ErrorFacts | null
  /** Resolves to whether somebody was signed in. */
  readonly start: (name: string, url: string) => Promise<boolean>
  /** Makes a profile of a file of cookies; resolves to whether that went well. */
  readonly takeCookies: (name: string, file: File) => Promise<boolean>
  /** Closes the window; nothing of it is kept. */
  readonly stop: () => void
}

/** A window for signing in, one at a time, closed with the screen that asked for it. */
export function useSignIn(changed: () => Promise<unknown>): SignIn {
  const { t } = useTranslation('settings')
  const [open, setOpen] = useState<string | null>(null)
  const [error, setError] = useState<ErrorFacts | null>(null)
  const ending = useRef<AbortController | null>(null)
  useEffect(() => () => ending.current?.abort(), [])

  const start = async (name: string, url: string): Promise<boolean> => {
    const stop = new AbortController()
    ending.current = stop
    setOpen(name)
    setError(null)
    let isDone = false
    try {
      const events = await calls.profiles.signIn({ name, url }, { signal: stop.signal })
      for await (const event of events) isDone = event.step === 'done'
      if (isDone) say(t('profile.kept', { name }))
    } catch (failure) {
      if (!stop.signal.aborted) setError(errorFacts(failure))
    }
    await changed()
    setOpen(null)
    return isDone
  }
  const takeCookies = async (name: string, file: File): Promise<boolean> => {
    setError(null)
    try {
      await calls.profiles.importCookies({ name, file })
      say(t('profile.kept', { name }))
      return true
    } catch (failure) {
      setError(errorFacts(failure))
      return false
    } finally {
      await changed()
    }
  }
  return { open, error, takeCookies, start, stop: () => ending.current?.abort() }
}
