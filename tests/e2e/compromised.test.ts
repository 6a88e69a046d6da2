import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BRIDGE_NAME, type DesktopBridge } from '../../archive/contract/desktop.ts'
import { archiveFolder } from './archive.ts'
import { DOORS, openDoor, type Door } from './door.ts'

/** The desktop's bridge by name, each a function but the platform; a new one has to be added here on purpose. */
const BRIDGE: Record<keyof DesktopBridge, 'function' | 'string'> = {
  platform: 'string',
  connect: 'function',
  showFolder: 'function',
  showExport: 'function',
  openExternal: 'function',
  showPage: 'function',
  print: 'function',
  openArchive: 'function',
  onCommand: 'function',
  onBlocked: 'function',
  onCore: 'function',
  setMenu: 'function',
}

describe.each(DOORS)('a renderer that was taken over, by the door: $name', ({ kind, skip }) => {
  describe.skipIf(skip)('reaches the contract and nothing else', () => {
    let asked = 0
    const outside = createServer((_request, response) => {
      asked++
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('secret')
    })
    let address: string
    let folder: Awaited<ReturnType<typeof archiveFolder>>
    let door: Door

    beforeAll(async () => {
      await new Promise<void>(resolve => outside.listen(0, '127.0.0.1', resolve))
      address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
      folder = await archiveFolder()
      door = await openDoor(kind, { archiveDir: folder.dir })
      await door.page.getByRole('navigation', { name: 'Main' }).waitFor()
    }, 120_000)
    afterAll(async () => {
      await door?.close()
      outside.close()
      await folder?.remove()
    })

    it('has nothing of Node or Electron on its window', async () => {
      const names = [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        'ipcRenderer',
        'electron',
        '__dirname',
      ]
      const there = await door.page.evaluate(asking => asking.filter(name => name in window), names)
      expect(there).toEqual([])
    })

    it('has the bridge to the letter on the desktop, and none in a browser', async () => {
      const bridge = await door.page.evaluate(name => {
        const found = (window as unknown as Record<string, object | undefined>)[name]
        return found
          ? Object.fromEntries(Object.entries(found).map(([key, item]) => [key, typeof item]))
          : null
      }, BRIDGE_NAME)
      expect(bridge).toEqual(kind === 'browser' ? null : BRIDGE)
    })

    it('cannot change the bridge under the app', async () => {
      const changed = await door.page.evaluate(name => {
        const holder = window as unknown as Record<string, Record<string, unknown> | undefined>
        const before = holder[name]
        try {
          holder[name] = { platform: 'taken' }
        } catch {
          // Refused aloud is refused.
        }
        try {
          if (before) before['platform'] = 'taken'
        } catch {
          // As above.
        }
        return before !== undefined && (holder[name] !== before || before['platform'] === 'taken')
      }, BRIDGE_NAME)
      expect(changed).toBe(false)
    })

    it('cannot fetch from elsewhere, load from elsewhere, or read files', async () => {
      const reached = await door.page.evaluate(async url => {
        const got: string[] = []
        const attempt = (what: string, work: Promise<unknown>) =>
          work.then(
            () => got.push(what),
            () => undefined,
          )
        const loads = (what: string, element: HTMLElement) =>
          attempt(
            what,
            new Promise((resolve, reject) => {
              element.addEventListener('load', resolve)
              element.addEventListener('error', reject)
              document.head.append(element)
              setTimeout(reject, 1_500)
            }),
          )
        await Promise.all([
          attempt('fetch', fetch(`${url}/fetch`)),
          attempt('no-cors', fetch(`${url}/opaque`, { mode: 'no-cors' })),
          attempt('file', fetch('file:///etc/passwd')),
          loads('picture', Object.assign(new Image(), { src: `${url}/picture.png` })),
          loads('script', Object.assign(document.createElement('script'), { src: `${url}/script.js` })),
          attempt(
            'socket',
            new Promise((resolve, reject) => {
              const socket = new WebSocket(url.replace('http', 'ws'))
              socket.addEventListener('open', resolve)
              socket.addEventListener('error', reject)
            }),
          ),
        ])
        navigator.sendBeacon(`${url}/beacon`, 'taken')
        try {
          // oxlint-disable-next-line no-eval -- whether it is refused is what is asked
          if (window.eval('1 + 1') === 2) got.push('eval')
        } catch {
          // Refused by the content security policy.
        }
        return got
      }, address)
      expect(reached).toEqual([])
      await door.page.waitForTimeout(300)
      expect(asked).toBe(0)
    })

    it('cannot leave the app or open a window', async () => {
      const before = door.page.url()
      const opened = await door.page.evaluate(url => window.open(`${url}/window`) !== null, address)
      await door.page.waitForTimeout(300)
      // In a browser a window may open: it is the person's browser. It has nothing of the app.
      if (kind !== 'browser') expect(opened && asked > 0).toBe(false)
      if (kind === 'browser') return
      await door.page.evaluate(url => void (location.href = `${url}/away`), address)
      await door.page.waitForTimeout(500)
      expect(door.page.url()).toBe(before)
      expect(asked).toBe(0)
    })
  })
})
