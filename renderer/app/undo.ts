import { useSyncExternalStore } from 'react'

/** A short message after something was done, and the way back where there is one. */
export interface Message {
  readonly id: number
  readonly text: string
  readonly kind: 'done' | 'error'
  readonly undo: (() => Promise<unknown>) | null
}

const SHOWN_MS = 10_000

let message: Message | null = null
let next = 1
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function set(value: Message | null): void {
  message = value
  clearTimeout(timer)
  if (value && value.kind === 'done') timer = setTimeout(() => set(null), SHOWN_MS)
  for (const listener of listeners) listener()
}

/** Says that something was done. The last thing done can be undone by `mod+z` while its message stands. */
export function say(text: string, undo: (() => Promise<unknown>) | null = null): void {
  set({ id: next++, text, kind: 'done', undo })
}

/** Says that something failed; stays until it is dismissed. */
export function sayError(text: string): void {
  set({ id: next++, text, kind: 'error', undo: null })
}

export const dismissMessage = (): void => set(null)

export async function undoLast(): Promise<void> {
  const undo = message?.undo
  set(null)
  try {
    await undo?.()
  } catch (error) {
    sayError(error instanceof Error ? error.message : String(error))
  }
}

export function useMessage(): Message | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => message,
  )
}
