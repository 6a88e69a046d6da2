/** Channels between main and the preload; nobody else speaks on them. */
export const CHANNELS = {
  connect: 'stet:connect',
  port: 'stet:port',
  showFolder: 'stet:show-folder',
  showExport: 'stet:show-export',
  openExternal: 'stet:open-external',
  showPage: 'stet:show-page',
  print: 'stet:print',
  openArchive: 'stet:open-archive',
  setMenu: 'stet:set-menu',
  /** The renderer listens to commands now; what waited for it can be sent. */
  listening: 'stet:listening',
  command: 'stet:command',
  blocked: 'stet:blocked',
  core: 'stet:core',
} as const

/** What a question of the preload is answered with: Electron would decorate a thrown error's message. */
export type IpcAnswer = { readonly ok: true } | { readonly ok: false; readonly message: string }
