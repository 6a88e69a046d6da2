import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Standin } from '../standin/launch.ts'
import { send, startSite, story, type Site } from '../support/site.ts'
import { type DesktopApp, startDesktop } from './desktop-app.ts'
import { until } from './door.ts'
import { bagOf, expectChrome, expectWholePage, FINISHED, jsonOf, page } from './script-page.ts'

describe('capturing on the desktop, with the app’s own Chromium', () => {
  let desktop: DesktopApp
  let app: Standin
  let site: Site
  let inside: Site
  let askedInside = 0

  const main = () => app.page.getByRole('main')
  const row = (headline: string) => main().getByRole('row').filter({ hasText: headline })
  const field = () => main().getByRole('textbox', { name: 'Addresses, or text to import' })
  const capture = async (...paths: readonly string[]): Promise<void> => {
    await app.page.getByRole('link', { name: 'Library' }).click()
    await field().fill(paths.map(path => site.origin + path).join('\n'))
    await main()
      .getByRole('button', { name: /^Capture( \d+)?/ })
      .first()
      .click()
  }
  /** Waits until no window is left that nobody sees. */
  const noWindows = () =>
    until('the end of the windows', async () => {
      const windows = await app.windows()
      return windows.every(({ isVisible }) => isVisible) ? true : null
    })
  const sessionsMade = () =>
    app.recorded.filter(
      ({ api, args }) => api === 'session.create' && /^(capture|sign-in)-/.test(String(args[0])),
    )

  beforeAll(async () => {
    ;[site, inside] = await Promise.all([startSite(), startSite()])
    inside.routes.set('/secret', (request, response) => {
      askedInside++
      send('{}', 'application/json')(request, response)
    })
    const nasty = `fetch('${inside.origin}/secret').catch(() => {})
      new WebSocket('${inside.origin.replace('http', 'ws')}/secret')
      alert('Stay'); window.open('/elsewhere'); window.close(); onbeforeunload = () => 'no'`
    site.routes.set('/finished', send(page(FINISHED, nasty)))
    desktop = await startDesktop()
    ;({ app } = desktop)
    await field().waitFor()
  }, 120_000)
  afterAll(async () => {
    await desktop?.close()
    await Promise.all([site?.close(), inside?.close()])
  })

  it('keeps the words that only a script writes, the page as rendered and a picture of it', async () => {
    await capture('/finished')
    await row(FINISHED).first().waitFor()
    await expectWholePage(await bagOf(desktop.archiveDir, FINISHED))
  })

  it('reads the page as Chrome does, and says which browser it was', async () => {
    await expectChrome(await bagOf(desktop.archiveDir, FINISHED))
  })

  it('lets the page reach nobody inside the network, and records that it tried', async () => {
    expect(askedInside).toBe(0)
    const har = JSON.stringify(await jsonOf(await bagOf(desktop.archiveDir, FINISHED), 'network.har'))
    expect(har).toContain(`${inside.origin}/secret`)
    expect(har).toContain('private')
  })

  it('leaves no window behind, and uses a session again once it is empty', async () => {
    await noWindows()
    const before = sessionsMade().length
    site.routes.set('/second', send(page('A second page for the same window', '')))
    await capture('/second')
    await row('A second page for the same window').first().waitFor()
    await noWindows()
    expect(sessionsMade()).toHaveLength(before)
  })

  it('gives nothing of one capture to the next', async () => {
    const title = 'What a page finds in a session that was used'
    const look = `add('p', 'Found: [' + document.cookie + '] [' + Object.keys(localStorage) + '] and nothing more than that, it says.')
      document.cookie = 'seen=1; max-age=9999'; localStorage.setItem('seen', '1')`
    site.routes.set('/look', send(page(title, look)))
    for (const turn of [1, 2]) {
      await capture('/look')
      await until(`capture ${turn}`, async () => {
        const texts = globSync('snapshots/*/*/*/data/article.txt', { cwd: desktop.archiveDir })
        const found = await Promise.all(texts.map(file => readFile(join(desktop.archiveDir, file), 'utf8')))
        return found.some(text => text.includes('Found:')) ? true : null
      })
      await noWindows()
    }
    expect(await readFile(join(await bagOf(desktop.archiveDir, title), 'article.txt'), 'utf8')).toContain(
      'Found: [] []',
    )
    await app.page.getByRole('link', { name: 'Library' }).click()
    await row(title).first().waitFor()
    expect(await row(title).getByText('2 versions').count()).toBe(0)
  })

  it('keeps what there is of a page whose process ends, with the reason, and captures on', async () => {
    const title = 'A page that falls over while it is read'
    const held = '<script>fetch("/held-for-good").catch(() => {})</script>'
    site.routes.set('/held-for-good', () => {})
    site.routes.set('/falls', send(story({ title, extra: held })))
    await capture('/falls')
    const shown = await until('the page in its window', () => app.pageAt(`${site.origin}/falls`))
    await shown.getByRole('heading', { name: title }).waitFor()
    // Main knows where a window is a moment after the page itself does.
    await vi.waitFor(() => app.crash(`${site.origin}/falls`))
    await row(title).first().waitFor()
    await noWindows()
    const { warnings } = await jsonOf(await bagOf(desktop.archiveDir, title), 'snapshot.json')
    expect(JSON.stringify(warnings)).toMatch(/crash/i)
    site.routes.set('/after', send(page('The page after the one that fell over', '')))
    await capture('/after')
    await row('The page after the one that fell over').first().waitFor()
  }, 120_000)

  it('captures a page again whose window was lost', async () => {
    const title = 'A page whose window was lost'
    let isHeld = true
    site.routes.set('/lost', send(page(title, `fetch('/held-once').catch(() => {})`)))
    site.routes.set('/held-once', (request, response) => {
      if (!isHeld) send('{}', 'application/json')(request, response)
    })
    await capture('/lost')
    const shown = await until('the page in its window', () => app.pageAt(`${site.origin}/lost`))
    isHeld = false
    await shown.close()
    await row(title).first().waitFor()
    await noWindows()
  }, 60_000)

  it('ends its windows when the core is killed, and captures on with the next core', async () => {
    const title = 'A page that was being read when the core was killed'
    let isSlow = true
    site.routes.set('/slow', send(page(title, `fetch('/held').catch(() => {})`)))
    site.routes.set('/held', (request, response) => {
      if (!isSlow) send('{}', 'application/json')(request, response)
    })
    await capture('/slow')
    await until('the page in its window', () => app.pageAt(`${site.origin}/slow`))
    const cores = app.utilityPids().length
    isSlow = false
    app.killUtility()
    await until('the next core', () => (app.utilityPids().length > cores ? true : null))
    await app.page.getByRole('link', { name: 'Library' }).click()
    await row(title).first().waitFor()
    await noWindows()
  }, 120_000)

  it('quits while a page is being captured, and leaves nothing running', async () => {
    site.routes.set('/long', send(page('A page that is left behind', `fetch('/held-for-good')`)))
    site.routes.set('/held-for-good', () => {})
    await capture('/long')
    await until('the page in its window', () => app.pageAt(`${site.origin}/long`))
    expect(await app.quit()).toBe(0)
    expect(app.output()).not.toContain('The stand-in for Electron does not know')
    for (const pid of app.utilityPids()) expect(() => process.kill(pid, 0)).toThrow()
  }, 60_000)
})
