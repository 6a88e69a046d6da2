import { useSyncExternalStore } from 'react'

/** What lies in the capture bar, from wherever it came. It stays when another screen is shown. */
export interface DraftState {
  readonly text: string
  readonly files: readonly File[]
  /** Addresses in the one file that is a list of them; empty otherwise. */
  readonly listed: readonly string[]
}

const EMPTY: DraftState = { text: '', files: [], listed: [] }

let draft = EMPTY
const listeners = new Set<() => void>()

export function setDraft(change: Partial<DraftState>): void {
  draft = { ...draft, ...change }
  for (const listener of listeners) listener()
}

export const clearDraft = (): void => setDraft(EMPTY)

/** Puts addresses below what is there already. */
export function addToDraft(text: string): void {
  setDraft({ text: draft.text.trim() === '' ? text : `${draft.text.trimEnd()}\n${text}` })
}

export function useDraft(): DraftState {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => draft,
  )
}
