import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { parseMenuEntries, safeAccelerator } from '../../electron/menu/menu-entries.ts'
import { menuTemplate, type MenuParts } from '../../electron/menu/menu-template.ts'
import { ar } from '../../electron/words/ar.ts'
import { en } from '../../electron/words/en.ts'
import { wordsFor } from '../../electron/words/language.ts'

const entry = {
  id: 'library.search',
  label: 'Search & find',
  menu: 'go',
  accelerator: 'CmdOrCtrl+F',
  enabled: true,
} as const

function parts(change: Partial<MenuParts> = {}): MenuParts {
  const nothing = () => {}
  return {
    words: en,
    isMac: false,
    isPackaged: true,
    entries: [entry],
    recents: [],
    onCommand: nothing,
    onOpenRecent: nothing,
    onAbout: nothing,
    ...change,
  }
}

const itemsOf = (template: MenuItemConstructorOptions[], label: string): MenuItemConstructorOptions[] =>
  itemsIn(template.find(each => each.label === label))

const itemsIn = (item: MenuItemConstructorOptions | undefined): MenuItemConstructorOptions[] =>
  Array.isArray(item?.submenu) ? item.submenu : []

/** Electron passes three arguments that these items do not look at. */
const click = (item: MenuItemConstructorOptions | undefined) => (item?.click as (() => void) | undefined)?.()

describe('the native menu', () => {
  it('has every command with its key, and runs it by its id', () => {
    const ran: string[] = []
    const [item] = itemsOf(menuTemplate(parts({ onCommand: id => ran.push(id) })), 'Go')
    expect(item).toMatchObject({ label: 'Search && find', accelerator: 'CmdOrCtrl+F', enabled: true })
    click(item)
    expect(ran).toEqual(['library.search'])
  })

  it('opens the archives opened before', () => {
    const opened: string[] = []
    const template = menuTemplate(parts({ recents: ['/a', '/b'], onOpenRecent: dir => opened.push(dir) }))
    const recent = itemsOf(template, 'File').find(each => each.label === en.openRecent)
    click(itemsIn(recent)[1])
    expect(opened).toEqual(['/b'])
  })

  it('puts "about" and "quit" where each system has them', () => {
    const labels = (items: MenuItemConstructorOptions[]) => items.map(each => each.label)
    expect(labels(itemsOf(menuTemplate(parts({ isMac: true })), 'Stet'))).toEqual([
      en.about,
      undefined,
      en.quit,
    ])
    expect(labels(itemsOf(menuTemplate(parts()), 'File'))).toContain(en.quit)
    expect(labels(itemsOf(menuTemplate(parts()), 'Help'))).toContain(en.about)
  })

  it('has one item for each key of editing', () => {
    const undo = {
      ...entry,
      id: 'app.undo',
      label: 'Undo',
      menu: 'edit',
      accelerator: 'CmdOrCtrl+Z',
    } as const
    const undos = (isMac: boolean) =>
      itemsOf(menuTemplate(parts({ isMac, entries: [undo] })), 'Edit').filter(each => each.label === 'Undo')
    expect(undos(false)).toMatchObject([{ id: 'app.undo' }])
    expect(undos(true)).toEqual([{ role: 'undo', label: 'Undo' }])
  })

  it('offers developer tools in development only', () => {
    const roles = (isPackaged: boolean) =>
      itemsOf(menuTemplate(parts({ isPackaged })), 'View').map(each => each.role)
    expect(roles(false)).toContain('toggleDevTools')
    expect(roles(true)).not.toContain('toggleDevTools')
  })

  it('speaks the language that was set, or the system’s', () => {
    expect(wordsFor('ar', 'en-GB')).toBe(ar)
    expect(wordsFor('system', 'ar-EG')).toBe(ar)
    expect(wordsFor('system', 'fr')).toBe(en)
    expect(Object.keys(ar)).toEqual(Object.keys(en))
    expect(menuTemplate(parts({ words: ar }))[0]?.label).toBe(ar.file)
  })
})

describe('a command for the menu', () => {
  it('is taken as it was sent', () => {
    expect(parseMenuEntries([entry])).toEqual([entry])
  })

  it.each([null, 'x', {}, [null], [{ ...entry, menu: 'secret' }], [{ ...entry, label: 7 }]])(
    'is not made of %j',
    sent => {
      expect(parseMenuEntries(sent)).toEqual([])
    },
  )

  it.each([
    ['CmdOrCtrl+Shift+E', 'CmdOrCtrl+Shift+E'],
    ['CmdOrCtrl+,', 'CmdOrCtrl+,'],
    ['Alt+Arrowleft', 'Alt+Left'],
    ['F6', 'F6'],
    // A letter alone would be taken from somebody who types.
    ['j', null],
    ['Shift+J', null],
    ['Hyper+J', null],
    ['CmdOrCtrl+Nokey', null],
    ['', null],
    [null, null],
  ])('with the key %j has %j', (sent, used) => {
    expect(safeAccelerator(sent)).toBe(used)
  })
})
