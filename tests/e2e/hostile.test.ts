import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSite, type Site } from '../support/site.ts'
import { archiveFolder, captured } from './archive.ts'
import { DOORS, openDoor, type Door } from './door.ts'
import { serveHostile } from './hostile-page.ts'

describe.each(DOORS)('a hostile page, by the door: $name', ({ kind, skip }) => {
  describe.skipIf(skip)('shown from the archive', () => {
    const heard: string[] = []
    const listener = createServer((request, response) => {
      heard.push(`${request.method} ${request.url}`)
      response.writeHead(204).end()
    })
    let connections = 0
    listener.on('connection', () => connections++)
    let folder: Awaited<ReturnType<typeof archiveFolder>>
    let site: Site
    let door: Door
    let appAddress: string

    beforeAll(async () => {
      await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve))
      const { port } = listener.address() as AddressInfo
      folder = await archiveFolder()
      site = await startSite()
      const { sourceId } = await captured(folder.dir, [serveHostile(site, `http://127.0.0.1:${port}`)])
      await site.close()
      door = await openDoor(kind, { archiveDir: folder.dir })
      // What capturing fetched was wanted; from here on nobody may ask for anything.
      heard.length = 0
      connections = 0
      await door.page.evaluate(id => (location.hash = `#/source/${id}/page`), sourceId)
      appAddress = door.page.url()
    }, 120_000)
    afterAll(async () => {
      await door?.close()
      listener.close()
      await folder?.remove()
    })

    it('shows the words of the page and runs none of its scripts', async () => {
      const page = await door.archivedPage()
      await page.getByText('Do not touch.').waitFor()
      expect(await page.title()).toContain('Ferry fares rise again')
    })

    it('stays where it is whatever is clicked in it', async () => {
      const page = await door.archivedPage()
      const address = page.url()
      for (const id of ['#handlers', '#js-link', '#out-link', '#send']) {
        await page.locator(id).click({ timeout: 3_000, force: true, noWaitAfter: true })
      }
      await door.page.waitForTimeout(500)
      expect(page.url()).toBe(address)
      expect(await page.title()).toContain('Ferry fares rise again')
      expect(door.page.url()).toBe(appAddress)
      expect(await door.page.title()).not.toContain('script')
    })

    it('asks nobody for anything', async () => {
      await door.archivedPage()
      expect(heard).toEqual([])
      expect(connections).toBe(0)
    })
  })
})
