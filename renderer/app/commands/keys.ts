/**
 * Keys are written as `mod+k` (Ctrl, or Command on a Mac), `shift+n`, `/`, or as a sequence: `g l`. A key
 * without `mod` does not act while somebody types.
 */
export const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform)

const NAMES: Readonly<Record<string, string>> = {
  mod: IS_MAC ? '⌘' : 'Ctrl',
  shift: IS_MAC ? '⇧' : 'Shift',
  alt: IS_MAC ? '⌥' : 'Alt',
  enter: 'Enter',
  space: 'Space',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
}

/** How a key is shown to people: one entry for each key of a sequence. */
export function keyCaps(keys: string): readonly string[] {
  return keys.split(' ').map(stroke =>
    stroke
      .split('+')
      .map(part => NAMES[part] ?? part.toUpperCase())
      .join(IS_MAC ? '' : '+'),
  )
}

/** The stroke a keyboard event makes, as keys are written. */
export function strokeOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase()
  const mod = IS_MAC ? event.metaKey : event.ctrlKey
  // Signs that need Shift on some keyboards ("?") are named by the sign alone.
  const shift = event.shiftKey && (key.length > 1 || /\p{L}|\d/u.test(key))
  return [mod && 'mod', event.altKey && 'alt', shift && 'shift', key].filter(Boolean).join('+')
}

/** Whether the person is typing, so that a letter is a letter. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true
  const button = ['checkbox', 'radio', 'button', 'range', 'submit']
  return target instanceof HTMLInputElement && !button.includes(target.type)
}

/** As Electron's menu writes it; null for sequences, which menus do not know. */
export function acceleratorOf(keys: string | undefined): string | null {
  if (keys === undefined || keys.includes(' ') || !keys.includes('+')) return null
  const parts = keys.split('+').map(part => (part === 'mod' ? 'CmdOrCtrl' : part))
  return parts.map(part => part.charAt(0).toUpperCase() + part.slice(1)).join('+')
}
