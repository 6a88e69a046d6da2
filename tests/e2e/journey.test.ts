import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { story } from '../support/site.ts'
import { archiveFolder } from './archive.ts'
import { DOORS, openDoor, type Door } from './door.ts'
import { dropFile } from './drop-file.ts'
import { ourNews, sharedNews, type News } from './news.ts'

const DEMO = 'Islanders lose their last boat home as ferry company cuts late crossing'
const IMPORTED = 'Old mill bridge closed to lorries'
const NOTE = 'Ask the council for the letter.'

// One person's afternoon, told in steps: each begins where the one before it ended.
describe.each(DOORS)('the whole job without the command line, by the door: $name', ({ kind, skip }) => {
  describe.skipIf(skip)('from the first run to the next morning', () => {
    let folder: Awaited<ReturnType<typeof archiveFolder>>
    let filesDir: string
    let door: Door
    const news: News[] = []

    const main = (): Locator => door.page.getByRole('main')
    const row = (headline: string): Locator => main().getByRole('row').filter({ hasText: headline })
    const open = async (headline: string): Promise<void> => {
      await door.page.getByRole('link', { name: 'Library' }).click()
      await row(headline).getByRole('link').first().click()
      await main().getByRole('heading', { level: 1, name: headline }).waitFor()
    }
    const tab = (name: string): Promise<void> => main().getByRole('tab', { name, exact: true }).click()

    beforeAll(async () => {
      folder = await archiveFolder()
      filesDir = await mkdtemp(join(tmpdir(), 'stet-files-'))
      news.push(await ourNews())
      const shared = await sharedNews()
      if (shared) news.push(shared)
      door = await openDoor(kind, { archiveDir: folder.dir })
    }, 120_000)
    afterAll(async () => {
      await door?.close()
      await Promise.all(news.map(one => one.stop().catch(() => undefined)))
      await rm(filesDir, { recursive: true, force: true })
      await folder?.remove()
    })

    it('says what to do with an empty archive and captures the demo story', async () => {
      await main().getByRole('heading', { name: 'Keep the news as it stood' }).waitFor()
      await main().getByRole('button', { name: 'Capture the demo story' }).click()
      await main().getByText('The demo story is saved.').waitFor()
      await row(DEMO).waitFor()
      expect(await row(DEMO).getByText('5 versions').count()).toBeGreaterThan(0)
    })

    it('captures pages whose addresses are pasted', async () => {
      const pages = news.flatMap(one => one.pages)
      const field = main().getByRole('textbox', { name: 'Addresses, or text to import' })
      await field.fill(pages.map(({ url }) => url).join('\n'))
      await main()
        .getByRole('button', { name: `Capture ${pages.length} addresses` })
        .click()
      for (const { headline } of pages) await row(headline).waitFor()
      expect(await field.inputValue()).toBe('')
    })

    it('imports a file that is dropped on the window', async () => {
      const file = join(filesDir, 'bridge.html')
      await writeFile(file, story({ title: IMPORTED }))
      await dropFile(door.page, file)
      await main().getByRole('group', { name: 'Files to import' }).waitFor()
      await main().getByRole('button', { name: 'Import the file' }).click()
      await row(IMPORTED).waitFor()
      await row(IMPORTED).getByText('imported', { exact: false }).first().waitFor()
    })

    it('shows what it saved with the sites gone: the story, its picture, the page', async () => {
      await Promise.all(news.map(one => one.stop()))
      const [page] = news[0]!.pages
      await open(page!.headline)
      const article = main().getByRole('article', { name: 'Text of the article' })
      await article.getByText('The harbour board met for six hours on Tuesday').first().waitFor()
      const picture = article.getByRole('img', { name: 'Blue water' })
      await picture.waitFor()
      await expect.poll(() => picture.evaluate(img => (img as HTMLImageElement).naturalWidth)).toBe(64)
      await tab('Page')
      const archived = await door.archivedPage()
      await archived.getByText('The harbour board met for six hours on Tuesday').first().waitFor()
      const width = () =>
        archived.locator('figure img').evaluate(img => (img as HTMLImageElement).naturalWidth)
      await expect.poll(width).toBe(64)
    })

    it('says what changed between two versions', async () => {
      await open(DEMO)
      await tab('Compare')
      const compared = main()
      await compared.getByText('Side by side').first().waitFor()
      // Version 5 moved a paragraph and lost the post; version 1 still had both as they were.
      await compared.getByText(/moved/i).first().waitFor()
    })

    it('keeps a note and a tag', async () => {
      await open(DEMO)
      await main().getByRole('button', { name: 'Note on the whole source' }).click()
      await main().getByRole('textbox', { name: 'Note', exact: true }).fill(NOTE)
      await main().getByRole('button', { name: 'Save', exact: true }).click()
      await main().getByRole('note').getByText(NOTE).waitFor()
      await main().getByRole('button', { name: 'Tags and collections' }).click()
      const dialog = door.page.getByRole('dialog', { name: 'Tags and collections' })
      await dialog.getByRole('textbox', { name: 'New tag' }).fill('ferries')
      await door.page.keyboard.press('Enter')
      await door.page.keyboard.press('Escape')
      await main().getByRole('button', { name: 'Remove the tag ferries' }).waitFor()
    })

    it('checks every file of a version against its hash', async () => {
      await tab('Evidence')
      await main().getByRole('button', { name: 'Verify now' }).click()
      await main()
        .getByText(/^Intact: /)
        .waitFor()
    })

    it('has everything after it was ended and opened again', async () => {
      await door.restart()
      const headlines = [DEMO, IMPORTED, ...news.flatMap(one => one.pages.map(({ headline }) => headline))]
      for (const headline of headlines) await row(headline).waitFor()
      await row(DEMO).getByText('ferries').waitFor()
      await open(DEMO)
      await main().getByRole('note').getByText(NOTE).waitFor()
      await main().getByRole('button', { name: 'Remove the tag ferries' }).waitFor()
    })
  })
})
