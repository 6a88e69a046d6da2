import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { openArchive } from '../../archive/index.ts'
import { send, startSite, story } from '../support/site.ts'

const MAIN = fileURLToPath(new URL('../../archive/cli/main.ts', import.meta.url))
const PAGES = 40
const LIFE_MS = [300, 4_000] as const

export interface KillReport {
  readonly runs: number
  /** Runs in which the process was still alive when the signal came. */
  readonly killed: number
  readonly acknowledged: number
  readonly snapshots: number
  /** One sentence for everything that should not have been. */
  readonly wrong: readonly string[]
}

/** Runs the command and kills it after `lifeMs`; gives the lines in which it acknowledged something. */
function runAndKill(
  args: readonly string[],
  lifeMs: number,
): Promise<{ killed: boolean; acknowledged: readonly string[] }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    const timer = setTimeout(() => child.kill('SIGKILL'), lifeMs)
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('error', reject)
    child.on('close', (_, signal) => {
      clearTimeout(timer)
      resolve({ killed: signal === 'SIGKILL', acknowledged: said.split('\n').slice(0, -1) })
    })
  })
}

async function fingerprint(dir: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter(e => e.isFile())
    .map(e => join(e.parentPath, e.name))
    .toSorted()) {
    hash.update(name).update(await readFile(name))
  }
  return hash.digest('hex')
}

const ACKNOWLEDGED = /^\[\d+\/\d+\] (.+): version (\d+): /

/** Opens the archive the way the next start of Stet would, and looks for anything lost or half done. */
async function inspect(
  archiveDir: string,
  acknowledged: readonly string[],
): Promise<{ wrong: string[]; snapshots: number }> {
  const wrong: string[] = []
  const archive = await openArchive(archiveDir, { access: 'write' })
  try {
    const held = new Set<string>()
    for (const source of await archive.sources(null)) {
      const { versions } = await archive.versions(source.sourceId)
      for (const row of versions) held.add(`${row.title} v${row.version}`)
    }
    for (const line of acknowledged) {
      const match = ACKNOWLEDGED.exec(line)
      const title = line.slice(line.indexOf(': version ')).replace(/^: version \d+: /, '')
      if (match && !held.has(`${title} v${match[2]}`)) wrong.push(`acknowledged and lost: ${line}`)
    }
    const report = await archive.verify()
    for (const problem of report.problems) wrong.push(`verify: ${problem.code} ${problem.path}`)
    const before = await fingerprint(join(archiveDir, 'catalog'))
    await archive.rebuild()
    if ((await fingerprint(join(archiveDir, 'catalog'))) !== before)
      wrong.push('rebuild gave another catalogue')
    return { wrong, snapshots: report.snapshots }
  } finally {
    await archive.close()
  }
}

/** Captures and imports into one archive, killed with SIGKILL at random moments, looking after each kill. */
export async function killStet(
  runs: number,
  onRun: (run: number, report: KillReport) => void = () => {},
): Promise<KillReport> {
  const dir = await mkdtemp(join(tmpdir(), 'stet-kill-'))
  const site = await startSite()
  const archiveDir = join(dir, 'archive')
  let report: KillReport = { runs: 0, killed: 0, acknowledged: 0, snapshots: 0, wrong: [] }
  let edition = 0
  const paths = Array.from({ length: PAGES }, (_, i) => `/story-${i}`)
  // Every visit finds another edition, so every capture makes a version.
  for (const path of paths) {
    site.routes.set(path, (request, response) =>
      send(story({ title: `Edition ${++edition} of ${path}` }))(request, response),
    )
  }
  try {
    await (await openArchive(archiveDir, { access: 'write' })).close()
    for (let run = 0; run < runs; run++) {
      const folder = join(dir, 'files')
      await mkdir(folder, { recursive: true })
      for (const path of paths)
        await writeFile(
          join(folder, `${path.slice(1)}.html`),
          story({
            title: `Import ${++edition} of ${path}`,
            head: `<link rel="canonical" href="https://quay.example${path}">`,
          }),
        )
      const work =
        run % 2 === 0
          ? ['capture', '--engine', 'http', '--concurrency', '3', ...paths.map(p => site.origin + p)]
          : ['import', folder]
      const { killed, acknowledged } = await runAndKill(
        ['--archive', archiveDir, ...work],
        LIFE_MS[0] + Math.random() * (LIFE_MS[1] - LIFE_MS[0]),
      )
      const kept = acknowledged.filter(line => ACKNOWLEDGED.test(line))
      const { wrong, snapshots } = await inspect(archiveDir, kept)
      if (!killed && kept.length < PAGES) wrong.push(`ended by itself too early: ${acknowledged.at(-1)}`)
      report = {
        runs: run + 1,
        killed: report.killed + (killed ? 1 : 0),
        acknowledged: report.acknowledged + kept.length,
        snapshots,
        wrong: [...report.wrong, ...wrong.map(what => `run ${run + 1}: ${what}`)],
      }
      onRun(run + 1, report)
    }
    return report
  } finally {
    await site.close()
    await rm(dir, { recursive: true, force: true })
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const runs = Number(process.argv[2] ?? 200)
  const report = await killStet(
    runs,
    (run, so) =>
      run % 10 === 0 &&
      console.log(
        `${run} runs, ${so.killed} killed, ${so.acknowledged} acknowledged, ${so.wrong.length} wrong`,
      ),
  )
  console.log(JSON.stringify(report, null, 1))
  process.exitCode = report.wrong.length > 0 ? 1 : 0
}
