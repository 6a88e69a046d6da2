import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchStandin, type Standin } from './launch.ts'

const MAIN = fileURLToPath(new URL('fixtures/tiny-main.js', import.meta.url))

// What the tiny app's page has on its window.
declare global {
  var tiny: {
    connect(): void
    who(): Promise<{ url: string; own: boolean; blocked: number }>
    show(): Promise<void>
    debug(): Promise<Record<'early' | 'words' | 'cookies' | 'agent' | 'foreign', string>>
    unknown(): Promise<void>
  }
  var heard: unknown[]
  var port: MessagePort
  var word: string
}

describe('the stand-in for Electron', () => {
  let app: Standin
  let profileDir: string
  let asked = 0
  const outside = createServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    const { port } = outside.address() as AddressInfo
    if (request.url === '/page') return response.end(`<iframe src="http://127.0.0.2:${port}/frame"></iframe>`)
    if (request.url === '/frame') return response.end('<p>words of a frame</p>')
    asked++
    response.end()
  })

  beforeAll(async () => {
    await new Promise<void>(resolve => outside.listen(0, '0.0.0.0', resolve))
    const { port } = outside.address() as AddressInfo
    profileDir = await mkdtemp(join(tmpdir(), 'stet-tiny-'))
    const env = { TINY_OUTSIDE: `http://127.0.0.1:${port}` }
    app = await launchStandin({ mainFile: MAIN, profileDir, env })
  })
  afterAll(async () => {
    await app?.kill()
    outside.close()
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 })
  })

  it('shows the app from its own scheme and tells main the address it knows', async () => {
    expect(await app.page.title()).toBe('Tiny')
    expect(await app.page.evaluate(() => globalThis.tiny.who())).toMatchObject({
      url: 'app://tiny/',
      own: true,
    })
  })

  it('gives the page what the preload exposed and nothing else of it', async () => {
    const seen = await app.page.evaluate(() => ({
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      ipcRenderer: typeof (globalThis as { ipcRenderer?: unknown }).ipcRenderer,
      strange: Object.keys(globalThis).filter(key => /^stet[0-9a-f]|__pw/.test(key)),
      frozen: Object.isFrozen(globalThis.tiny),
    }))
    expect(seen).toEqual({
      require: 'undefined',
      process: 'undefined',
      ipcRenderer: 'undefined',
      strange: [],
      frozen: true,
    })
    await app.page.waitForFunction(() => globalThis.word === 'stet')
  })

  it('carries a port from the page to the utility process, bytes and all', async () => {
    await app.page.evaluate(() => globalThis.tiny.connect())
    await app.page.waitForFunction(() => globalThis.port !== undefined)
    await app.page.evaluate(() => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window
      globalThis.port.postMessage({ bytes: new Uint8Array([1, 2, 255]), at: new Date(5), none: undefined })
    })
    await app.page.waitForFunction(() => globalThis.heard.length === 1)
    const heard = await app.page.evaluate(() => {
      const [{ echoed, type }] = globalThis.heard as [
        { echoed: { bytes: Uint8Array; at: Date }; type: string },
      ]
      return { bytes: [...echoed.bytes], at: echoed.at.getTime(), keys: Object.keys(echoed), type }
    })
    expect(heard).toEqual({ bytes: [1, 2, 255], at: 5, keys: ['bytes', 'at', 'none'], type: 'utility' })
  })

  it('keeps scripts from running in a view without them, and cancels what its session cancels', async () => {
    await app.page.evaluate(() => globalThis.tiny.show())
    const view = app.pageOf('snapshot')
    expect(await view?.title()).toBe('Kept')
    expect(await view?.textContent('p')).toBe('as it stood')
    expect(await app.page.evaluate(() => globalThis.tiny.who())).toMatchObject({ blocked: 1 })
    expect(asked).toBe(0)
  })

  it('refuses what the app navigates to when main refuses', async () => {
    await app.page.evaluate(() => void (location.href = 'https://example.org/'))
    await app.page.waitForTimeout(200)
    expect(await app.page.title()).toBe('Tiny')
  })

  it('reads a hidden page and its frames through the debugger, each time in an empty session', async () => {
    for (const turn of [1, 2]) {
      const seen = await app.page.evaluate(() => globalThis.tiny.debug())
      expect(seen, `turn ${turn}`).toEqual({
        early: expect.stringContaining('commands before the first document'),
        words: 'words of a frame',
        cookies: '',
        agent: expect.stringMatching(/Stet\S+ Chrome\S+ Safari/),
        foreign: "'Page.printToPDF' wasn't found",
        detached: true,
      })
    }
  })

  it('throws on a part of Electron it does not know', async () => {
    const message = app.page.evaluate(() => globalThis.tiny.unknown())
    await expect(message).rejects.toThrow(/does not know app\.makeCoffee/)
    expect(app.output()).toContain('app.makeCoffee')
  })

  it('closes the port when the utility process is killed', async () => {
    await app.page.evaluate(() => {
      globalThis.port.addEventListener('close', () => globalThis.heard.push('closed'))
    })
    app.killUtility()
    await app.page.waitForFunction(() => globalThis.heard.includes('closed'))
  })

  it('quits by closing its windows', async () => {
    expect(await app.quit()).toBe(0)
  })
})
