import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PageView } from '../../electron/page/page-view.ts'

const made = vi.hoisted(() => [] as unknown[])

vi.mock('electron', () => ({
  session: { fromPartition: () => ({ clearStorageData: async () => {} }) },
  WebContentsView: function newView(options: unknown) {
    const view = new View(options)
    made.push(view)
    return view
  },
}))

class Contents extends EventEmitter {
  readonly loaded: string[] = []
  isClosed = false
  readonly sent: unknown[] = []
  loadURL = async (url: string) => void this.loaded.push(url)
  isDestroyed = () => this.isClosed
  getZoomFactor = () => 1
  focus = vi.fn()
  send = (_channel: string, said: unknown) => this.sent.push(said)
  close(): void {
    this.isClosed = true
    this.emit('destroyed')
  }
}

class View {
  readonly webContents = new Contents()
  readonly options: unknown
  bounds: unknown
  constructor(options: unknown) {
    this.options = options
  }
  setBackgroundColor = () => {}
  setBounds = (bounds: unknown) => (this.bounds = bounds)
}

class Window extends EventEmitter {
  readonly webContents = new Contents()
  readonly views: unknown[] = []
  readonly contentView = {
    children: this.views,
    addChildView: (view: unknown) => this.views.push(view),
    removeChildView: (view: unknown) => {
      const at = this.views.indexOf(view)
      if (at !== -1) this.views.splice(at, 1)
    },
  }
  isDestroyed = () => false
  getContentBounds = () => ({ width: 1000, height: 800 })
}

const A = '0123456789abcdef'
const B = 'fedcba9876543210'
const bounds = { x: 0, y: 100, width: 500, height: 400 }
const view = () => made.at(-1) as View

describe('the archived page on the desktop', () => {
  let window: Window
  let page: PageView

  beforeEach(() => {
    vi.useFakeTimers()
    made.length = 0
    window = new Window()
    page = new PageView(() => window as unknown as BrowserWindow)
    page.show({ snapshotId: A, bounds })
  })
  afterEach(() => vi.useRealTimers())

  it('is shown without scripts, preload or dialogues', () => {
    expect(view().webContents.loaded).toEqual([`snapshot://s${A}/`])
    expect(view().bounds).toEqual(bounds)
    const { webPreferences } = view().options as { webPreferences: Record<string, unknown> }
    expect(webPreferences).toMatchObject({ javascript: false, sandbox: true, disableDialogs: true })
    expect(webPreferences).not.toHaveProperty('preload')
  })

  it('is moved, not loaded again, when its place changes', () => {
    page.show({ snapshotId: A, bounds: { ...bounds, y: 200 } })
    expect(made).toHaveLength(1)
    expect(view().bounds).toEqual({ ...bounds, y: 200 })
  })

  it('comes back as it was after something stood over it for a moment', () => {
    page.show(null)
    expect(window.views).toEqual([])
    page.show({ snapshotId: A, bounds })
    expect([window.views, made.length]).toEqual([[view()], 1])
    vi.runAllTimers()
    expect(view().webContents.isClosed).toBe(false)
  })

  it('is freed when it stays out of sight, when another takes its place, and with its window', () => {
    page.show(null)
    vi.runAllTimers()
    expect(view().webContents.isClosed).toBe(true)
    page.show({ snapshotId: A, bounds })
    const first = view()
    page.show({ snapshotId: B, bounds })
    expect([first.webContents.isClosed, window.views]).toEqual([true, [view()]])
    window.emit('closed')
    expect(view().webContents.isClosed).toBe(true)
    expect(window.listenerCount('closed') + window.webContents.listenerCount('before-input-event')).toBe(0)
  })

  it('tells the app what was cancelled, for each page anew', () => {
    page.countBlocked()
    page.countBlocked()
    page.show({ snapshotId: B, bounds })
    page.countBlocked()
    expect(window.webContents.sent).toEqual([
      { snapshotId: A, count: 1 },
      { snapshotId: A, count: 2 },
      { snapshotId: B, count: 1 },
    ])
  })

  it('is entered by F6 and left by F6 or Escape', () => {
    const press = (contents: Contents, key: string) =>
      contents.emit('before-input-event', { preventDefault: () => {} }, { type: 'keyDown', key })
    press(window.webContents, 'F6')
    expect(view().webContents.focus).toHaveBeenCalledOnce()
    press(view().webContents, 'Escape')
    press(view().webContents, 'F6')
    press(view().webContents, 'Tab')
    expect(window.webContents.focus).toHaveBeenCalledTimes(2)
  })
})
