import { afterAll, beforeAll, describe, it } from 'vitest'
import { send, startSite, type Site } from '../support/site.ts'
import { archiveFolder } from './archive.ts'
import { DOORS, openDoor, type Door } from './door.ts'
import { bagOf, expectChrome, expectWholePage, FINISHED, page } from './script-page.ts'

// The same bundles in Electron itself, where its binary is: nothing here is the stand-in's word for it.
describe.each(DOORS.filter(({ kind }) => kind === 'electron'))(
  'a page that only a script finishes, by the door: $name',
  ({ kind, skip }) => {
    describe.skipIf(skip)('captured on the desktop', () => {
      let door: Door
      let site: Site
      let folder: Awaited<ReturnType<typeof archiveFolder>>

      beforeAll(async () => {
        ;[site, folder] = await Promise.all([startSite(), archiveFolder()])
        site.routes.set('/finished', send(page(FINISHED, '')))
        door = await openDoor(kind, { archiveDir: folder.dir })
      }, 120_000)
      afterAll(async () => {
        await door?.close()
        await site?.close()
        await folder?.remove()
      })

      it('is kept whole, as Chrome reads it, and seen', async () => {
        const main = door.page.getByRole('main')
        await main
          .getByRole('textbox', { name: 'Addresses, or text to import' })
          .fill(`${site.origin}/finished`)
        await main.getByRole('button', { name: 'Capture', exact: true }).click()
        await main.getByRole('row').filter({ hasText: FINISHED }).first().waitFor()
        const bag = await bagOf(folder.dir, FINISHED)
        await expectWholePage(bag)
        await expectChrome(bag)
      })
    })
  },
)
