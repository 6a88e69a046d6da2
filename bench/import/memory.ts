/** Imports 1,000 pages and watches the whole process's memory. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newsPage } from '../support/pages.ts'
import { measure } from '../support/process.ts'

const MAIN = fileURLToPath(new URL('../../archive/cli/main.ts', import.meta.url))
const PAGES = Number(process.env['STET_BENCH_PAGES'] ?? 1000)

const dir = await mkdtemp(join(tmpdir(), 'stet-bench-'))
try {
  const folder = join(dir, 'pages')
  await mkdir(folder)
  for (let seed = 0; seed < PAGES; seed++) {
    await writeFile(join(folder, `${seed}.html`), newsPage({ seed, paragraphs: 24, furnitureBytes: 150_000 }))
  }
  const args = [MAIN, '--archive', join(dir, 'archive'), '--json', 'import', folder]
  const { seconds, peakBytes, status } = await measure(process.execPath, args)
  console.log('| pages | seconds | pages/s | peak memory | exit |\n|---|---|---|---|---|')
  console.log(
    `| ${PAGES} | ${seconds.toFixed(1)} | ${(PAGES / seconds).toFixed(1)} | ${(peakBytes / 1e6).toFixed(0)} MB | ${status} |`,
  )
  console.log('\nGoal: under 700 MB.')
} finally {
  await rm(dir, { recursive: true, force: true })
}
