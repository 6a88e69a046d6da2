import { app, Menu } from 'electron'
import type { MenuEntry } from '../../archive/contract/desktop.ts'
import type { Commands } from '../commands.ts'
import { CHANNELS } from '../ipc/channels.ts'
import type { OwnIpc } from '../ipc/own.ts'
import { en, type Words } from '../words/en.ts'
import { parseMenuEntries } from './menu-entries.ts'
import { menuTemplate } from './menu-template.ts'

export interface AppMenuOptions {
  readonly commands: Commands
  readonly recents: () => readonly string[]
  readonly onOpenRecent: (dir: string) => void
}

/** The native menu as it is now; built anew whenever one of its parts changes. */
export class AppMenu {
  #entries: readonly MenuEntry[] = []
  #words: Words = en
  readonly #options: AppMenuOptions

  constructor(options: AppMenuOptions) {
    this.#options = options
  }

  setEntries(entries: readonly MenuEntry[]): void {
    this.#entries = entries
    this.build()
  }

  setWords(words: Words): void {
    if (words === this.#words) return
    this.#words = words
    app.setAboutPanelOptions({ credits: words.aboutText })
    this.build()
  }

  build(): void {
    const { commands, recents, onOpenRecent } = this.#options
    const template = menuTemplate({
      words: this.#words,
      isMac: process.platform === 'darwin',
      isPackaged: app.isPackaged,
      entries: this.#entries,
      recents: recents(),
      onCommand: id => commands.send({ type: 'command', id }),
      onOpenRecent,
      onAbout: () => app.showAboutPanel(),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
}

export function setupMenu(ipc: OwnIpc, menu: AppMenu): void {
  ipc.on(CHANNELS.setMenu, (_sender, sent) => menu.setEntries(parseMenuEntries(sent)))
  menu.build()
}
