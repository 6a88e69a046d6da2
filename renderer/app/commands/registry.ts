import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { MenuEntry } from '../../../archive/contract/desktop.ts'

/** Something a person can do, under one name and one key, wherever it is offered: palette, menu, keyboard. */
export interface Command {
  /** Stable: `library.search`, `source.note`. */
  readonly id: string
  /** In the shown language. */
  readonly label: string
  readonly menu: MenuEntry['menu']
  /** See `keys.ts`; several where more than one does the same (`j`, `arrowdown`). The first is shown. */
  readonly keys?: readonly string[]
  /** Default true. */
  readonly enabled?: boolean
  /** Left out of palette and menu: cursor movement and the like. It still stands in the list of keys. */
  readonly quiet?: boolean
  readonly run: () => void
}

const groups = new Map<symbol, readonly Command[]>()
const listeners = new Set<() => void>()
let all: readonly Command[] = []

function changed(): void {
  // What was registered last stands nearest to the person: a screen's key beats the shell's.
  all = [...groups.values()].toReversed().flat()
  for (const listener of listeners) listener()
}

/** Offers commands while the component is shown. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  latest.current = commands
  const described = commands
    .map(({ id, label, keys, enabled }) => [id, label, keys?.join(), enabled].join('\u0000'))
    .join('\u0001')
  useEffect(() => {
    const group = Symbol('commands')
    const live = latest.current.map(command => ({
      ...command,
      run: () => latest.current.find(({ id }) => id === command.id)?.run(),
    }))
    groups.set(group, live)
    changed()
    return () => {
      groups.delete(group)
      changed()
    }
  }, [described])
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => all,
  )
}

export const commandNow = (id: string): Command | undefined => all.find(command => command.id === id)
export const commandsNow = (): readonly Command[] => all
