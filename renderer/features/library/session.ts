import { useSyncExternalStore } from 'react'
import { NOTHING, type Selection } from './selection.ts'

/** Where the list was left, for coming back from a source. Lives as long as the window. */
interface Left {
  /** The place (query) it was left at; elsewhere the list begins at its top. */
  readonly search: string
  readonly offset: number
  readonly row: number
  /** How long the list was: without it there would be nothing to scroll at coming back. */
  readonly count: number
}

let left: Left = { search: '', offset: 0, row: 0, count: 0 }

export const leave = (at: Left): void => void (left = at)
export const leftAt = (search: string): Left =>
  left.search === search ? left : { search, offset: 0, row: 0, count: 0 }

let selection: Selection = NOTHING
const listeners = new Set<() => void>()

export function select(next: Selection): void {
  selection = next
  for (const listener of listeners) listener()
}

export const selectionNow = (): Selection => selection

export function useSelection(): Selection {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => selection,
  )
}
