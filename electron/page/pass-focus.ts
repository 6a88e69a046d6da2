import type { Input, WebContents } from 'electron'

type Listener = (event: { preventDefault(): void }, input: Pick<Input, 'type' | 'key'>) => void

/**
 * Tab does not lead from one contents into another: F6 does, as between the panes of a browser, and Escape leads
 * out of the page, so that it can be read by keyboard and left again.
 */
export function passFocus(app: WebContents, page: WebContents): void {
  const onKey =
    (to: WebContents, keys: readonly string[]): Listener =>
    (event, { type, key }) => {
      if (type !== 'keyDown' || !keys.includes(key)) return
      event.preventDefault()
      to.focus()
    }
  const intoPage = onKey(page, ['F6'])
  app.on('before-input-event', intoPage)
  page.on('before-input-event', onKey(app, ['F6', 'Escape']))
  page.once('destroyed', () => app.isDestroyed() || app.off('before-input-event', intoPage))
}
