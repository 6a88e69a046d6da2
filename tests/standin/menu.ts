import { record, report, type MenuItemSeen } from './control.ts'
import { BrowserWindow } from './browser-window.ts'
import { knownOptions, strict, words } from './strict.ts'

interface ItemOptions {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly accelerator?: string
  readonly enabled?: boolean
  readonly submenu?: Menu | readonly ItemOptions[]
  readonly click?: (item: MenuItem, window: BrowserWindow | undefined, event: object) => void
}

const OPTIONS = words(
  'id label role type accelerator enabled visible checked submenu click icon sublabel ' +
    'toolTip registerAccelerator acceleratorWorksWhenHidden before after',
)

export class MenuItem {
  readonly id: string | undefined
  readonly label: string
  readonly role: string | undefined
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  enabled: boolean
  readonly _click: ItemOptions['click']

  constructor(options: ItemOptions) {
    knownOptions('MenuItem', options, OPTIONS)
    this.id = options.id
    this.label = options.label ?? options.role ?? ''
    this.role = options.role
    this.accelerator = options.accelerator
    this.enabled = options.enabled ?? true
    this._click = options.click
    const { submenu } = options
    this.submenu =
      submenu instanceof Menu || submenu === undefined ? submenu : Menu.buildFromTemplate(submenu)
    return strict('MenuItem', this)
  }
}

let applicationMenu: Menu | null = null

export class Menu {
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: readonly ItemOptions[]): Menu {
    const menu = new Menu()
    menu.items.push(...template.map(options => new MenuItem(options)))
    return menu
  }
  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
    report({ type: 'menu', items: menu ? seen(menu, []) : [] })
  }
  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  constructor() {
    return strict('Menu', this)
  }
  append(item: MenuItem): void {
    this.items.push(item)
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
  popup(options: object = {}): void {
    record('menu.popup', Object.keys(options))
  }
}

function seen(menu: Menu, above: readonly string[]): MenuItemSeen[] {
  return menu.items.flatMap(item => {
    const path = [...above, item.label]
    if (item.submenu) return seen(item.submenu, path)
    const { id = null, role = null, accelerator = null, enabled } = item
    return [{ path, id, role, accelerator, enabled }]
  })
}

/** Chooses an entry of the menu bar by its labels, as a person would. */
export function clickMenu(path: readonly string[]): void {
  let items: readonly MenuItem[] = applicationMenu?.items ?? []
  let item: MenuItem | undefined
  for (const label of path) {
    item = items.find(one => one.label === label)
    items = item?.submenu?.items ?? []
  }
  if (!item) throw new Error(`The menu has no ${path.join(' > ')}.`)
  if (!item.enabled) throw new Error(`${path.join(' > ')} is disabled.`)
  item._click?.(item, BrowserWindow.getFocusedWindow() ?? undefined, { triggeredByAccelerator: false })
}
