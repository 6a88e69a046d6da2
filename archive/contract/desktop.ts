/**
 * What the desktop's preload gives the renderer besides the contract's port: the few things only a window can
 * do. A renderer that was taken over reaches this and the contract, and nothing else.
 */
export interface DesktopBridge {
  readonly platform: 'linux' | 'darwin' | 'win32'
  /**
   * Asks for a port to the core. It arrives as a `message` event on the window with `data` equal to
   * `PORT_MESSAGE` and one port; again whenever the core was started anew.
   */
  connect(): void
  /** Shows the folder of a snapshot, or of the archive (null), in the file manager. */
  showFolder(snapshotId: string | null): Promise<void>
  /** Shows a file of the archive's `exports` folder in the file manager. */
  showExport(fileName: string): Promise<void>
  /** Opens a web address in the person's browser; http and https only. */
  openExternal(url: string): Promise<void>
  /** Lays the archived page over this part of the window (CSS pixels), or takes it away (null). */
  showPage(page: PagePlace | null): Promise<void>
  /** Prints the window as it is shown. */
  print(): Promise<void>
  /** Chooses another archive in a dialogue, and opens it. */
  openArchive(): Promise<void>
  /** Commands of the native menu and of deep links. Returns the function that ends the subscription. */
  onCommand(listener: (command: DesktopCommand) => void): () => void
  /** Requests of the shown page that were cancelled so far. */
  onBlocked(listener: (blocked: { readonly snapshotId: string; readonly count: number }) => void): () => void
  /** The core ended by itself and is being started again, or runs again. */
  onCore(listener: (state: 'restarting' | 'running') => void): () => void
  /** Names and keys for the native menu, in the renderer's language. */
  setMenu(entries: readonly MenuEntry[]): void
}

export interface PagePlace {
  readonly snapshotId: string
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export type DesktopCommand =
  /** A command of the app, by the id it has in the palette. */
  | { readonly type: 'command'; readonly id: string }
  /** Addresses to put into the capture bar: a deep link, or links dropped on the window. Never captured unasked. */
  | { readonly type: 'capture'; readonly url: string }

/** A command of the app as the native menu shows it. */
export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly menu: 'file' | 'edit' | 'view' | 'go' | 'help'
  /** As Electron writes accelerators; null where the command has no key. */
  readonly accelerator: string | null
  readonly enabled: boolean
}

/** Name under which the preload exposes the bridge on `window`. */
export const BRIDGE_NAME = 'stetDesktop'

/** `data` of the window message that carries the port to the core. */
export const PORT_MESSAGE = 'stet-core-port'

/** Scheme of archived pages on the desktop: `snapshot://s<snapshotId>/`. A host of digits alone would be an IPv4 address. */
export const SNAPSHOT_SCHEME = 'snapshot'
/** Scheme of the app's own files on the desktop: `app://stet/`. */
export const APP_SCHEME = 'app'
/** Scheme of deep links: `stet://capture?url=…`. */
export const LINK_SCHEME = 'stet'
