/** The kill test for as long as wanted: node tests/crash/kill.ts --runs N [--dir DIR]. Exit status 1 on a fault. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { faultsOf, killOnce, nothingYet } from './kill-rounds.ts'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '200' }, dir: { type: 'string' } },
})
const runs = Number(values.runs)
const dir = await mkdtemp(join(values.dir ?? tmpdir(), 'stet-kill-'))
const seen = nothingYet()

for (let run = 1; run <= runs; run++) {
  const afterMs = Math.floor(Math.random() * 400)
  await killOnce(dir, afterMs, seen)
  const faults = await faultsOf(dir, seen)
  if (faults.length > 0) {
    console.error(
      `Run ${run}, killed after ${afterMs} ms; the archive is kept in ${dir}:\n${faults.join('\n')}`,
    )
    process.exit(1)
  }
}
await rm(dir, { recursive: true })
console.log(
  `${runs} kills: ${seen.snapshots.size} snapshots, ${seen.checks.size} checks and ${seen.purges.size} purges ` +
    'were acknowledged; all are as they should be, and every rebuilt catalogue was the same.',
)
