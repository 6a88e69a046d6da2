import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AXE, violations } from '../support/axe.ts'
import { type Exhibits, exhibitsOfKinds } from './exhibits.ts'
import { KINDS } from './kinds.ts'

let exhibits: Exhibits

beforeAll(async () => {
  exhibits = await exhibitsOfKinds()
}, 60_000)

afterAll(() => exhibits.close())

describe.each(KINDS)('an exhibit of the kind %s', kind => {
  it('has nothing that axe finds, in light and in dark, and asks nobody for anything', async () => {
    const { page, asked } = await exhibits.shown(kind)
    await page.addScriptTag({ path: AXE })
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page)).toEqual([])
    expect(asked.filter(url => !/^(?:file|data):/.test(url))).toEqual([])
    await page.context().close()
  })

  it.each([1280, 420, 320])('fits into a window of %i pixels', async width => {
    const { page } = await exhibits.shown(kind, { width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.context().close()
  })

  it('has a target for each of its links, and no id twice', async () => {
    const { page } = await exhibits.shown(kind)
    const { ids, targets } = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      targets: [...document.querySelectorAll('a')].map(link => link.getAttribute('href') ?? ''),
    }))
    expect(new Set(ids).size).toBe(ids.length)
    expect(targets.filter(target => !ids.includes(target.slice(1)))).toEqual([])
    await page.context().close()
  })
})
