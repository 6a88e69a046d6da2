import { isTyping, strokeOf } from './keys.ts'
import { commandsNow } from './registry.ts'

/** How long the second key of a sequence may take. */
const SEQUENCE_MS = 1_200

/** Runs commands by their keys. Returns the function that stops listening. */
export function listenToKeys(): () => void {
  let begun: { readonly stroke: string; readonly at: number } | null = null

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return
    if (['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return
    const stroke = strokeOf(event)
    if (!stroke.startsWith('mod+') && stroke !== 'escape' && isTyping(event.target)) return
    // A dialogue has the keyboard for itself, but for its own commands by `mod`.
    const inDialogue = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null
    if (inDialogue && !stroke.startsWith('mod+')) return
    const before = begun && event.timeStamp - begun.at < SEQUENCE_MS ? begun.stroke : null
    begun = null
    const enabled = commandsNow().filter(command => command.enabled !== false)
    const wanted = before === null ? [stroke] : [`${before} ${stroke}`, stroke]
    for (const keys of wanted) {
      const command = enabled.find(each => each.keys?.includes(keys))
      if (!command) continue
      event.preventDefault()
      return command.run()
    }
    if (enabled.some(({ keys }) => keys?.some(each => each.startsWith(`${stroke} `)))) {
      begun = { stroke, at: event.timeStamp }
      event.preventDefault()
    }
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
