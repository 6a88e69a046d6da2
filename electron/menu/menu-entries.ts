import type { MenuEntry } from '../../archive/contract/desktop.ts'

const MENUS = ['file', 'edit', 'view', 'go', 'help'] as const
const MAX_ENTRIES = 300
const MAX_LABEL = 200

const MODIFIER = /^(CmdOrCtrl|CommandOrControl|Cmd|Command|Ctrl|Control|Alt|Option|Shift|Super|Meta)$/
const KEY =
  /^([!-~]|F([1-9]|1\d|2[0-4])|Plus|Space|Tab|Enter|Return|Escape|Esc|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Up|Down|Left|Right)$/
/** As browsers name these keys. */
const ARROW = /^Arrow(up|down|left|right)$/i

/**
 * An accelerator that Electron understands and that takes no letter from somebody who types; else null: it is
 * left to the renderer, which knows when a letter is a letter.
 */
export function safeAccelerator(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const parts = text.split('+')
  const named = parts.pop() ?? ''
  const arrow = ARROW.exec(named)?.[1]?.toLowerCase()
  const key = arrow ? arrow.charAt(0).toUpperCase() + arrow.slice(1) : named
  if (!KEY.test(key) || !parts.every(part => MODIFIER.test(part))) return null
  const alone = parts.every(part => part === 'Shift')
  return alone && !/^F\d/.test(key) ? null : [...parts, key].join('+')
}

/** Parses the renderer's commands; what is no entry is left out. */
export function parseMenuEntries(sent: unknown): readonly MenuEntry[] {
  if (!Array.isArray(sent)) return []
  return sent.slice(0, MAX_ENTRIES).flatMap((each: Partial<Record<keyof MenuEntry, unknown>> | null) => {
    const { id, label, menu, accelerator, enabled } = each ?? {}
    const known = MENUS.find(name => name === menu)
    if (typeof id !== 'string' || typeof label !== 'string' || !known) return []
    return [
      {
        id: id.slice(0, MAX_LABEL),
        label: label.slice(0, MAX_LABEL),
        menu: known,
        accelerator: safeAccelerator(accelerator),
        enabled: enabled === true,
      },
    ]
  })
}
