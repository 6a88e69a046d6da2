import { app } from 'electron'
import type { CoreProcess } from './core/core-process.ts'

/**
 * Quitting ends the core in an orderly way first. Work under way is not asked about: it goes on at the next
 * start, and nothing acknowledged can be lost.
 */
export function setupQuit(core: Pick<CoreProcess, 'close'>): void {
  let ended = false
  app.on('before-quit', event => {
    if (ended) return
    event.preventDefault()
    void core.close().finally(() => {
      ended = true
      app.quit()
    })
  })
}
