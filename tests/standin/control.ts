/** What the process of the stand-in and the test that started it tell each other. */

/** A call that only a desktop could carry out; kept for the test to look at. */
export interface Recorded {
  readonly api: string
  readonly args: readonly unknown[]
}

export type FromHost =
  | { readonly type: 'browser'; readonly wsEndpoint: string; readonly pid: number }
  | { readonly type: 'utility'; readonly pid: number }
  | { readonly type: 'recorded'; readonly recorded: Recorded }
  | { readonly type: 'menu'; readonly items: readonly MenuItemSeen[] }
  | { readonly type: 'answer'; readonly id: number; readonly error: string | null; readonly data: unknown }

/** A window that main has open. */
export interface WindowSeen {
  readonly url: string
  readonly title: string
  readonly isVisible: boolean
}

export interface MenuItemSeen {
  /** Labels from the menu bar down. */
  readonly path: readonly string[]
  readonly id: string | null
  readonly role: string | null
  readonly accelerator: string | null
  readonly enabled: boolean
}

export type ToHost =
  | { readonly type: 'dialog'; readonly answer: unknown }
  | { readonly type: 'menu-click'; readonly path: readonly string[] }
  | { readonly type: 'emit-app'; readonly event: string; readonly args: readonly unknown[] }
  | { readonly type: 'dark'; readonly dark: boolean }
  | { readonly type: 'windows' }
  /** The person closes the window that shows an address. */
  | { readonly type: 'close-window'; readonly url: string }
  /** The process that shows the page ends by itself. */
  | { readonly type: 'crash'; readonly url: string }
  | { readonly type: 'quit' }

export type Asked = ToHost & { readonly id: number }

export function report(message: FromHost): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}

export function record(api: string, ...args: unknown[]): void {
  report({ type: 'recorded', recorded: { api, args: JSON.parse(JSON.stringify(args)) as unknown[] } })
}
