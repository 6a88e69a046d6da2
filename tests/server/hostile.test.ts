import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Browser, Frame, Page } from 'playwright-core'
import { startServer, type RunningServer } from '../../archive/server/index.ts'
import type { Service } from '../../archive/service/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { tempDir } from '../support/temp.ts'
import { captureHostile, type HostileCapture } from './hostile-capture.ts'

/** The app as far as this test needs it: it shows the page as the app does. */
const APP = `<!doctype html><title>Host</title><div id="app"></div><script type="module" src="/assets/host.js"></script>`
const APP_SCRIPT = `const door = await (await fetch('/door.json')).json()
const frame = document.createElement('iframe')
frame.setAttribute('sandbox', '')
frame.style.cssText = 'width:900px;height:1200px'
frame.src = door.pagesUrl + location.hash.slice(1) + '/'
frame.addEventListener('load', () => document.body.dataset.loaded = 'yes')
document.body.append(frame)`

/** A browser that has nothing under way for this long has nothing left to do. */
const SETTLED_MS = 1_000

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
})

interface Served extends HostileCapture {
  readonly server: RunningServer
}

async function served(): Promise<Served> {
  const captured = await captureHostile()
  const rendererDir = join(await tempDir(), 'renderer')
  await mkdir(join(rendererDir, 'assets'), { recursive: true })
  await writeFile(join(rendererDir, 'index.html'), APP)
  await writeFile(join(rendererDir, 'assets/host.js'), APP_SCRIPT)
  const server = await startServer({ service: captured.service, rendererDir })
  onTestFinished(() => server.close())
  return { ...captured, server }
}

interface Watched {
  readonly page: Page
  readonly frame: Frame
  readonly asked: string[]
  readonly dialogs: string[]
  readonly windows: () => number
}

async function shown({ server, snapshotId }: Served): Promise<Watched> {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const asked: string[] = []
  const dialogs: string[] = []
  context.on('request', request => void asked.push(request.url()))
  const page = await context.newPage()
  page.on('dialog', dialog => {
    dialogs.push(dialog.message().slice(0, 20))
    void dialog.dismiss()
  })
  await page.goto(server.url)
  await page.goto(`${server.origin}/#${snapshotId}`)
  await page.reload()
  await page.waitForSelector('body[data-loaded]')
  const frame = page.frames().find(one => one.parentFrame() === page.mainFrame())
  if (!frame) throw new Error('The archived page is not shown.')
  return { page, frame, asked, dialogs, windows: () => context.pages().length }
}

test('A hostile page shows what is kept, runs nothing, asks nobody and leads nowhere', async () => {
  const what = await served()
  const { page, frame, asked, dialogs, windows } = await shown(what)

  // It is the page: its picture, its sheet with its import, its frame, what it shows without scripts.
  expect(await frame.locator('h1').innerText()).toContain('Tide gate')
  const look = (id: string): Promise<string> =>
    frame.locator(id).evaluate(element => getComputedStyle(element).color)
  expect(await look('#mark')).toBe('rgb(1, 2, 3)')
  expect(await look('#more')).toBe('rgb(4, 5, 6)')
  for (const id of ['#kept', '#lazy']) {
    expect(await frame.locator(id).evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(1)
  }
  expect(await frame.frameLocator('#frame').locator('#inside').innerText({ timeout: 2000 })).toBe(
    'Tide table',
  )
  expect(await frame.locator('#plain').isVisible()).toBe(true)

  // A person clicks on everything.
  for (const id of ['#out', '#script', '#own', '#send']) await frame.locator(id).click({ noWaitAfter: true })
  // What has not happened by then was not on its way.
  await page.waitForTimeout(SETTLED_MS)

  const origins = new Set(
    asked.filter(url => !/^(?:data|about|blob):/.test(url)).map(url => new URL(url).origin),
  )
  const pages = new URL(frame.url()).origin
  expect([...origins].toSorted()).toEqual([what.server.origin, pages].toSorted())
  expect(what.heard).toEqual([])
  expect(dialogs).toEqual([])
  expect(windows()).toBe(1)
  expect(page.url()).toBe(`${what.server.origin}/#${what.snapshotId}`)
  expect(new URL(frame.url()).pathname).toMatch(new RegExp(`/${what.snapshotId}/$`))
  expect(await frame.evaluate(() => document.documentElement.dataset['ran'])).toBeUndefined()
  expect(await frame.evaluate(() => origin)).toBe('null')
})

test('Opened by itself, the archived page still runs nothing and asks nobody', async () => {
  const what = await served()
  const { frame, windows, asked } = await shown(what)
  const alone = await frame.page().context().newPage()
  const before = asked.length
  await alone.goto(frame.url())
  await alone.locator('#out').click({ noWaitAfter: true })
  await alone.waitForTimeout(SETTLED_MS)
  expect(alone.url()).toBe(frame.url())
  expect(
    asked
      .slice(before)
      .filter(url => !url.startsWith('data:'))
      .every(url => url.startsWith(new URL(frame.url()).origin)),
  ).toBe(true)
  expect(what.heard).toEqual([])
  expect(windows()).toBe(2)
  expect(await alone.evaluate(() => document.documentElement.dataset['ran'])).toBeUndefined()
})

/** The archived page as it is stored after rewriting, without one of the headers that hold it. */
async function serveBare(service: Service, snapshotId: string): Promise<string> {
  async function answer(path: string, response: ServerResponse): Promise<void> {
    const { status, headers, body } = await service.pageResponse(snapshotId, path, {})
    response.writeHead(status, { 'content-type': headers['content-type'] })
    response.end(body)
  }
  const bare = createServer((request, response) => void answer((request.url ?? '/').slice(1), response))
  await new Promise<void>(resolve => bare.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    bare.close()
    bare.closeAllConnections()
  })
  return `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`
}

test('Rewriting alone, with neither sandbox nor policy, leaves nothing that runs or asks', async () => {
  const { service, snapshotId, heard, url: live } = await captureHostile()
  const bare = await serveBare(service, snapshotId)
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const asked: string[] = []
  context.on('request', request => void asked.push(request.url()))
  const page = await context.newPage()
  await page.goto(bare)
  for (const id of ['#out', '#script', '#own']) await page.locator(id).click({ noWaitAfter: true })
  await page.waitForTimeout(SETTLED_MS)
  expect(asked.filter(url => !url.startsWith(bare) && !/^(?:data|about):/.test(url))).toEqual([])
  expect(heard).toEqual([])
  expect(page.url()).toBe(bare)
  expect(await page.evaluate(() => document.documentElement.dataset['ran'] ?? String('ran' in window))).toBe(
    'false',
  )

  // The same page as its site serves it does all of that: the silence above was not the listener's.
  await page.goto(live, { waitUntil: 'commit' })
  await expect.poll(() => heard.length).toBeGreaterThan(5)
})
