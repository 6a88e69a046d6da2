import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send, startSite, story, type Site } from '../support/site.ts'
import { archiveFolder, captured } from './archive.ts'
import { DOORS, openDoor, type Door } from './door.ts'

const main = (door: Door): Locator => door.page.getByRole('main')
const row = (door: Door, headline: string): Locator =>
  main(door).getByRole('row').filter({ hasText: headline })
const address = (door: Door): Locator =>
  main(door).getByRole('textbox', { name: 'Addresses, or text to import' })

describe.each(DOORS)('two hosts on one archive, by the door: $name', ({ kind, skip }) => {
  describe.skipIf(skip)('the second', () => {
    let folder: Awaited<ReturnType<typeof archiveFolder>>
    let site: Site
    let first: Door
    let second: Door

    beforeAll(async () => {
      folder = await archiveFolder()
      site = await startSite()
      site.routes.set('/a', send(story({ title: 'Tide gauge moved to the new pier' })))
      await captured(folder.dir, [`${site.origin}/a`])
      first = await openDoor(kind, { archiveDir: folder.dir })
      await row(first, 'Tide gauge').waitFor()
      second = await openDoor(kind, { archiveDir: folder.dir })
    }, 120_000)
    afterAll(async () => {
      await Promise.all([first?.close(), second?.close()])
      await site?.close()
      await folder?.remove()
    })

    it('says who holds it, and opens nothing unasked', async () => {
      await main(second).getByRole('heading', { name: 'This archive is in use' }).waitFor()
      expect(
        await main(second)
          .getByText(/It is open in process \d+ on /)
          .count(),
      ).toBe(1)
      expect(await row(second, 'Tide gauge').count()).toBe(0)
    })

    it('reads beside the first when it is asked to, and writes nothing', async () => {
      await main(second).getByRole('button', { name: 'Open for reading only' }).click()
      await row(second, 'Tide gauge').waitFor()
      await second.page.getByText(/^(Read only|Open for reading only: )/).waitFor()
      expect(await address(second).isDisabled()).toBe(true)
    })

    it('stays a reader while the first writes, and says who that is', async () => {
      await second.page.getByRole('button', { name: 'Open for writing' }).click()
      await second.page.getByText(/Open for reading only: process \d+/).waitFor()
      expect(await address(second).isDisabled()).toBe(true)
    })

    it('writes once the first has let go', async () => {
      await first.close()
      await second.page.getByRole('button', { name: 'Open for writing' }).click()
      await second.page.getByText(/^(Read only|Open for reading only: )/).waitFor({ state: 'detached' })
      await expect.poll(() => address(second).isEnabled()).toBe(true)
    })
  })
})

describe.each(DOORS)('the core killed under the app, by the door: $name', ({ kind, skip }) => {
  describe.skipIf(skip || kind === 'electron')('as the kernel kills', () => {
    let folder: Awaited<ReturnType<typeof archiveFolder>>
    let site: Site
    let door: Door
    let release = () => {}
    const slow = new Promise<void>(resolve => (release = resolve))
    const titles = ['Pilot boat back in service', 'Ice on the inner channel', 'Sluice gates to be painted']

    beforeAll(async () => {
      folder = await archiveFolder()
      site = await startSite()
      for (const [index, title] of titles.entries()) {
        const page = send(story({ title }))
        site.routes.set(`/${index}`, (request, response) => {
          if (index === 0) page(request, response)
          else void slow.then(() => page(request, response))
        })
      }
      door = await openDoor(kind, { archiveDir: folder.dir })
    }, 120_000)
    afterAll(async () => {
      await door?.close()
      await site?.close()
      await folder?.remove()
    })

    it('is said, and the app goes on by itself where the app can', async () => {
      await address(door).fill(titles.map((_, index) => `${site.origin}/${index}`).join('\n'))
      await main(door).getByRole('button', { name: 'Capture 3 addresses' }).click()
      await row(door, titles[0]!).waitFor()
      door.killCore()
      // A browser cannot start the program it was served by: the person does, as the app says.
      if (kind === 'browser') {
        await door.page.getByRole('alert').getByText('Stet does not answer.').waitFor()
        await door.restart()
      } else await door.page.getByText('The core runs again; work goes on where it stopped.').waitFor()
    })

    it('loses nothing it acknowledged, and ends the work that was under way', async () => {
      await row(door, titles[0]!).waitFor()
      await main(door).getByText('goes on after a restart').first().waitFor()
      release()
      for (const title of titles) await row(door, title).waitFor()
      await row(door, titles[0]!).getByRole('link').first().click()
      await main(door).getByRole('tab', { name: 'Evidence', exact: true }).click()
      await main(door).getByRole('button', { name: 'Verify now' }).click()
      await main(door)
        .getByText(/^Intact: /)
        .waitFor()
    })
  })
})
