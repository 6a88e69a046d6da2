/**
 * The shared news site, captured before, replayed in Chromium: what of the markers, pictures and colours is shown.
 * `node tests/replay/browser/news-site.ts ARCHIVE RESULTS.json [p01,p02] [--file]`. Nothing of the site has to run.
 * With `--file` the pages are opened as single files. Beside the screenshot that was kept, it counts pixels that differ.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PNG } from 'pngjs'
import { openArchive } from '../../../archive/index.ts'
import type { Page } from 'playwright-core'
import { newsManifest } from '../../../bench/support/newsite.ts'
import { servePages } from './door.ts'
import { closedBrowser } from './seen.ts'

const asFile = process.argv.includes('--file')
const [dir, resultsFile, only] = process.argv.slice(2).filter(one => one !== '--file')
if (!dir || !resultsFile) throw new Error('Give an archive and the results of the capture.')
const manifest = newsManifest()
if (!manifest) throw new Error('The shared news site is not here: STET_SHARED names its folder.')
const { results } = JSON.parse(await readFile(resultsFile, 'utf8')) as {
  results: { input: string; snapshotId?: string; path?: string }[]
}
const archive = await openArchive(dir, { access: 'read' })
const host = await servePages(id => archive.files(id))
const browser = await closedBrowser(asFile ? null : host.port)
const folder = await mkdtemp(join(tmpdir(), 'stet-pages-'))

async function addressOf(id: string): Promise<string> {
  if (!asFile) return host.urlOf(id)
  const path = join(folder, `${id}.html`)
  await writeFile(path, (await archive.page(id)).html)
  return pathToFileURL(path).href
}

/** In pixels: higher pictures need more memory than a test may have. */
const MAX_COMPARED = 8_000

/** The share of pixels in which the page as it is shown now differs from the screenshot of its capture. */
async function differsFromKept(id: string, page: Page): Promise<number> {
  const kept = PNG.sync.read(Buffer.from(await (await archive.files(id)).read('data/screenshot.png')))
  // A picture that was made smaller shows no pixels that could be compared.
  if (kept.width !== page.viewportSize()?.width || kept.height > MAX_COMPARED) return 0
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.setViewportSize({ width: kept.width, height: kept.height })
  await page.waitForTimeout(300)
  const now = PNG.sync.read(await page.screenshot({ fullPage: true }))
  if (now.width !== kept.width || now.height !== kept.height) return 1
  let count = 0
  for (let at = 0; at < now.data.length; at += 4) {
    const by = [0, 1, 2].reduce((sum, i) => sum + Math.abs(now.data[at + i]! - kept.data[at + i]!), 0)
    if (by > 60) count++
  }
  return count / (now.width * now.height)
}

const tally = { markers: 0, shown: 0, colours: 0, applied: 0, pictures: 0, decoded: 0 }
for (const page of manifest.pages) {
  if (only && !only.split(',').includes(page.id)) continue
  const id = results.find(one => one.input === page.entryUrl)?.snapshotId
  if (!id) {
    console.log(page.id, 'not captured')
    continue
  }
  const seen = await browser.see(await addressOf(id))
  const lost: string[] = []
  for (const { marker, slot, where, reach, need } of page.texts) {
    if (need !== 'must') continue
    tally.markers++
    if (seen.text.includes(marker)) tally.shown++
    else lost.push(`text ${slot} (${where}/${reach})`)
  }
  for (const { rgb, class: name, selector } of page.css) {
    tally.colours++
    if (seen.colours.has(rgb)) tally.applied++
    else lost.push(`colour ${name ?? selector}`)
  }
  for (const { src, width } of seen.pictures) {
    tally.pictures++
    if (width > 0) tally.decoded++
    else lost.push(`picture ${src.slice(0, 100)}`)
  }
  if (!asFile) {
    const differs = await differsFromKept(id, seen.page)
    if (differs > 0.001) lost.push(`${(100 * differs).toFixed(2)} % of the pixels`)
  }
  const { missing } = await host.pages.view(id)
  await seen.page.close()
  if (lost.length > 0 || missing.length > 0) console.log(page.id, page.kind, lost, 'missing:', missing)
}
console.log(tally, 'requests that tried to leave:', browser.tried)
await browser.close()
await rm(folder, { recursive: true })
await host.close()
await archive.close()
