import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Standin } from '../standin/launch.ts'
import { type DesktopApp, startDesktop } from './desktop-app.ts'
import { until } from './door.ts'

const STORY = /Islanders lose their last boat home/

describe('printing on the desktop', () => {
  let desktop: DesktopApp
  let app: Standin

  beforeAll(async () => {
    desktop = await startDesktop()
    ;({ app } = desktop)
  }, 120_000)
  afterAll(() => desktop?.close())

  it('writes what changed as a PDF that main prints, and closes the window it took', async () => {
    const main = app.page.getByRole('main')
    await main.getByRole('button', { name: 'Capture the demo story' }).click()
    await main.getByRole('row').filter({ hasText: STORY }).getByRole('link').first().click()
    await main.getByRole('tab', { name: 'Compare', exact: true }).click()
    await main.getByRole('button', { name: /Exhibit/ }).click()
    await app.page.getByText('Exhibit as PDF').click()
    const file = await until(
      'the PDF',
      () => globSync('exports/*.pdf', { cwd: desktop.archiveDir })[0] ?? null,
    )
    const pdf = (await readFile(join(desktop.archiveDir, file))).toString('latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([596, 842])
    expect(pdf).toContain('/StructTreeRoot')
    await until('the end of the window', async () => ((await app.windows()).length === 1 ? true : null))
  }, 120_000)
})
