import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { answer, gzipped, record } from '../exchange/support.ts'
import { story } from '../support/site.ts'
import { archiveFolder, fill } from './archive.ts'
import { startDesktop } from './desktop-app.ts'
import { DOORS, openDoor, type Door } from './door.ts'

const DEMO = 'Islanders lose their last boat home as ferry company cuts late crossing'
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** A WACZ whose list says another hash than its WARC has. */
async function changedWacz(): Promise<Buffer> {
  const page = { type: 'response', id: 'a', uri: 'https://news.example/wall', block: answer(story()) }
  const zip = new ZipFile()
  const path = 'archive/data.warc.gz'
  zip.addBuffer(await gzipped(record(page)), path, { compress: false })
  const list = { profile: 'data-package', resources: [{ path, hash: `sha256:${'0'.repeat(64)}` }] }
  zip.addBuffer(Buffer.from(JSON.stringify(list)), 'datapackage.json')
  zip.end()
  return Buffer.concat(await Array.fromAsync(zip.outputStream as unknown as AsyncIterable<Buffer>))
}

describe.each(DOORS)('web archives out and in, by the door: $name', ({ kind, skip }) => {
  describe.skipIf(skip)('without the command line', () => {
    let folder: Awaited<ReturnType<typeof archiveFolder>>
    let filesDir: string
    let door: Door
    let exported: string

    beforeAll(async () => {
      folder = await archiveFolder()
      filesDir = await mkdtemp(join(tmpdir(), 'stet-files-'))
      await fill(folder.dir, async (calls, jobEnd) => jobEnd(calls.jobs.demo()))
      door = await openDoor(kind, { archiveDir: folder.dir })
      await door.page.getByRole('row').filter({ hasText: DEMO }).waitFor()
    }, 120_000)
    afterAll(async () => {
      await door?.close()
      await rm(filesDir, { recursive: true, force: true })
      await folder?.remove()
    })

    async function importFile(path: string): Promise<void> {
      const { page } = door
      await page.getByRole('link', { name: 'Library' }).click()
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Files…' }).click(),
      ])
      await chooser.setFiles(path)
      await page.getByRole('button', { name: 'Import the file' }).click()
    }

    it('exports what was chosen, and says where it is and what its hash is', async () => {
      const { page } = door
      const row = page.getByRole('row').filter({ hasText: DEMO })
      await row.click({ modifiers: ['ControlOrMeta'], position: { x: 8, y: 8 } })
      await page.getByRole('toolbar').getByRole('button', { name: 'Export' }).click()
      const dialog = page.getByRole('dialog', { name: 'Export' })
      await dialog.getByText('1 source').waitFor()
      await dialog.getByText('5 snapshots').waitFor()
      await dialog.getByRole('button', { name: 'Export', exact: true }).click()
      await dialog.getByText('Export of 5 snapshots').waitFor()
      await dialog
        .getByText(/\.wacz$/)
        .first()
        .waitFor()
      const [name] = await readdir(join(folder.dir, 'exports'))
      exported = join(folder.dir, 'exports', name!)
      const hash = sha256(await readFile(exported))
      const shown = await dialog.getByText(hash.slice(0, 8)).locator('..').textContent()
      expect(shown?.replaceAll(/\s/g, '')).toContain(hash)
      if (kind === 'browser') {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          dialog.getByRole('link', { name: 'Download' }).click(),
        ])
        expect(download.suggestedFilename()).toBe(name)
        expect(sha256(await readFile(await download.path()))).toBe(hash)
      } else await dialog.getByRole('button', { name: 'Show in folder' }).waitFor()
      await dialog.getByRole('button', { name: 'Close' }).click()
      await dialog.waitFor({ state: 'hidden' })
    })

    it('exports one version from its source, by the palette, as WARC', async () => {
      const { page } = door
      await page.getByRole('row').filter({ hasText: DEMO }).getByRole('link').first().click()
      await page.getByRole('heading', { level: 1, name: DEMO }).waitFor()
      await page.keyboard.press('ControlOrMeta+k')
      await page.keyboard.type('export this')
      await page.getByRole('menuitem', { name: 'Export this version…' }).waitFor()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Export' })
      await dialog.getByText(`${DEMO}, version 5`).waitFor()
      await dialog.getByText('1 snapshot', { exact: true }).waitFor()
      await dialog.getByText('WARC', { exact: true }).click()
      await dialog.getByRole('button', { name: 'Export', exact: true }).click()
      await dialog.getByText(/^Islanders.*\.warc\.gz$/).waitFor()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      await page.getByRole('link', { name: 'Activity' }).click()
      await page.getByRole('article', { name: 'Export of 1 snapshot' }).waitFor()
    })

    it('takes its own export back and finds every version unchanged', async () => {
      await importFile(exported)
      const work = door.page.getByRole('region', { name: 'Captures and imports' })
      await work.getByText('5 pages in this file: 0 kept, 5 unchanged, 0 not reached, 0 failed.').waitFor()
      await work.getByText('The file is not signed; its digest is right.').waitFor()
    })

    it('names the damage of a web archive that was changed', async () => {
      const path = join(filesDir, 'changed.wacz')
      await writeFile(path, await changedWacz())
      await importFile(path)
      const work = door.page.getByRole('region', { name: 'Captures and imports' })
      await work.getByText('1 pages in this file', { exact: false }).waitFor()
      await work
        .getByText('"archive/data.warc.gz" is not as datapackage.json says: it was changed or damaged.')
        .waitFor()
    })
  })
})

it('shows a finished export in the file manager, and no other file', async () => {
  const folder = await archiveFolder()
  await fill(folder.dir, async (calls, jobEnd) => {
    await jobEnd(calls.jobs.demo())
    return jobEnd(calls.jobs.export({ scope: 'all' }))
  })
  const desktop = await startDesktop(folder)
  const { app } = desktop
  try {
    const [name] = await readdir(join(folder.dir, 'exports'))
    await app.page.getByRole('row').first().waitFor()
    const ask = (file: unknown) =>
      app.page.evaluate(
        async ([bridge, asked]) => {
          type Bridge = { readonly showExport: (name: unknown) => Promise<void> }
          const { showExport } = (window as unknown as Record<string, Bridge>)[bridge as string]!
          return showExport(asked).then(
            () => 'shown',
            (error: Error) => error.message,
          )
        },
        ['stetDesktop', file] as const,
      )
    expect(await ask(name)).toBe('shown')
    for (const other of ['../stet.json', '/etc/passwd', '', null, 7])
      expect(await ask(other)).toMatch(/not in the archive|not the name/)
    const shown = app.recorded
      .filter(({ api }) => api === 'shell.showItemInFolder')
      .map(({ args }) => args[0])
    expect(shown).toEqual([join(folder.dir, 'exports', name!)])
  } finally {
    await desktop.close()
  }
}, 120_000)
