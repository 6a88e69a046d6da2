import { copyFile, chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { localBrowser, type RunningBrowser } from '../../../archive/browser/index.ts'
import type { BrowserSource, CdpSession } from '../../../archive/ports/browser.ts'
import { answers, type Handler, startSite } from '../support/server.ts'
import { page, PNG, reach, sharedBrowser } from './support.ts'

const source = await sharedBrowser()

async function killBrowser(): Promise<void> {
  const { pid } = (await source.get()) as RunningBrowser
  process.kill(-pid!, 'SIGKILL')
}

/** The site's picture, or its page, is the end of the browser so many times. */
function deadly(path: string, times: number): Handler {
  let left = times
  const handler = answers({
    '/': page('<img src="/a.png"><p>The last line.</p>'),
    '/a.png': { headers: { 'content-type': 'image/png' }, body: PNG },
  })
  return (request, response) => {
    if (request.url !== path || left-- <= 0) return handler(request, response)
    void killBrowser()
  }
}

const codes = ({ warnings }: { warnings: readonly { code: string }[] }): readonly string[] =>
  warnings.map(warning => warning.code)

test('a browser that is killed before the page answers is replaced, and the page captured', async () => {
  const site = await startSite(deadly('/', 1))
  const reached = await reach(source, `${site.origin}/`)
  expect(reached.dom).toContain('The last line.')
  expect(reached.warnings).toEqual([])
  // What was asked for in vain is in the record too.
  const asked = (await reached.resources()).entries.filter(entry => entry.request.url === `${site.origin}/`)
  expect(asked.map(entry => entry.response.status)).toEqual([0, 200])
})

test('one that is killed while the page is shown as well', async () => {
  const site = await startSite(deadly('/a.png', 1))
  const reached = await reach(source, `${site.origin}/`)
  expect(reached.dom).toContain('The last line.')
  expect((await reached.resources()).bodies.has(`${site.origin}/a.png`)).toBe(true)
})

test('where the page ends every browser, what was received is kept', async () => {
  const site = await startSite(deadly('/a.png', Infinity))
  const reached = await reach(source, `${site.origin}/`)
  expect(Object.keys(reached.files)).toEqual(['data/page.html'])
  expect(codes(reached)).toEqual(['browser-lost'])
})

test('where nothing was received either, the failure says what is safe and what to do', async () => {
  const site = await startSite(deadly('/', Infinity))
  await expect(reach(source, `${site.origin}/`)).rejects.toMatchObject({
    code: 'io',
    message: expect.stringMatching(/twice.*Nothing that was saved is affected\. Try again later/) as string,
  })
  const next = await startSite(answers({ '/': page('') }))
  expect((await reach(source, `${next.origin}/`)).dom).toContain('evening tide')
})

test('a page that ends browsers does not keep its neighbours from being captured', async () => {
  const deadlySite = await startSite(deadly('/a.png', Infinity))
  const site = await startSite(answers({ '/': page('<p>Peaceful.</p>') }))
  const [first, ...others] = await Promise.all([
    reach(source, `${deadlySite.origin}/`),
    reach(source, `${site.origin}/`),
    reach(source, `${site.origin}/`),
  ])
  expect(codes(first)).toEqual(['browser-lost'])
  for (const other of others) expect(other.dom).toContain('Peaceful.')
})

test('a tab that crashes leaves the page as received', async () => {
  let session: CdpSession | null = null
  const spied: BrowserSource = {
    ...source,
    async get() {
      const browser = await source.get()
      const { product, userAgent } = browser
      const openPage: typeof browser.openPage = async options => {
        const opened = await browser.openPage(options)
        ;({ session } = opened)
        return opened
      }
      return { product, userAgent, openPage }
    },
  }
  const handler = answers({ '/': page('<img src="/a.png">') })
  const site = await startSite((request, response) => {
    if (request.url === '/a.png') session?.send('Page.crash').catch(() => {})
    else handler(request, response)
  })
  const reached = await reach(spied, `${site.origin}/`)
  expect(Object.keys(reached.files)).toEqual(['data/page.html'])
  expect(codes(reached)).toEqual(['tab-crashed'])
})

test('a capture whose time is over keeps the page as far as it had come', async () => {
  const site = await startSite(
    answers({
      '/': page('<div style="height:90000px"></div><script>setInterval(() => fetch("/x"), 50)</script>'),
    }),
  )
  const reached = await reach(source, `${site.origin}/`, { captureTimeoutMs: 1_200 })
  expect(reached.dom).toContain('evening tide')
  expect(codes(reached)).toEqual(['time-over'])
})

test('a browser that was removed is asked for by name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'chromium')
  await copyFile('/bin/true', path)
  await chmod(path, 0o755)
  const gone = localBrowser({ STET_BROWSER: path })
  expect(await gone.find()).toBe(path)
  await rm(path)
  await expect(reach(gone, 'http://127.0.0.1:9/')).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining(path) as string,
  })
})
