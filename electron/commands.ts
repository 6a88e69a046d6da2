import type { WebContents } from 'electron'
import type { DesktopCommand } from '../archive/contract/desktop.ts'
import { CHANNELS } from './ipc/channels.ts'
import type { OwnIpc } from './ipc/own.ts'

/** Commands on their way to the app; they wait until it listens. */
export class Commands {
  #listener: WebContents | null = null
  #waiting: DesktopCommand[] = []

  send(command: DesktopCommand): void {
    if (this.#listener && !this.#listener.isDestroyed()) this.#listener.send(CHANNELS.command, command)
    else this.#waiting.push(command)
  }

  /** Whether these contents listen for the first time since they were loaded. */
  listen(contents: WebContents): boolean {
    if (this.#listener === contents) return false
    this.#listener = contents
    const waiting = this.#waiting
    this.#waiting = []
    for (const command of waiting) this.send(command)
    return true
  }

  /** The page is loaded anew: what comes now waits until it listens again. */
  pause(): void {
    this.#listener = null
  }
}

export function setupCommands(ipc: OwnIpc, commands: Commands): void {
  ipc.on(CHANNELS.listening, contents => {
    if (commands.listen(contents)) contents.once('did-start-loading', () => commands.pause())
  })
}
