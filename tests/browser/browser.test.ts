import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { expect, test, vi } from 'vitest'
import { findBrowser, launchBrowser, localBrowser } from '../../archive/browser/index.ts'
import { ensureBrowser } from '../support/browser.ts'

const profiles = async (): Promise<readonly string[]> =>
  (await readdir(tmpdir())).filter(name => name.startsWith(`stet-browser-${process.pid}-`))

test('a browser that is named is the only one looked for', async () => {
  expect(await findBrowser({ STET_BROWSER: process.execPath, PATH: '/usr/bin' })).toBe(process.execPath)
  expect(await findBrowser({ STET_BROWSER: '/no/such/program', PATH: '/usr/bin' })).toBeNull()
  expect(await findBrowser({ STET_BROWSER: 'none', PATH: '/usr/bin' })).toBeNull()
  const asked = localBrowser({ STET_BROWSER: '/no/such/program' }).get()
  await expect(asked).rejects.toMatchObject({ code: 'not-found' })
})

test('a program that is no browser is refused, and leaves nothing behind', async () => {
  await expect(launchBrowser('/bin/true')).rejects.toMatchObject({ code: 'io' })
  expect(await profiles()).toEqual([])
})

test('a browser that ends by itself is started anew, and none leaves a profile behind', async () => {
  const source = localBrowser({ ...process.env, STET_BROWSER: await ensureBrowser() })
  const first = await source.get()
  const page = await first.openPage({ proxy: 'socks5://127.0.0.1:9' })
  const waiting = page.session.send('Runtime.evaluate', {
    expression: 'new Promise(() => {})',
    awaitPromise: true,
  })
  // A page cannot end its browser; this is what a crash of it looks like.
  page.session.send('Browser.close').catch(() => {})
  await expect(waiting).rejects.toThrow(/gone|ended by itself/)
  await vi.waitFor(() => expect(page.session.gone.aborted).toBe(true))
  expect(page.session.gone.reason).toMatchObject({ code: 'io', data: { reason: 'browser-gone' } })
  const second = await source.get()
  expect(second).not.toBe(first)
  await (await second.openPage({ proxy: 'socks5://127.0.0.1:9' })).close()
  await source.close()
  expect(await profiles()).toEqual([])
})
