import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Archive, openArchive } from '../../archive/index.ts'
import { reportFileSchema } from '../../archive/contract/results.ts'
import { startDemoSite } from '../../archive/demo/site.ts'
import { EDITIONS } from '../../archive/demo/story.ts'
import { sha256Hex } from '../../archive/model/hash.ts'
import { archiveFolder } from '../e2e/archive.ts'
import { AXE, violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { stet } from '../support/stet.ts'
import { shown } from './shown.ts'

const folder = await archiveFolder()
const { dir } = folder
const at = (name: string) => join(dir, '..', name)
let archive: Archive
let browser: Browser
let snapshots: readonly string[]

/** The demo's story in all its editions. */
beforeAll(async () => {
  const site = await startDemoSite()
  archive = await openArchive(dir, { access: 'write' })
  for (const index of EDITIONS.keys()) {
    site.publish(index)
    await archive.capture([site.articleUrl], { engine: 'http' })
  }
  snapshots = (await archive.versions(site.articleUrl)).versions.map(row => row.snapshotId)
  await site.close()
  browser = await launchBrowser()
}, 60_000)

afterAll(async () => {
  await browser.close()
  await archive.close()
  await folder.remove()
})

async function report(from: number, to: number, name: string): Promise<string> {
  const { path } = await archive.exportReport(snapshots[from]!, snapshots[to]!, { out: at(name) })
  return path
}

it('opens by itself, without a network, and axe finds nothing in it, in light and in dark', async () => {
  const { page, asked } = await shown(browser, await report(0, EDITIONS.length - 1, 'whole.html'))
  await page.addScriptTag({ path: AXE })
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page)).toEqual([])
  expect(asked.filter(url => !url.startsWith('file:'))).toEqual([])
  expect(await page.locator('script:not([src])').count()).toBeLessThanOrEqual(1) // axe itself
  await page.context().close()
})

it('tells what changed and leads each line to its place and to the files it rests on', async () => {
  const { page } = await shown(browser, await report(0, EDITIONS.length - 1, 'claims.html'))
  const told = await page.locator('#changes ~ .claims > li > p:first-child').allTextContents()
  const { verdict } = await archive.compare(snapshots[0]!, snapshots.at(-1))
  expect(told).toHaveLength(verdict.filter(line => line.kind !== 'noise').length)
  for (const { summary } of verdict.filter(line => line.kind !== 'noise')) {
    expect(told.some(words => words.includes(summary))).toBe(true)
  }
  const broken = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')]
      .map(link => link.getAttribute('href')!.slice(1))
      .filter(id => document.getElementById(id) === null),
  )
  expect(broken).toEqual([])
  expect(await page.locator('.claims .evidence a[href^="#from-"]').count()).toBe(told.length)
  await page.context().close()
})

it('names every stored file with the hash that its bytes have, and the log lines with theirs', async () => {
  const html = await readFile(await report(0, 1, 'hashes.html'), 'utf8')
  for (const snapshotId of [snapshots[0]!, snapshots[1]!]) {
    const files = await archive.files(snapshotId)
    for (const { path } of await files.files()) {
      const bytes = await files.read(path)
      expect(html).toContain(sha256Hex(bytes))
    }
    const lines = (await readFile(join(dir, 'log.jsonl'), 'utf8')).split('\n')
    const own = lines.find(line => line.includes('"type":"snapshot"') && line.includes(snapshotId))!
    expect(html).toContain(sha256Hex(`${own}\n`))
  }
})

it('marks the words of the newer text whole: without what went, the text is the newer article', async () => {
  const { page } = await shown(browser, await report(0, EDITIONS.length - 1, 'text.html'))
  const left = await page.evaluate(() => {
    const story = document.querySelector('.story')!.cloneNode(true) as Element
    for (const gone of story.querySelectorAll('del, .moved-away, .label, .gone')) gone.remove()
    return story.textContent
  })
  const { article } = await archive.show(snapshots.at(-1)!, 'json')
  const squash = (text: string) => text.replaceAll(/\s+/g, '')
  for (const block of article.blocks) {
    if (block.kind === 'paragraph') expect(squash(left)).toContain(squash(block.text))
  }
  await page.context().close()
})

it('prints to a tagged PDF', async () => {
  const bytes = await readFile(await report(0, 1, 'report.pdf'))
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.includes('/StructTreeRoot')).toBe(true)
})

it('is written by the command, never over a file that exists, and about two snapshots only', async () => {
  const out = at('by-command.html')
  const asked = ['--archive', dir, 'export', '--as', 'report', snapshots[0]!, snapshots[1]!, '--out', out]
  const first = await stet([...asked, '--json'])
  expect(first.status).toBe(0)
  const told = reportFileSchema.parse(first.json())
  expect(told).toMatchObject({ path: out, sha256: sha256Hex(await readFile(out)) })
  const again = await stet(asked)
  expect(again.status).toBe(2)
  expect(again.stderr).toContain('exists already and was left as it is')
  const one = await stet([
    '--archive',
    dir,
    'export',
    '--as',
    'report',
    snapshots[0]!,
    '--out',
    at('one.html'),
  ])
  expect(one.status).toBe(2)
  expect(one.stderr).toContain('two snapshots')
})
