/** Captures the shared news site with Stet and with `wget -p --warc-file`, twice each, in turn. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CaptureResults } from '../../archive/contract/results.ts'
import { startNewsSite } from '../support/newsite.ts'
import { measure } from '../support/process.ts'

const MAIN = fileURLToPath(new URL('../../archive/cli/main.ts', import.meta.url))
const MB = 1e6

async function wget(list: string, dir: string, name: string): Promise<{ seconds: number; bytes: number }> {
  const warc = join(dir, name)
  const options = ['-q', '-p', '-H', '-e', 'robots=off', '--tries=1', '--timeout=10', '--delete-after']
  const { seconds } = await measure('wget', [
    ...options,
    '-P',
    join(dir, `${name}-files`),
    `--warc-file=${warc}`,
    '-i',
    list,
  ])
  return { seconds, bytes: (await stat(`${warc}.warc.gz`)).size }
}

async function stet(
  list: string,
  archive: string,
): Promise<{ seconds: number; bytes: number; outcomes: string }> {
  const before = await logSize(archive)
  const options = ['--engine', 'http', '--allow-private', '--concurrency', '8', '--from', list]
  const args = [MAIN, '--archive', archive, '--json', 'capture', ...options]
  const { seconds, stdout } = await measure(process.execPath, args)
  const { results } = JSON.parse(stdout) as CaptureResults
  const kept = results.reduce((sum, result) => sum + result.bytesNew, 0)
  const count = (outcome: string) => results.filter(result => result.outcome === outcome).length
  const outcomes = `${count('snapshot')} snapshots, ${count('check')} checks, ${count('attempt')} attempts`
  return { seconds, bytes: kept + (await logSize(archive)) - before, outcomes }
}

const logSize = (archive: string) =>
  stat(join(archive, 'log.jsonl')).then(
    s => s.size,
    () => 0,
  )

const site = await startNewsSite()
if (!site) console.log('Skipped: the shared news site is not there (STET_SHARED).')
else {
  const dir = await mkdtemp(join(tmpdir(), 'stet-bench-'))
  try {
    const list = join(dir, 'urls.txt')
    await writeFile(list, site.urls.join('\n') + '\n')
    const pages = site.urls.length
    console.log('| what | pages/s | seconds | bytes added | |\n|---|---|---|---|---|')
    const row = (what: string, seconds: number, bytes: number, note = '') =>
      console.log(
        `| ${what} | ${(pages / seconds).toFixed(1)} | ${seconds.toFixed(1)} | ${(bytes / MB).toFixed(3)} MB | ${note} |`,
      )
    const archive = join(dir, 'archive')
    const w1 = await wget(list, dir, 'first')
    row('wget, first', w1.seconds, w1.bytes)
    const s1 = await stet(list, archive)
    row('Stet, first', s1.seconds, s1.bytes, s1.outcomes)
    const w2 = await wget(list, dir, 'second')
    row('wget, again', w2.seconds, w2.bytes)
    const s2 = await stet(list, archive)
    row('Stet, again', s2.seconds, s2.bytes, s2.outcomes)
    console.log(
      `\nStet's pages/s over wget's: first ${(w1.seconds / s1.seconds).toFixed(2)}, again ${(w2.seconds / s2.seconds).toFixed(2)} (goal 1.5)`,
    )
    console.log(
      `Bytes of the unchanged re-capture: 1/${(w2.bytes / s2.bytes).toFixed(0)} of wget's (goal under 1/50)`,
    )
  } finally {
    site.close()
    await rm(dir, { recursive: true, force: true })
  }
}
