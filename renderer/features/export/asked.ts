import { useSyncExternalStore } from 'react'
import type { ExportScope } from '../../../archive/contract/jobs.ts'

/** An export that somebody asked for and has not decided on yet. */
export interface AskedExport {
  readonly scope: ExportScope
  /** In words, for the dialogue: a headline, "12 sources". */
  readonly what: string
}

/** An export that is under way; the dialogue shows how it goes. */
export interface BegunExport {
  readonly jobId: string
}

type Shown = AskedExport | BegunExport

let asked: Shown | null = null
const listeners = new Set<() => void>()

function set(next: Shown | null): void {
  asked = next
  for (const listener of listeners) listener()
}

/** Opens the dialogue; nothing is written before the person says so there. */
export const askToExport = (next: AskedExport): void => set(next)
export const showExport = (begun: BegunExport): void => set(begun)
export const closeExport = (): void => set(null)

export function useAskedExport(): Shown | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => asked,
  )
}
