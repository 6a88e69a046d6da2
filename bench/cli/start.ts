/** What the command costs before it does anything, beside a node that does nothing. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openArchive } from '../../archive/index.ts'
import { measure, median } from '../support/process.ts'

const MAIN = fileURLToPath(new URL('../../archive/cli/main.ts', import.meta.url))
const RUNS = 7

const dir = await mkdtemp(join(tmpdir(), 'stet-bench-'))
try {
  await (await openArchive(dir, { access: 'write' })).close()
  const cases: Readonly<Record<string, readonly string[]>> = {
    'node -e 0': ['-e', '0'],
    'stet --version': [MAIN, '--version'],
    'stet sources': [MAIN, '--archive', dir, 'sources'],
  }
  console.log('| command | median ms |\n|---|---|')
  for (const [name, args] of Object.entries(cases)) {
    const seconds: number[] = []
    for (let run = 0; run < RUNS; run++) seconds.push((await measure(process.execPath, args)).seconds)
    console.log(`| ${name} | ${(median(seconds) * 1000).toFixed(0)} |`)
  }
} finally {
  await rm(dir, { recursive: true, force: true })
}
