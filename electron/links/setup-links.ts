import { app } from 'electron'
import { LINK_SCHEME } from '../../archive/contract/desktop.ts'
import type { Commands } from '../commands.ts'
import { showMainWindow } from '../windows/main-window.ts'
import { captureUrlOf, linkIn } from './deep-link.ts'

/**
 * Links from outside lead to the capture bar and no further: any page on the web can hold one, so nothing is
 * captured before the person says so.
 */
function follow(link: string | null, commands: Commands): void {
  const url = link === null ? null : captureUrlOf(link)
  if (url !== null) commands.send({ type: 'capture', url })
}

/** One process a person: a second start shows the first one's window and hands over its link. */
export function setupSingleInstance(commands: Commands): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', (_event, args) => {
    follow(linkIn(args), commands)
    showMainWindow()
  })
  return true
}

export function setupLinks(commands: Commands): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  // macOS hands links over as events, perhaps before the app is ready.
  app.on('open-url', (event, link) => {
    event.preventDefault()
    follow(link, commands)
    if (app.isReady()) showMainWindow()
  })
  follow(linkIn(process.argv), commands)
}
