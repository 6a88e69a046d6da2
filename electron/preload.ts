import { contextBridge, ipcRenderer } from 'electron'
import { BRIDGE_NAME, type DesktopBridge, PORT_MESSAGE } from '../archive/contract/desktop.ts'
import { CHANNELS, type IpcAnswer } from './ipc/channels.ts'

/** Asks main; what it refuses is thrown with its words as they are. */
async function ask(channel: string, sent?: unknown): Promise<void> {
  const answer: IpcAnswer = await ipcRenderer.invoke(channel, sent)
  if (!answer.ok) throw new Error(answer.message)
}

/** Hears main on one channel; the event itself, which leads to `ipcRenderer`, stays here. */
function hear(channel: string, listener: (said: never) => void): () => void {
  const heard = (_event: unknown, said: unknown): void => listener(said as never)
  ipcRenderer.on(channel, heard)
  // Braces: what `off` returns leads to every channel there is, and would cross into the page.
  return () => {
    ipcRenderer.off(channel, heard)
  }
}

ipcRenderer.on(CHANNELS.port, ({ ports }) => window.postMessage(PORT_MESSAGE, location.origin, ports))

contextBridge.exposeInMainWorld(BRIDGE_NAME, {
  platform: process.platform as DesktopBridge['platform'],
  connect: () => ipcRenderer.send(CHANNELS.connect),
  showFolder: snapshotId => ask(CHANNELS.showFolder, snapshotId),
  showExport: fileName => ask(CHANNELS.showExport, fileName),
  openExternal: url => ask(CHANNELS.openExternal, url),
  showPage: page => ask(CHANNELS.showPage, page),
  print: () => ask(CHANNELS.print),
  openArchive: () => ask(CHANNELS.openArchive),
  onCommand: listener => {
    const end = hear(CHANNELS.command, listener)
    ipcRenderer.send(CHANNELS.listening)
    return end
  },
  onBlocked: listener => hear(CHANNELS.blocked, listener),
  onCore: listener => hear(CHANNELS.core, listener),
  setMenu: entries => ipcRenderer.send(CHANNELS.setMenu, entries),
} satisfies DesktopBridge)
