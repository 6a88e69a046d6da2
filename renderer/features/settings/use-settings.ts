import { useQuery, useQueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { useCallback } from 'react'
import type { Settings, SettingsChange } from '../../../archive/contract/settings.ts'
import { say, sayError } from '../../app/undo.ts'
import { calls, stet } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { showLanguage, systemLanguage } from '../../i18n/index.ts'

export type Change = (change: SettingsChange) => void

/** The settings, and the way to change them: at once, told quietly, and undone by one key. */
export function useSettings(): {
  readonly settings: Settings | undefined
  readonly error: unknown
  readonly again: () => void
  readonly change: Change
} {
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(stet.settings.get.queryOptions())
  const change = useCallback(
    (wanted: SettingsChange) => {
      const key = stet.settings.get.queryKey()
      const before = queries.getQueryData(key)
      if (!before) return
      const set = async (to: SettingsChange): Promise<void> => {
        // Whole groups, as they come from this screen; nothing in them is left out.
        queries.setQueryData(key, held => held && Object.assign({ ...held }, to))
        queries.setQueryData(key, await calls.settings.set(to))
      }
      const back = Object.fromEntries(
        Object.keys(wanted).map(name => [name, before[name as keyof typeof before]]),
      ) as SettingsChange
      const told = async (): Promise<void> => {
        await set(wanted)
        // What is said about another language is said in it.
        if (wanted.language) {
          await showLanguage(wanted.language === 'system' ? systemLanguage() : wanted.language)
        }
        say(i18next.t('settings:saved'), () => set(back))
      }
      void told().catch((failure: unknown) => {
        queries.setQueryData(key, before)
        sayError(errorFacts(failure).message)
      })
    },
    [queries],
  )
  return { settings: data, error, again: () => void refetch(), change }
}
