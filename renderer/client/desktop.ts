import { BRIDGE_NAME, type DesktopBridge } from '../../archive/contract/desktop.ts'

/** What the desktop's preload gives this window; null in a browser. */
export const desktop: DesktopBridge | null =
  (window as unknown as Record<string, DesktopBridge | undefined>)[BRIDGE_NAME] ?? null
