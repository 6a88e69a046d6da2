import { isAppUrl } from './urls.ts'

export interface Sender {
  /** The message came from the contents of our own window. */
  readonly fromOwnWindow: boolean
  readonly isMainFrame: boolean
  /** Address of the frame; null when it is gone. */
  readonly url: string | null
}

/** Main listens to the top frame of its own window while that shows the app, and to nobody else. */
export function isOwnSender({ fromOwnWindow, isMainFrame, url }: Sender): boolean {
  return fromOwnWindow && isMainFrame && url !== null && isAppUrl(url)
}
