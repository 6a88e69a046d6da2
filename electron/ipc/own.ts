import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { isOwnSender } from '../security/sender.ts'
import type { IpcAnswer } from './channels.ts'

type OwnContents = () => WebContents | null

function isOwn(event: IpcMainEvent | IpcMainInvokeEvent, own: OwnContents): boolean {
  const frame = event.senderFrame
  return isOwnSender({
    fromOwnWindow: event.sender === own(),
    isMainFrame: frame !== null && frame.parent === null,
    url: frame?.url ?? null,
  })
}

/** Makes the two ways in which main listens to the preload; both hear the app's own page only. */
export function ownIpc(own: OwnContents) {
  return {
    /** Answers a question. `run` gets what was sent, not looked at yet; what it throws reaches the asker. */
    handle(channel: string, run: (sent: unknown) => Promise<void>): void {
      ipcMain.handle(channel, async (event, sent: unknown): Promise<IpcAnswer> => {
        if (!isOwn(event, own)) return { ok: false, message: 'Only the app itself may ask this.' }
        try {
          await run(sent)
          return { ok: true }
        } catch (error) {
          return { ok: false, message: error instanceof Error ? error.message : String(error) }
        }
      })
    },
    /** Hears a message that needs no answer. */
    on(channel: string, run: (sender: WebContents, sent: unknown) => void): void {
      ipcMain.on(channel, (event, sent: unknown) => {
        if (isOwn(event, own)) run(event.sender, sent)
      })
    },
  }
}

export type OwnIpc = ReturnType<typeof ownIpc>
