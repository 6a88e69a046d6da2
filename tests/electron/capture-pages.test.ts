import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FromPage, ToPage } from '../../electron/capture/messages.ts'
import { CapturePages } from '../../electron/capture/pages.ts'
import { fakeElectron, FakeWindow, type Port, sessions, turns } from './fake-electron.ts'

vi.mock('electron', async () => (await import('./fake-electron.ts')).fakeElectron)

const DOOR = 'socks5://127.0.0.1:40001'
const WORDS = 'Sign in, then close this window'

/** One page as the core has it. */
class Core {
  readonly heard: FromPage[] = []
  readonly port: Port
  isClosed = false

  constructor(port: unknown) {
    this.port = port as Port
    this.port.on('message', ({ data }: { data: FromPage }) => this.heard.push(data))
    this.port.on('close', () => (this.isClosed = true))
    this.port.start()
  }
  async says(message: ToPage): Promise<void> {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window
    this.port.postMessage(message)
    await turns()
  }
  async asks(method: string, params = {}, sessionId = ''): Promise<FromPage | undefined> {
    await this.says({ type: 'command', id: 1, method, params, sessionId })
    return this.heard.at(-1)
  }
}

const window = (): FakeWindow => FakeWindow.all.at(-1)!

describe('a page that is captured', () => {
  let pages: CapturePages
  const open = async (): Promise<Core> => {
    const { given, port } = await pages.give({ kind: 'page', proxy: DOOR })
    expect(given).toEqual({ kind: 'page' })
    return new Core(port)
  }

  beforeEach(() => {
    FakeWindow.all.length = 0
    FakeWindow.load = async () => {}
    sessions.length = 0
    pages = new CapturePages(() => WORDS)
  })

  it('lives in a window nobody sees, in a session of its own in memory, with one way out', async () => {
    await open()
    expect(window().isHidden).toBe(true)
    expect(window().options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      disableDialogs: true,
      backgroundThrottling: false,
      session: sessions[0],
    })
    expect(window().options.webPreferences).not.toHaveProperty('preload')
    expect(sessions[0]!.partition).toMatch(/^capture-[0-9a-f-]{36}$/)
    expect(sessions[0]!.proxies.at(-1)).toEqual({ proxyRules: DOOR, proxyBypassRules: '<-loopback>' })
    expect(window().webContents.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp')
  })

  it('has a document before it is sent a command', async () => {
    await open()
    expect(window().webContents.loaded).toEqual(['about:blank'])
    expect(window().webContents.debugger.attached).toBe('1.3')
  })

  it.each(['direct://', 'socks5://192.0.2.1:1080', 'http://127.0.0.1:80', `${DOOR},direct://`])(
    'is not opened with another way out: %s',
    async proxy => {
      const { given, port } = await pages.give({ kind: 'page', proxy })
      expect([given.kind, port, FakeWindow.all]).toEqual(['refused', null, []])
    },
  )

  it('is refused permissions, downloads, and what is not of the web', async () => {
    await open()
    const [session] = sessions
    const decide = vi.fn()
    session!.setPermissionRequestHandler.mock.calls[0]![0](
      { getURL: () => 'https://a.example/' },
      'geolocation',
      decide,
    )
    expect(decide).toHaveBeenCalledWith(false)
    expect(
      session!.setPermissionCheckHandler.mock.calls[0]![0](null, 'notifications', 'https://a.example'),
    ).toBe(false)
    const download = { preventDefault: vi.fn() }
    session!.emit('will-download', download, { getURL: () => 'https://a.example/x.zip' })
    expect(download.preventDefault).toHaveBeenCalledOnce()
    const [[filter]] = session!.webRequest.onBeforeRequest.mock.calls as [
      [(one: object, answer: unknown) => void],
    ]
    const cancelled = (url: string): boolean => {
      const answer = vi.fn()
      filter({ url }, answer)
      return (answer.mock.calls[0] as [{ cancel: boolean }])[0].cancel
    }
    expect(['https://a.example/', 'wss://a.example/', 'data:,x'].map(cancelled)).toEqual([
      false,
      false,
      false,
    ])
    expect(['file:///etc/passwd', 'app://stet/', 'devtools://x/'].map(cancelled)).toEqual([true, true, true])
  })

  it('carries commands, answers and the browser’s own words, for the page and its frames', async () => {
    const core = await open()
    const { debugger: cdp } = window().webContents
    cdp.answer = async method => ({ of: method })
    expect(await core.asks('Page.enable', { a: 1 })).toEqual({
      type: 'answer',
      id: 1,
      result: { of: 'Page.enable' },
    })
    await core.asks('Runtime.evaluate', {}, 'FRAME')
    expect(cdp.commands).toEqual([
      ['Page.enable', { a: 1 }],
      ['Runtime.evaluate', {}, 'FRAME'],
    ])
    cdp.answer = async () => Promise.reject(new Error('No node with given id found'))
    expect(await core.asks('DOM.resolveNode')).toEqual({
      type: 'failed',
      id: 1,
      message: 'No node with given id found',
    })
  })

  it('passes on events that are listened to, and the end of a session or of the page’s process', async () => {
    const core = await open()
    const { webContents } = window()
    const event = (method: string, sessionId = '') =>
      webContents.debugger.emit('message', {}, method, { n: 1 }, sessionId)
    await core.says({ type: 'hear', event: 'Network.responseReceived' })
    event('Network.dataReceived')
    event('Network.responseReceived', 'FRAME')
    event('Target.detachedFromTarget')
    webContents.emit('render-process-gone', {}, { reason: 'oom' })
    await turns()
    expect(core.heard).toEqual([
      { type: 'event', method: 'Network.responseReceived', params: { n: 1 }, sessionId: 'FRAME' },
      { type: 'event', method: 'Target.detachedFromTarget', params: { n: 1 }, sessionId: '' },
      { type: 'event', method: 'Inspector.targetCrashed', params: {}, sessionId: '' },
    ])
  })

  it.each(['Browser.close', 'Target.createTarget', 'Target.attachToBrowserTarget', 'SystemInfo.getInfo'])(
    'has no way to what is beyond it: %s',
    async method => {
      const core = await open()
      expect(await core.asks(method)).toMatchObject({ type: 'failed' })
      expect(window().webContents.debugger.commands).toEqual([])
    },
  )

  it('is printed by Electron itself', async () => {
    const core = await open()
    const params = {
      paperWidth: 8,
      paperHeight: 11,
      marginTop: 0,
      generateTaggedPDF: true,
      transferMode: 'ReturnAsStream',
    }
    expect(await core.asks('Page.printToPDF', params)).toEqual({
      type: 'answer',
      id: 1,
      result: { data: Buffer.from('%PDF-').toString('base64') },
    })
    expect(window().webContents.printToPDF).toHaveBeenCalledWith({
      generateTaggedPDF: true,
      pageSize: { width: 8, height: 11 },
      margins: { top: 0 },
    })
  })

  it('stays when its own script closes it, and goes when the core is done with it', async () => {
    const core = await open()
    expect(window().close()).toBe(true)
    expect(window().gone).toBe(false)
    await core.says({ type: 'close' })
    expect([window().gone, core.isClosed]).toEqual([true, true])
    expect(sessions[0]!.emptied).toHaveBeenCalledOnce()
  })

  it('leaves a page that does not want to be left', async () => {
    await open()
    const event = { preventDefault: vi.fn() }
    window().webContents.emit('will-prevent-unload', event)
    expect(event.preventDefault).toHaveBeenCalledOnce()
  })

  it('hands its session on once that is empty, and only then', async () => {
    const first = await open()
    await open()
    expect(sessions).toHaveLength(2)
    await first.says({ type: 'close' })
    await open()
    expect(sessions).toHaveLength(2)
    expect(window().options.webPreferences['session']).toBe(sessions[0])
    sessions[1]!.emptied.mockRejectedValueOnce(new Error('busy'))
    pages.closeAll()
    await turns()
    const session = (await open(), window().options.webPreferences['session'])
    expect(session).toBe(sessions[0])
    await open()
    expect(window().options.webPreferences['session']).toBe(sessions[2])
  })

  it('says why it is lost, once', async () => {
    const core = await open()
    window().destroy()
    window().webContents.debugger.emit('detach', {}, 'target closed')
    await turns()
    expect(core.heard).toEqual([{ type: 'gone', why: 'was closed' }])
    expect(core.isClosed).toBe(true)
    expect(sessions[0]!.emptied).toHaveBeenCalledOnce()
  })

  it('goes with the core, also when it was only being opened', async () => {
    const core = await open()
    const { promise, resolve } = Promise.withResolvers<void>()
    FakeWindow.load = () => promise
    const opening = pages.give({ kind: 'page', proxy: DOOR })
    await turns()
    pages.closeAll()
    resolve()
    expect((await opening).given.kind).toBe('refused')
    await turns()
    expect(FakeWindow.all.map(({ gone }) => gone)).toEqual([true, true])
    expect(core.isClosed).toBe(true)
    expect(sessions.map(({ emptied }) => emptied.mock.calls.length)).toEqual([1, 1])
  })

  it('goes when the core lets go of its port', async () => {
    const core = await open()
    core.port.close()
    await turns()
    expect(window().gone).toBe(true)
  })

  it('is refused, and leaves nothing, where it cannot be opened', async () => {
    FakeWindow.load = async () => Promise.reject(new Error('ERR_FAILED (-2)'))
    const { given } = await pages.give({ kind: 'page', proxy: DOOR })
    expect(given).toEqual({ kind: 'refused', message: 'ERR_FAILED (-2)' })
    expect(window().gone).toBe(true)
  })

  it('calls itself what Chrome of that version does', async () => {
    const { given } = await pages.give({ kind: 'about' })
    const chrome =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'
    expect(given).toMatchObject({ kind: 'about', userAgent: chrome })
    await open()
    expect(sessions[0]!.userAgent).toBe(chrome)
    expect(fakeElectron.app.userAgentFallback).toContain('Electron')
  })
})

describe('a window to sign in', () => {
  let pages: CapturePages
  let core: Core

  beforeEach(async () => {
    FakeWindow.all.length = 0
    sessions.length = 0
    pages = new CapturePages(() => WORDS)
    core = new Core((await pages.give({ kind: 'sign-in' })).port)
  })

  it('is seen, without a menu, with nothing of ours in the page and a session of its own', () => {
    expect(window().isHidden).toBe(false)
    expect(window().removeMenu).toHaveBeenCalled()
    expect(window().options.webPreferences).not.toHaveProperty('preload')
    expect(window().options.webPreferences).toMatchObject({ sandbox: true, session: sessions[0] })
    expect(sessions[0]!.partition).toMatch(/^sign-in-/)
    expect(sessions[0]!.proxies.at(-1)).toEqual({ mode: 'system' })
  })

  it('shows whose page it is, whatever the page calls itself', () => {
    expect(window().title).toBe(WORDS)
    window().webContents.go('https://accounts.news.example/login?next=/')
    const event = { preventDefault: vi.fn() }
    window().emit('page-title-updated', event, 'Your bank')
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(window().title).toBe(`https://accounts.news.example – ${WORDS}`)
  })

  it('dresses windows that the page opens alike', () => {
    const child = new FakeWindow({ webPreferences: {} })
    FakeWindow.all[0]!.webContents.emit('did-create-window', child)
    child.webContents.go('https://identity.example/')
    expect([child.title, child.removeMenu.mock.calls.length]).toEqual([
      `https://identity.example – ${WORDS}`,
      1,
    ])
  })

  it('is read before it goes, out of sight already', async () => {
    expect(window().close()).toBe(true)
    await turns()
    expect([window().isHidden, window().gone, core.heard]).toEqual([true, false, [{ type: 'leaving' }]])
    await core.says({ type: 'close' })
    expect(window().gone).toBe(true)
  })

  it('goes without being read when nobody reads it', () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    window().close()
    vi.runAllTimers()
    vi.useRealTimers()
    expect(window().gone).toBe(true)
  })
})
