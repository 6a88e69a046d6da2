import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { localBrowser, type RunningBrowser } from '../../archive/browser/index.ts'
import { ensureBrowser } from '../support/browser.ts'

const PROXY = { proxy: 'socks5://127.0.0.1:9' }
const env = { ...process.env, STET_BROWSER: await ensureBrowser() }

/** Processes that this one started, and those that they did. A browser's helpers name its folder. */
function browserProcesses(): number {
  const mark = `stet-browser-${process.pid}-`
  return readdirSync('/proc').filter(pid => {
    if (!/^\d+$/.test(pid)) return false
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(mark)
    } catch {
      return false
    }
  }).length
}

function folders(): readonly string[] {
  return readdirSync(tmpdir()).filter(name => name.startsWith(`stet-browser-${process.pid}-`))
}

async function nothingIsLeft(): Promise<void> {
  await vi.waitFor(
    () => {
      expect(folders()).toEqual([])
      expect(browserProcesses()).toBe(0)
    },
    { timeout: 5_000, interval: 50 },
  )
}

test.runIf(process.platform === 'linux')(
  'a browser that is closed leaves no process and no folder',
  async () => {
    const source = localBrowser(env)
    await (await source.get()).openPage(PROXY)
    expect(browserProcesses()).toBeGreaterThan(1)
    await source.close()
    await nothingIsLeft()
  },
)

test.runIf(process.platform === 'linux')(
  'one whose first process is killed leaves none of the others',
  async () => {
    const source = localBrowser(env)
    onTestFinished(() => source.close())
    const browser = (await source.get()) as RunningBrowser
    await browser.openPage(PROXY)
    process.kill(browser.pid!, 'SIGKILL')
    await nothingIsLeft()
  },
)

test('one without work is closed after a while, and one at work is not', async () => {
  const source = localBrowser(env, { idleMs: 300 })
  onTestFinished(() => source.close())
  const browser = (await source.get()) as RunningBrowser
  const page = await browser.openPage(PROXY)
  await sleep(1_000)
  expect(browser.gone.aborted).toBe(false)
  await page.close()
  await vi.waitFor(() => expect(browser.gone.aborted).toBe(true), { timeout: 5_000 })
  await nothingIsLeft()
  const next = (await source.get()) as RunningBrowser
  expect(next.gone.aborted).toBe(false)
})

test('one that had its share of pages is replaced, and closed with its last page', async () => {
  const source = localBrowser(env, { maxPages: 2 })
  onTestFinished(() => source.close())
  const first = (await source.get()) as RunningBrowser
  const pages = [await first.openPage(PROXY), await first.openPage(PROXY)]
  const [second, third] = await Promise.all([source.get(), source.get()])
  expect(second).not.toBe(first)
  expect(third).toBe(second)
  await Promise.all(pages.map(page => page.close()))
  await vi.waitFor(() => expect(first.gone.aborted).toBe(true), { timeout: 15_000, interval: 200 })
})
