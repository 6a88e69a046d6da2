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

  listen(contents: WebContents): void {
    this.#listener = contents
    const waiting = this.#waiting
    this.#waiting = []
    for (const command of waiting) this.send(command)
  }

  /** The page is loaded anew: what comes now waits until it listens again. */
  pause(): void {
    this.#listener = null
  }
}

export function setupCommands(ipc: OwnIpc, commands: Commands): void {
  ipc.on(CHANNELS.listening, contents => {
    commands.listen(contents)
    contents.once('did-start-loading', () => commands.pause())
  })
}
