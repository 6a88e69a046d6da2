/**
 * The pages of the shared news site, captured with the browser engine, exported as WACZ and shown by Webrecorder's
 * own replay engine: which words of each page are seen there, and whether a request left for the site.
 * `--wacz FILE` takes an export that is there already.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openArchive } from '../../archive/index.ts'
import { launchBrowser } from '../../tests/support/browser.ts'
import { openReplayer } from '../../tests/exchange/replayer/replayer.ts'
import { newsManifest, startNewsSite } from '../support/newsite.ts'

const { values } = parseArgs({ options: { wacz: { type: 'string' }, only: { type: 'string' } } })

async function exported(dir: string): Promise<string | null> {
  const site = await startNewsSite()
  if (site === null) return null
  const archive = await openArchive(join(dir, 'archive'), { access: 'write' })
  try {
    await archive.capture(site.urls, { engine: 'browser', allowPrivate: true, concurrency: 2 })
    const out = join(dir, 'all.wacz')
    await archive.export('all', { as: 'wacz', out })
    return out
  } finally {
    await archive.close()
    site.close()
  }
}

const dir = await mkdtemp(join(tmpdir(), 'stet-bench-replay-'))
const browser = await launchBrowser()
try {
  const manifest = newsManifest()
  const wacz = values.wacz ?? (await exported(dir))
  if (manifest === null || wacz === null)
    console.log('The shared news site is not here; nothing was measured.')
  else {
    const only = values.only?.split(',')
    const replayer = await openReplayer(browser, wacz)
    let [seen, wanted, whole, unlisted] = [0, 0, 0, 0]
    const pages = manifest.pages.filter(({ id }) => only?.includes(id) ?? true)
    for (const { id, kind, note, url, texts } of pages) {
      const listed = replayer.pages.find(page => page.url === new URL(url).href)
      if (!listed) {
        unlisted++
        console.log(`${id} ${kind}: not in the list of pages`)
        continue
      }
      const shown = await replayer.show(listed.url, new Date(listed.ts).toISOString())
      const marks = texts.filter(({ need }) => need === 'must')
      const lost = marks.filter(({ marker }) => !shown.text.includes(marker))
      wanted += marks.length
      seen += marks.length - lost.length
      if (lost.length === 0) whole++
      else {
        console.log(
          `${id} ${kind} (${note}): ${lost.map(({ slot, where, reach }) => `${slot}/${where}/${reach}`).join(', ')}`,
        )
        for (const one of shown.missing.slice(0, 6)) console.log(`     ${one}`)
      }
      await shown.close()
    }
    const { numValid, numInvalid } = await replayer.verified()
    console.log(
      `pages ${pages.length - unlisted} of ${pages.length} listed, ${whole} with every word that is wanted`,
    )
    console.log(`words ${seen} of ${wanted}`)
    console.log(`hashes ${numValid} right, ${numInvalid} wrong`)
    console.log(`requests that left: ${replayer.escaped.length}`, [...new Set(replayer.escaped)].slice(0, 10))
    await replayer.close()
  }
} finally {
  await browser.close()
  await rm(dir, { recursive: true, force: true })
}
