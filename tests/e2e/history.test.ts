import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archiveFolder, fill } from './archive.ts'
import { openDoor, type Door } from './door.ts'
import { goTo } from './screens.ts'

const OTHER = `Ferry firm drops the night boat

The ferry company will end the late crossing to Sandholm in January, it told the island council on Thursday. In all, 45 sailings a week will become 34.`

describe('history and two sources, in the browser', () => {
  let folder: Awaited<ReturnType<typeof archiveFolder>>
  let door: Door
  let sourceId: string
  let newest: string
  let other: string

  beforeAll(async () => {
    folder = await archiveFolder()
    await fill(folder.dir, async (calls, jobEnd) => {
      await jobEnd(calls.jobs.demo())
      const { rows } = await calls.library.list({})
      sourceId = rows[0]!.sourceId
      newest = rows[0]!.latestSnapshotId!
      await calls.desk.seen({ sourceId, version: 2 })
      await jobEnd(calls.jobs.import({ files: [new File([OTHER], 'night boat.txt')] }))
      other = (await calls.library.list({ query: 'night boat' })).rows[0]!.latestSnapshotId!
    })
    door = await openDoor('browser', { archiveDir: folder.dir })
    await door.page.getByRole('navigation', { name: 'Main' }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await door?.close()
    await folder?.remove()
  })

  it('goes through the versions by keys, marks what each changed, and tells a figure with its chain', async () => {
    const { page } = door
    await goTo(page, `/source/${sourceId}/history`)
    const line = page.getByRole('slider', { name: 'Version shown' })
    await line.waitFor()
    const last = Number(await line.getAttribute('aria-valuemax'))
    expect(await line.getAttribute('aria-valuenow')).toBe(String(last))
    await line.press('Home')
    await page.getByText('The first version that is told.').waitFor()
    expect(await page.locator('[data-age]:not(li)').count()).toBe(0)
    await line.press('ArrowRight')
    await page.getByText('Version 2', { exact: true }).first().waitFor()
    expect(new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('snapshot')).not.toBeNull()
    await line.press('End')
    expect(await line.getAttribute('aria-valuenow')).toBe(String(last))
    expect(await page.getByRole('region', { name: 'Figures' }).count()).toBe(1)
  })

  it('tells of a sentence what it was, and leads to that place in Compare', async () => {
    const { page } = door
    await goTo(page, `/source/${sourceId}/history`)
    await page.getByRole('slider', { name: 'Version shown' }).press('Home')
    for (let step = 0; step < 4; step++) {
      await page.getByRole('slider', { name: 'Version shown' }).press('ArrowRight')
      if ((await page.locator('[data-age="changed"]:not(li)').count()) > 0) break
    }
    await page.locator('[data-age="changed"]:not(li)').first().press('Enter')
    const told = page.getByRole('region', { name: 'This sentence' })
    await told.getByRole('button', { name: 'Compare' }).last().click()
    await page.locator('[data-current]').first().waitFor()
    expect(page.url()).toContain('at=to')
  })

  it('says how many versions came since the last look, and shows what changed since', async () => {
    const { page } = door
    await goTo(page, `/source/${sourceId}/read`)
    await page.getByText(/versions since you last looked \(version 2\)/).waitFor()
    await page.getByRole('button', { name: 'Show what changed since' }).click()
    await page.getByRole('heading', { name: 'What changed' }).waitFor()
    expect(page.url()).toContain(`to=${newest}`)
  })

  it('shows what two sources share and which figures differ, in both texts', async () => {
    const { page } = door
    await goTo(page, `/compare/${newest}/${other}`)
    const pane = page.getByRole('region', { name: 'Two sources on one story' })
    await pane.waitFor()
    expect(await pane.getByRole('region', { name: 'Shared passages' }).count()).toBe(1)
    const passage = pane.getByRole('region', { name: 'Shared passages' }).getByRole('button').first()
    await passage.click()
    expect(await page.locator('[data-side] [aria-pressed="true"]').count()).toBeGreaterThan(1)
    await page.getByRole('radio', { name: 'Side by side' }).press('Space')
    await page.locator('[data-stop]').first().waitFor()
    // Nobody changed anything: these are two outlets.
    expect(await page.getByRole('heading', { name: 'What changed' }).count()).toBe(0)
    await passage.click()
    expect(await page.locator('[data-side] [aria-pressed="true"]').count()).toBeGreaterThan(1)
  })
})
