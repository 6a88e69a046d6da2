import type { MessagePortMain } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FromPage, ToPage } from '../../electron/capture/messages.ts'
import type { FromCore } from '../../electron/core/messages.ts'
import { DesktopBrowser } from '../../electron/worker/desktop-browser.ts'
import { Channel, type Port, turns } from './fake-electron.ts'

const PROXY = 'socks5://127.0.0.1:40001'

/** Main's end of one page. */
class Page {
  readonly heard: ToPage[] = []
  readonly port: Port
  /** Results of commands by method; an error is a refusal. What has none waits. */
  answers: Record<string, unknown>

  constructor(port: Port, answers: Record<string, unknown>) {
    this.port = port
    this.answers = answers
    port.on('message', ({ data }: { data: ToPage }) => {
      this.heard.push(data)
      if (data.type === 'close') port.close()
      if (data.type !== 'command' || !(data.method in this.answers)) return
      const result = this.answers[data.method]
      if (result instanceof Error) this.says({ type: 'failed', id: data.id, message: result.message })
      else this.says({ type: 'answer', id: data.id, result: result as Record<string, unknown> })
    })
    port.start()
  }
  says(message: FromPage): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window
    this.port.postMessage(message)
  }
  get commands(): readonly string[] {
    return this.heard.flatMap(one => (one.type === 'command' ? [one.method] : []))
  }
}

describe('the desktop’s browser, as the core has it', () => {
  let browser: DesktopBrowser
  let wanted: FromCore[]
  let pages: Page[]
  let refusal: string | null
  let answers: Record<string, unknown>

  beforeEach(() => {
    wanted = []
    pages = []
    refusal = null
    answers = {}
    browser = new DesktopBrowser(message => {
      wanted.push(message)
      if (message.type !== 'browser') return
      const { want, wanted: what } = message
      const answer = (given: Parameters<typeof browser.answered>[0]['given'], port: Port | null = null) =>
        setImmediate(() => browser.answered({ type: 'browser', want, given }, port as MessagePortMain | null))
      if (what.kind === 'about')
        return answer({ kind: 'about', product: 'Chrome/150.0.1', userAgent: 'Mozilla' })
      if (refusal !== null) return answer({ kind: 'refused', message: refusal })
      const { port1, port2 } = new Channel()
      pages.push(new Page(port1, answers))
      answer({ kind: 'page' }, port2)
    })
  })

  const open = async () => (await browser.get()).openPage({ proxy: PROXY })

  it('is always there, and is asked once what it is', async () => {
    expect(await browser.find()).toBe(process.execPath)
    const [first, second] = await Promise.all([browser.get(), browser.get()])
    expect(first).toBe(second)
    expect(first).toMatchObject({ product: 'Chrome/150.0.1', userAgent: 'Mozilla' })
    expect(wanted).toHaveLength(1)
  })

  it('gives pages that answer commands, each with its own answer', async () => {
    const page = await open()
    expect(wanted.at(-1)).toMatchObject({ wanted: { kind: 'page', proxy: PROXY } })
    pages[0]!.answers = { 'Page.a': { a: 1 }, 'Page.b': { b: 2 }, 'Fetch.c': new Error('Invalid state') }
    const asked = [
      page.session.send('Page.a'),
      page.session.child('F').send('Page.b'),
      page.session.send('Fetch.c'),
    ]
    expect(await Promise.allSettled(asked)).toMatchObject([
      { value: { a: 1 } },
      { value: { b: 2 } },
      { reason: new Error('Fetch.c: Invalid state') },
    ])
    expect(pages[0]!.heard).toMatchObject([
      { method: 'Page.a', sessionId: '' },
      { method: 'Page.b', sessionId: 'F' },
      { method: 'Fetch.c', sessionId: '' },
    ])
  })

  it('tells events to those who listen on that session, until it is over', async () => {
    const { session } = await open()
    const heard: unknown[] = []
    const stop = session.on('Page.x', params => heard.push(['page', params]))
    session.child('F').on('Page.x', params => heard.push(['frame', params]))
    await turns()
    expect(pages[0]!.heard).toEqual([{ type: 'hear', event: 'Page.x' }])
    const event = (method: string, sessionId: string, params = {}) =>
      pages[0]!.says({ type: 'event', method, params, sessionId })
    event('Page.x', '', { n: 1 })
    event('Page.x', 'F', { n: 2 })
    event('Page.x', 'other')
    await turns()
    stop()
    event('Page.x', '', { n: 3 })
    event('Target.detachedFromTarget', '', { sessionId: 'F' })
    event('Page.x', 'F', { n: 4 })
    await turns()
    expect(heard).toEqual([
      ['page', { n: 1 }],
      ['frame', { n: 2 }],
    ])
  })

  it('ends what waits when the page is lost, with words for people', async () => {
    const page = await open()
    const { session } = page
    const waiting = session.send('Page.captureScreenshot')
    waiting.catch(() => {})
    pages[0]!.says({ type: 'gone', why: 'was closed' })
    await expect(waiting).rejects.toMatchObject({
      code: 'io',
      data: { reason: 'browser-gone' },
      message: 'The window that showed the page was closed. Nothing that was saved is affected; try again.',
    })
    expect(session.gone.aborted).toBe(true)
    await expect(session.send('Page.enable')).rejects.toMatchObject({ code: 'io' })
    await page.close()
  })

  it('closes pages, and all of them with itself', async () => {
    const [first] = [await open(), await open(), await open()]
    await first.close()
    expect(pages.map(({ port }) => port.isClosed)).toEqual([true, false, false])
    await browser.close()
    expect(pages.map(({ port }) => port.isClosed)).toEqual([true, true, true])
  })

  it('says why no window could be opened', async () => {
    refusal = 'an empty page took too long'
    await expect(open()).rejects.toMatchObject({
      code: 'io',
      message: expect.stringContaining(
        'No window could be opened for the page: an empty page took too long.',
      ),
    })
  })

  describe('signing in', () => {
    const url = 'https://news.example/login'
    const cookie = {
      name: 'sid',
      value: 'secret',
      domain: 'news.example',
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: true,
    }
    const whole = {
      'Network.setCookie': { success: true },
      'Page.enable': {},
      'Page.addScriptToEvaluateOnNewDocument': {},
      'Page.navigate': {},
      'Network.getAllCookies': { cookies: [{ ...cookie, size: 9, session: true }] },
      'Runtime.evaluate': { result: { value: ['https://news.example', { token: 'x' }] } },
    }
    /** The window that was asked for. */
    const opened = async (): Promise<Page> => {
      await turns(40)
      const [one] = pages
      if (!one) throw new Error('No window was asked for.')
      return one
    }

    it('gives what signs the person in, once they close the window', async () => {
      answers = whole
      const signedIn = browser.signIn({ url, state: { cookies: [cookie], storage: {} } })
      const window = await opened()
      expect(wanted.at(-1)).toMatchObject({ wanted: { kind: 'sign-in' } })
      expect(window.commands.slice(0, 4)).toEqual([
        'Network.setCookie',
        'Page.enable',
        'Page.addScriptToEvaluateOnNewDocument',
        'Page.navigate',
      ])
      window.says({ type: 'leaving' })
      expect(await signedIn).toEqual({
        cookies: [cookie],
        storage: { 'https://news.example': { token: 'x' } },
      })
      expect(window.port.isClosed).toBe(true)
    })

    it('fails where the address cannot be shown, and closes the window', async () => {
      answers = { ...whole, 'Page.navigate': { errorText: 'net::ERR_NAME_NOT_RESOLVED' } }
      await expect(browser.signIn({ url, state: null })).rejects.toMatchObject({
        code: 'network',
        message: expect.stringContaining('could not be shown (net::ERR_NAME_NOT_RESOLVED)'),
      })
      expect(pages[0]!.port.isClosed).toBe(true)
    })

    it('is stopped from outside, and keeps nothing', async () => {
      const stop = new AbortController()
      const signedIn = browser.signIn({ url, state: null, signal: stop.signal })
      signedIn.catch(() => {})
      const window = await opened()
      stop.abort()
      await expect(signedIn).rejects.toMatchObject({ code: 'cancelled' })
      expect(window.port.isClosed).toBe(true)
    })

    it('fails when the window is lost', async () => {
      const signedIn = browser.signIn({ url, state: null })
      signedIn.catch(() => {})
      const window = await opened()
      window.says({ type: 'gone', why: 'was lost (target closed)' })
      await expect(signedIn).rejects.toMatchObject({ code: 'io', data: { reason: 'browser-gone' } })
    })
  })
})
