import { expect, onTestFinished, test } from 'vitest'
import { localBrowser } from '../../archive/browser/index.ts'
import { StetError } from '../../archive/errors.ts'
import type { BrowserSource } from '../../archive/ports/browser.ts'
import { ensureBrowser } from '../support/browser.ts'
import { NO_BROWSER } from '../support/no-browser.ts'
import { send, startSite, story } from '../support/site.ts'
import { startService } from '../support/service.ts'

async function page() {
  const site = await startSite()
  onTestFinished(() => site.close())
  site.routes.set('/a', send(story()))
  return `${site.origin}/a`
}

/** A browser that is found and cannot be started; how often it was asked for. */
interface Broken extends BrowserSource {
  asked: number
  path: string | null
}

function brokenBrowser(): Broken {
  const source: Broken = {
    ...NO_BROWSER,
    asked: 0,
    path: '/opt/chromium',
    find: () => Promise.resolve(source.path),
    product: () => Promise.resolve('Chromium 156.0'),
    get() {
      source.asked++
      return Promise.reject(new StetError('io', 'The browser did not start. Nothing was captured.'))
    },
  }
  return source
}

test('pages are shown in the browser there is, unless the request or the settings say otherwise', async () => {
  const browser = brokenBrowser()
  const { calls, jobEnd } = await startService({ browser })
  const url = await page()
  const capture = async (engine: 'auto' | 'browser' | 'http' | null) => {
    const { items } = await jobEnd(calls.jobs.capture({ urls: [url], engine }))
    return items[0]?.result?.outcome ?? items[0]?.error?.code
  }
  expect(await capture(null), 'a browser that does not start is done without').toBe('snapshot')
  expect(browser.asked, 'auto is the default').toBeGreaterThan(0)
  browser.asked = 0
  expect(await capture('http')).toBe('check')
  const { capture: limits } = await calls.settings.get()
  await calls.settings.set({ capture: { ...limits, engine: 'http' } })
  expect(await capture(null)).toBe('check')
  expect(browser.asked).toBe(0)
  await capture('browser')
  expect(browser.asked, 'a request goes before the setting').toBeGreaterThan(0)
})

test('the status says which browser there is, and hears of one that was installed or taken away', async () => {
  const browser = brokenBrowser()
  const { calls } = await startService({ browser })
  const status = async () => (await calls.archive.status()).browser
  expect(await status()).toEqual({ path: '/opt/chromium', product: 'Chromium 156.0' })
  browser.path = null
  expect(await status()).toBeNull()
})

test('where a browser is wanted and there is none, the job says what to do', async () => {
  const { calls, jobEnd } = await startService()
  const job = await jobEnd(calls.jobs.capture({ urls: [await page()], engine: 'browser' }))
  expect(job).toMatchObject({ state: 'failed', error: { code: 'not-found' } })
  expect(job.error?.message).toMatch(/Nothing was captured/)
})

test('a job says which profile it uses', async () => {
  const { calls } = await startService()
  const { jobId } = await calls.jobs.capture({ urls: [await page()], engine: 'http' })
  expect((await calls.jobs.get({ jobId })).profile).toBeNull()
})

/** A story under a consent notice that offers no way to refuse. */
const WALL = story().replace(
  '</body>',
  `<div id="cookie-wall" style="position:fixed;inset:0;background:#fff">We use cookies.
  <button onclick="document.getElementById('cookie-wall').remove()">Accept all</button></div></body>`,
)

test('consent is given only where the person allows it, and the snapshot says so', async () => {
  const browser = localBrowser({ ...process.env, STET_BROWSER: await ensureBrowser() })
  const { calls, jobEnd } = await startService({ browser })
  const site = await startSite()
  onTestFinished(() => site.close())
  site.routes.set('/wall', send(WALL))
  const consentAt = async () => {
    const job = calls.jobs.capture({ urls: [`${site.origin}/wall`], keep: true })
    const { snapshotId } = (await jobEnd(job)).items[0]!.result!
    const { record } = await calls.snapshot.evidence({ snapshotId: snapshotId! })
    return record.view?.behaviours.find(({ name }) => name.endsWith('consent'))?.outcome
  }
  expect(await consentAt()).toBeUndefined()
  const { capture } = await calls.settings.get()
  await calls.settings.set({ capture: { ...capture, acceptConsent: true } })
  expect(await consentAt()).toMatch(/^accepted/)
})
