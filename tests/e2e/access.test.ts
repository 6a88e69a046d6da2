import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AXE, violations } from '../support/axe.ts'
import { archiveFolder, fill } from './archive.ts'
import { DOORS, openDoor, type Door } from './door.ts'
import { goTo, demoScreens } from './screens.ts'
import { walkByTab } from './walk-by-tab.ts'

/** Controls that Tab passes by because keys of their own do what they do: tested below, one by one. */
const BY_KEYS = [
  /^button “Version \d+ · /, // arrow keys on the timeline
  /^span “(?:new|back|changed|moved) here: |^span “changed or added earlier: /, // arrow keys in a history
  /^button “Add a note here”/, // N on a paragraph
  /^button “.*: (less|more)”$/, // arrow keys in the number field
]

/** What lies beside the window with no way to scroll to it. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const canScroll = (element: Element): boolean => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return true
      }
      return false
    }
    const seen = document.querySelectorAll('button, a[href], input, textarea, h1, h2, h3, p, td, [role=tab]')
    return [...seen]
      .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter(element => {
        const { left, right, width } = element.getBoundingClientRect()
        // What lies wholly outside waits there until it has the focus.
        if (right < 0) return false
        return width > 1 && (right > innerWidth + 1 || left < -1) && !canScroll(element)
      })
      .map(element => `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 50)}”`)
  })
}

describe.each(DOORS)('every screen for everybody, by the door: $name', ({ kind, skip }) => {
  describe.skipIf(skip)('with the demo story', () => {
    let folder: Awaited<ReturnType<typeof archiveFolder>>
    let door: Door
    let screens: Awaited<ReturnType<typeof demoScreens>>

    beforeAll(async () => {
      folder = await archiveFolder()
      screens = await fill(folder.dir, async (calls, jobEnd) => {
        await jobEnd(calls.jobs.demo())
        return demoScreens(calls)
      })
      door = await openDoor(kind, { archiveDir: folder.dir })
      await door.page.emulateMedia({ reducedMotion: 'reduce' })
      await door.page.getByRole('navigation', { name: 'Main' }).waitFor()
    }, 120_000)
    afterAll(async () => {
      await door?.close()
      await folder?.remove()
    })

    it.each(['light', 'dark'] as const)(
      'has no violation that axe knows of, %s',
      async colorScheme => {
        const axe = await readFile(AXE, 'utf8')
        await door.page.emulateMedia({ colorScheme })
        await door.page.evaluate(axe)
        const found: string[] = []
        for (const [name, place] of screens) {
          await goTo(door.page, place)
          found.push(...(await violations(door.page)).map(what => `${name}: ${what}`))
        }
        expect(found).toEqual([])
      },
      180_000,
    )

    it('has none before there is anything either, nor with the palette open', async () => {
      const empty = await archiveFolder()
      const fresh = await openDoor(kind, { archiveDir: empty.dir })
      try {
        await fresh.page.emulateMedia({ reducedMotion: 'reduce' })
        await fresh.page.getByRole('heading', { name: 'Keep the news as it stood' }).waitFor()
        await fresh.page.evaluate(await readFile(AXE, 'utf8'))
        expect(await violations(fresh.page)).toEqual([])
        await fresh.page.keyboard.press('Control+k')
        await fresh.page.getByRole('dialog').waitFor()
        expect(await violations(fresh.page)).toEqual([])
      } finally {
        await fresh.close()
        await empty.remove()
      }
    })

    it('can be walked with the Tab key, and shows where it is', async () => {
      const found: string[] = []
      await door.page.emulateMedia({ colorScheme: 'light' })
      for (const [name, place] of screens) {
        await goTo(door.page, place)
        const { missed, unseen } = await walkByTab(door.page)
        const unreached = missed.filter(what => !BY_KEYS.some(pattern => pattern.test(what)))
        found.push(...unreached.map(what => `${name}: Tab never comes to ${what}`))
        found.push(...unseen.map(what => `${name}: the focus is not to be seen on ${what}`))
      }
      expect(found).toEqual([])
    }, 180_000)

    it('does with keys of its own what Tab passes by', async () => {
      const { page } = door
      const read = screens.find(([name]) => name === 'Source, read')![1]
      await goTo(page, read)
      const mark = (version: number) =>
        page.getByRole('button', { name: new RegExp(`^Version ${version} · `) })
      await mark(5).focus()
      await page.keyboard.press('ArrowLeft')
      expect(await mark(4).evaluate(element => element === document.activeElement)).toBe(true)
      await page.keyboard.press('Enter')
      await page
        .getByRole('button', { name: /^Version/ })
        .filter({ hasText: /^Version 4,/ })
        .waitFor()
      // The words of that version come after its name.
      await goTo(page, await page.evaluate(() => location.hash.slice(1)))

      await page.getByRole('article').first().locator('p').first().click()
      await page.keyboard.press('j')
      await page.keyboard.press('n')
      await page.getByRole('textbox', { name: 'Note', exact: true }).waitFor()
      await page.keyboard.press('Escape')

      await goTo(page, '/settings')
      const field = page.getByRole('textbox', { name: 'Wait for an answer' })
      await field.focus()
      const before = Number(await field.inputValue())
      await page.keyboard.press('ArrowUp')
      await expect.poll(async () => Number(await field.inputValue())).toBe(before + 1)
      await page.keyboard.press('ArrowDown')
    })

    it('fits at 200 % zoom without being pushed sideways', async () => {
      const size = door.page.viewportSize()
      // 1280 × 860 at 200 % is a window of half as many CSS pixels.
      await door.page.setViewportSize({ width: 640, height: 430 })
      const wide: string[] = []
      for (const [name, place] of screens) {
        await goTo(door.page, place)
        wide.push(...(await cutOff(door.page)).map(what => `${name}: ${what}`))
      }
      if (size) await door.page.setViewportSize(size)
      expect(wide).toEqual([])
    }, 120_000)
  })
})
