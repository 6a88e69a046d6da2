import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProfileStore } from '../../archive/index.ts'
import { AXE, violations } from '../support/axe.ts'
import { ensureBrowser } from '../support/browser.ts'
import { send, type Site, startSite } from '../support/site.ts'
import { archiveFolder } from './archive.ts'
import { openDoor, type Door } from './door.ts'

const HEADLINE = 'Lifeboat crew counts the cost of a long winter'
const PARAGRAPHS = [
  'The crew was called out forty-one times between November and March, more often than in any winter since the station was built.',
  'Two of the engines have to be replaced before the summer, and the collection boxes on the quay hold a third of what that costs.',
  'Nobody was lost. “We would do it again tomorrow,” said the coxswain, “but we would like to do it with engines that start.”',
]
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32"><rect width="64" height="32" fill="#47a"/></svg>`

/** Has no words of its own: a script asks for them and writes them down. A counter that cannot be had is asked for too. */
const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Quay Post</title></head><body><div id="root"></div><script>
fetch('/words.json').then(answer => answer.json()).then(({ headline, paragraphs }) => {
  const article = document.createElement('article')
  const add = (name, text) => article.append(Object.assign(document.createElement(name), { textContent: text }))
  add('h1', headline)
  for (const text of paragraphs) add('p', text)
  const figure = document.createElement('figure')
  figure.append(
    Object.assign(new Image(640, 320), { src: '/picture.svg', alt: 'Blue water' }),
    Object.assign(document.createElement('figcaption'), { textContent: 'The station in March. Picture: Quay Post' }),
  )
  article.append(figure)
  document.getElementById('root').append(article)
  document.title = headline
  new Image().src = '/counter.gif'
})
</script></body></html>`

const DISPLAYS = ['DISPLAY', 'WAYLAND_DISPLAY'] as const
const CHANGED = ['STET_BROWSER', 'STET_PROFILES', ...DISPLAYS] as const

// One page that only a browser can read, from the address to the evidence, by clicks and keys.
describe('a page that is finished by script, captured from the app', () => {
  const before = { ...process.env }
  let folder: Awaited<ReturnType<typeof archiveFolder>>
  let profiles: Awaited<ReturnType<typeof archiveFolder>>
  let site: Site
  let door: Door

  const main = (): Locator => door.page.getByRole('main')
  const row = (): Locator => main().getByRole('row').filter({ hasText: HEADLINE })
  const tab = (name: string): Promise<void> => main().getByRole('tab', { name, exact: true }).click()
  const fill = async (): Promise<void> => {
    await door.page.getByRole('link', { name: 'Library' }).click()
    await main().getByRole('textbox', { name: 'Addresses, or text to import' }).fill(`${site.origin}/crew`)
  }
  const axeFinds = async (): Promise<readonly string[]> => {
    await door.page.evaluate(await readFile(AXE, 'utf8'))
    return violations(door.page)
  }

  beforeAll(async () => {
    site = await startSite()
    site.routes.set('/crew', send(PAGE))
    site.routes.set(
      '/words.json',
      send(JSON.stringify({ headline: HEADLINE, paragraphs: PARAGRAPHS }), 'application/json'),
    )
    site.routes.set('/picture.svg', send(PICTURE, 'image/svg+xml'))
    folder = await archiveFolder()
    profiles = await archiveFolder()
    process.env['STET_BROWSER'] = await ensureBrowser()
    process.env['STET_PROFILES'] = profiles.dir
    for (const display of DISPLAYS) delete process.env[display]
    await createProfileStore(profiles.dir).save('Reading room', {
      url: 'https://quay.example/login',
      state: { cookies: [], storage: { 'https://quay.example': { seat: 'forty-one' } } },
    })
    door = await openDoor('browser', { archiveDir: folder.dir })
    await door.page.emulateMedia({ reducedMotion: 'reduce' })
  }, 120_000)
  afterAll(async () => {
    await door?.close()
    await site?.close().catch(() => undefined)
    await folder?.remove()
    await profiles?.remove()
    for (const name of CHANGED) {
      const value = before[name]
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  })

  it('is not taken for the story without a browser, by the choice of one capture', async () => {
    await fill()
    // Who has a profile is asked as soon as there is something to capture.
    const options = main().getByRole('group', { name: 'Options of this capture' })
    await options.getByRole('button', { name: /How pages are captured/ }).click()
    await door.page.getByRole('option', { name: 'Without a browser', exact: true }).click()
    expect(await axeFinds()).toEqual([])
    await main().getByRole('button', { name: 'Capture', exact: true }).click()
    const card = main().getByRole('article', { name: 'Capture of 1 address' })
    await card.getByText('The page had no story in it; it may need a browser.').waitFor()
    await options.waitFor({ state: 'detached' })
  })

  it('is captured in a browser at the next try', async () => {
    await fill()
    await main().getByRole('button', { name: 'Capture', exact: true }).click()
    await row().waitFor()
    const saved = main().getByRole('article', { name: 'Capture of 1 address' }).filter({ hasText: 'Saved' })
    await saved.getByText('Saved as version 1').waitFor()
  })

  it('is read, and shown as it was, with the site gone', async () => {
    await site.close()
    await row().getByRole('link').first().click()
    const article = main().getByRole('article', { name: 'Text of the article' })
    for (const words of PARAGRAPHS) await article.getByText(words).waitFor()
    await tab('Page')
    const archived = await door.archivedPage()
    await archived.getByText(PARAGRAPHS[2]!).waitFor()
    const width = () =>
      archived.getByAltText('Blue water').evaluate(img => (img as HTMLImageElement).naturalWidth)
    await expect.poll(width).toBeGreaterThan(0)
  })

  it('has a picture of how it looked, beside the page', async () => {
    await main().getByRole('radio', { name: 'Screenshot' }).click({ force: true })
    const picture = main().getByRole('img', { name: 'Screenshot of the page, version 1' })
    await picture.waitFor()
    const width = () => picture.evaluate(img => (img as HTMLImageElement).naturalWidth)
    await expect.poll(width).toBeGreaterThan(600)
    expect(await axeFinds()).toEqual([])
  })

  it('tells in its evidence what showed it, what was done, and what is missing', async () => {
    await tab('Evidence')
    await main()
      .getByText(/^Shown in a browser \(/)
      .waitFor()
    await main().getByRole('heading', { name: 'What is there of the page' }).waitFor()
    await main()
      .getByRole('button', { name: /part is missing|parts are missing/ })
      .click()
    await main().getByText(`${site.origin}/counter.gif`).first().waitFor()
    await main()
      .getByRole('button', { name: /What Stet did in the page/ })
      .click()
    await main().getByText('Scrolled', { exact: true }).waitFor()
    expect(await axeFinds()).toEqual([])
    await main()
      .getByRole('link', { name: /Show it large/ })
      .click()
    await main().getByRole('img', { name: 'Screenshot of the page, version 1' }).waitFor()
  })

  it('offers a signed-in profile for one capture, and nothing of it stays chosen', async () => {
    await fill()
    const options = main().getByRole('group', { name: 'Options of this capture' })
    await options.getByRole('button', { name: /Signed-in profile/ }).click()
    await door.page.getByRole('option', { name: /^Reading room/ }).click()
    await options.getByText('For this capture only.', { exact: false }).waitFor()
    expect(await axeFinds()).toEqual([])
    await main().getByRole('button', { name: 'Capture', exact: true }).click()
    await main()
      .getByRole('article', { name: 'Capture of 1 address with the profile Reading room' })
      .first()
      .waitFor()
    await fill()
    await options.getByRole('button', { name: /None: as anybody sees it/ }).waitFor()
  })

  it('has settings that name the browser and the profiles, and ask once more before one goes', async () => {
    await door.page.getByRole('link', { name: 'Settings' }).click()
    const settings = main()
    await settings.getByText(/^Pages are shown in Chrom/).waitFor()
    await settings.getByText('quay.example').waitFor()
    expect(await axeFinds()).toEqual([])
    await settings.getByRole('button', { name: 'Remove the profile Reading room' }).click()
    const question = door.page.getByRole('dialog', { name: 'Remove the profile Reading room' })
    await question.getByRole('button', { name: 'Remove', exact: true }).click()
    await settings.getByText('quay.example').waitFor({ state: 'detached' })
  })

  it('says why nobody can sign in where no window can be shown, and takes a file of cookies instead', async () => {
    const settings = main()
    await settings.getByRole('textbox', { name: 'Name', exact: true }).fill('Quay Post')
    const address = settings.getByRole('textbox', { name: 'Address of the sign-in page' })
    await address.fill('not an address')
    await settings.getByText('This is not an address.').waitFor()
    expect(await settings.getByRole('button', { name: 'Sign in…' }).isDisabled()).toBe(true)
    await address.fill('https://quay.example/login')
    await settings.getByRole('button', { name: 'Sign in…' }).click()
    await settings.getByRole('alert').getByText('nobody can sign in here', { exact: false }).waitFor()

    const chosen = door.page.waitForEvent('filechooser')
    await settings.getByRole('button', { name: 'From a file of cookies…' }).click()
    const line = ['.quay.example', 'TRUE', '/', 'TRUE', '0', 'session', 'c2Vzc2lvbi1vZi1ydW5h'].join('\t')
    await (
      await chosen
    ).setFiles({
      name: 'cookies.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`# Netscape HTTP Cookie File\n${line}\n`),
    })
    await settings.getByRole('button', { name: 'Remove the profile Quay Post' }).waitFor()
    await settings.getByText('1 cookie', { exact: false }).waitFor()
  })
})
