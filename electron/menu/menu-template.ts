import type { MenuItemConstructorOptions } from 'electron'
import type { MenuEntry } from '../../archive/contract/desktop.ts'
import type { Words } from '../words/en.ts'

export interface MenuParts {
  readonly words: Words
  readonly isMac: boolean
  /** A release has no developer tools. */
  readonly isPackaged: boolean
  readonly entries: readonly MenuEntry[]
  /** Folders, the last opened first. */
  readonly recents: readonly string[]
  readonly onCommand: (id: string) => void
  readonly onOpenRecent: (dir: string) => void
  readonly onAbout: () => void
}

type Items = MenuItemConstructorOptions[]
const LINE: MenuItemConstructorOptions = { type: 'separator' }

/** Groups parted by lines, without a line where a group is empty. */
function grouped(...groups: readonly Items[]): Items {
  return groups
    .filter(group => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [LINE, ...group]))
}

/** What every text field understands, and the key by which it does. */
const EDITING = [
  ['undo', 'CmdOrCtrl+Z'],
  ['redo', 'CmdOrCtrl+Shift+Z'],
  ['cut', 'CmdOrCtrl+X'],
  ['copy', 'CmdOrCtrl+C'],
  ['paste', 'CmdOrCtrl+V'],
  ['selectAll', 'CmdOrCtrl+A'],
] as const

/**
 * One item for each key. On a Mac text fields hear these keys through the menu alone, so the system's items stay
 * there and the app hears its key by itself; elsewhere text fields need no menu, and the app's item takes the place.
 */
function editMenu({ words, isMac }: MenuParts, commands: Items): Items {
  const keys = new Set<unknown>(EDITING.map(([, key]) => key))
  const standard = EDITING.map(([role, key]) => {
    const own = isMac ? undefined : commands.find(({ accelerator }) => accelerator === key)
    return own ?? { role, label: words[role] }
  })
  return grouped(
    standard,
    commands.filter(({ accelerator }) => !keys.has(accelerator)),
  )
}

/** The native menu: the app's commands with their keys, and what every desktop app has. */
export function menuTemplate(parts: MenuParts): Items {
  const { words, isMac, isPackaged, entries, recents } = parts

  const commandsOf = (menu: MenuEntry['menu']): Items =>
    entries
      .filter(entry => entry.menu === menu)
      .map(({ id, label, accelerator, enabled }) => ({
        id,
        // Elsewhere than on a Mac an ampersand marks the letter that opens the item.
        label: isMac ? label : label.replaceAll('&', '&&'),
        enabled,
        ...(accelerator === null ? {} : { accelerator }),
        click: () => parts.onCommand(id),
      }))
  const recent: MenuItemConstructorOptions = {
    label: words.openRecent,
    submenu:
      recents.length === 0
        ? [{ label: words.noRecent, enabled: false }]
        : recents.map(dir => ({ label: dir.replaceAll('&', '&&'), click: () => parts.onOpenRecent(dir) })),
  }
  const about: MenuItemConstructorOptions = { label: words.about, click: parts.onAbout }
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit }

  const file = grouped(commandsOf('file'), [recent], isMac ? [] : [quit])
  const edit = editMenu(parts, commandsOf('edit'))
  const view = grouped(
    commandsOf('view'),
    [
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      { role: 'togglefullscreen', label: words.fullScreen },
    ],
    isPackaged ? [] : [{ role: 'toggleDevTools', label: words.developerTools }],
  )
  const go = commandsOf('go')
  const window: Items = [
    { role: 'minimize', label: words.minimize },
    { role: 'close', label: words.closeWindow },
  ]
  const help = grouped(commandsOf('help'), isMac ? [] : [about])
  return [
    ...(isMac ? [{ label: 'Stet', submenu: grouped([about], [quit]) }] : []),
    { label: words.file, submenu: file },
    { label: words.edit, submenu: edit },
    { label: words.view, submenu: view },
    ...(go.length === 0 ? [] : [{ label: words.go, submenu: go }]),
    { label: words.window, submenu: window },
    ...(help.length === 0 ? [] : [{ role: 'help' as const, label: words.help, submenu: help }]),
  ]
}
