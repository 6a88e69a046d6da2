import { globSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchStandin, type Standin } from '../standin/launch.ts'
import { archiveFolder } from './archive.ts'
import { ensureBuilt, OUT } from './built.ts'
import { until } from './door.ts'

const STORY = /Islanders lose their last boat home/

describe('printing on the desktop', () => {
  let app: Standin
  let folder: Awaited<ReturnType<typeof archiveFolder>>
  let profileDir: string

  beforeAll(async () => {
    await ensureBuilt()
    folder = await archiveFolder()
    profileDir = await mkdtemp(join(tmpdir(), 'stet-profile-'))
    const env = { STET_ARCHIVE: folder.dir }
    app = await launchStandin({ mainFile: join(OUT, 'main/main.js'), profileDir, env })
  }, 120_000)
  afterAll(async () => {
    await app?.kill()
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 })
    await folder?.remove()
  })

  it('writes what changed as a PDF that main prints, and closes the window it took', async () => {
    const main = app.page.getByRole('main')
    await main.getByRole('button', { name: 'Capture the demo story' }).click()
    await main.getByRole('row').filter({ hasText: STORY }).getByRole('link').first().click()
    await main.getByRole('tab', { name: 'Compare', exact: true }).click()
    await main.getByRole('button', { name: /Exhibit/ }).click()
    await app.page.getByText('Exhibit as PDF').click()
    const file = await until('the PDF', () => globSync('exports/*.pdf', { cwd: folder.dir })[0] ?? null)
    const pdf = (await readFile(join(folder.dir, file))).toString('latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([596, 842])
    expect(pdf).toContain('/StructTreeRoot')
    await until('the end of the window', async () => ((await app.windows()).length === 1 ? true : null))
  }, 120_000)
})
