/**
 * The browser engine on the shared news site: pages a second at 1, 2 and 4 tabs beside the floor (load, bodies, picture
 * in the same browser), where the time goes, an unchanged re-capture, and single-file-cli on the same pages.
 *
 * `browser.ts [--every N] [--tabs 1,2,4] [--single-file PROGRAM|install|none]`
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startNewsSite } from '../support/newsite.ts'
import { type BrowserRun, browserRun } from './browser-run.ts'
import { measureFloor } from './floor.ts'
import { installSingleFile, singleFileRun } from './single-file.ts'

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    tabs: { type: 'string', default: '1,2,4' },
    'single-file': { type: 'string', default: 'install' },
  },
})
/** The other program takes up to 12 seconds for one page. */
const SAMPLE = 8
const MB = 1e6

const perPage = (times: Readonly<Record<string, number>>, pages: number): string =>
  Object.entries(times)
    .map(([name, ms]) => `${name} ${Math.round(ms / pages)}`)
    .join(', ')

async function tabsBesideFloor(urls: readonly string[], dir: string): Promise<void> {
  const pages = urls.length
  console.log(
    '| tabs | floor, pages/s | Stet, pages/s | times the floor | processor s a page: floor | Stet’s browser | Stet |',
  )
  console.log('|---|---|---|---|---|---|---|')
  const runs: BrowserRun[] = []
  for (const tabs of values.tabs.split(',').map(Number)) {
    const floor = await measureFloor(urls, tabs)
    const run = await browserRun(join(dir, `tabs-${tabs}`), urls, tabs)
    runs.push(run)
    const cells = [
      pages / floor.seconds,
      pages / run.seconds,
      run.seconds / floor.seconds,
      floor.cpuSeconds / pages,
      run.cpuSeconds.browser / pages,
      run.cpuSeconds.own / pages,
    ]
    console.log(`| ${tabs} | ${cells.map(cell => cell.toFixed(2)).join(' | ')} |`)
    if (run.attempts > 0) console.log(`(${run.attempts} attempts)`)
  }
  const [first] = runs
  if (!first) return
  console.log(`\nMilliseconds a page, ${values.tabs.split(',')[0]} at once: ${perPage(first.steps, pages)}.`)
  console.log(`In the page: ${perPage(first.behaviours, pages)}.`)
}

const logSize = (archive: string): Promise<number> =>
  stat(join(archive, 'log.jsonl')).then(
    file => file.size,
    () => 0,
  )

async function besideSingleFile(urls: readonly string[], dir: string, program: string): Promise<void> {
  const step = Math.max(1, Math.floor(urls.length / SAMPLE))
  const sample = urls.filter((_url, i) => i % step === 0).slice(0, SAMPLE)
  const archive = join(dir, 'beside')
  const other = await singleFileRun(program, sample, join(dir, 'single-file'))
  const first = await browserRun(archive, sample, 2)
  const before = await logSize(archive)
  const again = await browserRun(archive, sample, 2)
  const bytes = again.bytesNew + (await logSize(archive)) - before
  console.log(`\n| ${sample.length} pages | seconds | pages/s | MB | kept |\n|---|---|---|---|---|`)
  const row = (what: string, pages: number, seconds: number, size: number, kept: string): number => {
    const rate = pages / seconds
    console.log(
      `| ${what} | ${seconds.toFixed(1)} | ${rate.toFixed(2)} | ${(size / MB).toFixed(3)} | ${kept} |`,
    )
    return rate
  }
  const unfinished = `${other.pages} pages, ${other.unfinished} unfinished and not counted`
  const its = row('single-file-cli', other.pages, other.seconds, other.bytes, unfinished)
  const ours = row(
    'Stet, two tabs',
    sample.length,
    first.seconds,
    first.bytesNew,
    `${first.snapshots} snapshots`,
  )
  row(
    'Stet, again',
    sample.length,
    again.seconds,
    bytes,
    `${again.checks} checks, ${again.snapshots} snapshots`,
  )
  console.log(`\nPages/s over single-file-cli's: ${(ours / its).toFixed(1)} (goal 5)`)
  console.log(
    `Bytes of the unchanged re-capture: 1/${(other.bytes / bytes).toFixed(0)} of its (goal under 1/50)`,
  )
}

const site = await startNewsSite()
if (!site) console.log('Skipped: the shared news site is not there (STET_SHARED).')
else {
  const dir = await mkdtemp(join(tmpdir(), 'stet-bench-'))
  try {
    const urls = site.urls.filter((_url, i) => i % Number(values.every) === 0)
    await tabsBesideFloor(urls, dir)
    const named = values['single-file']
    if (named !== 'none') {
      const program = named === 'install' ? await installSingleFile(join(dir, 'program')) : named
      await besideSingleFile(urls, dir, program)
    }
  } finally {
    site.close()
    await rm(dir, { recursive: true, force: true })
  }
}
