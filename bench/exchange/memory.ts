/**
 * Peak memory of an export and of an import that are larger than memory should be: `--gigabytes 3` of bodies that
 * cannot be compressed, from a site of our own. Everything lies in the temporary folder and is removed at the end.
 */
import { randomFillSync } from 'node:crypto'
import { mkdtemp, rm, stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openArchive } from '../../archive/index.ts'
import { startSite, story } from '../../tests/support/site.ts'
import { measure } from '../support/process.ts'

const MAIN = fileURLToPath(new URL('../../archive/cli/main.ts', import.meta.url))
const BODY_BYTES = 16_000_000
const BODIES_A_PAGE = 25

const { values } = parseArgs({ options: { gigabytes: { type: 'string', default: '3' } } })
const pages = Math.ceil((Number(values.gigabytes) * 1e9) / (BODY_BYTES * BODIES_A_PAGE))
const dir = await mkdtemp(join(tmpdir(), 'stet-bench-large-'))
const { bavail, bsize } = await statfs(dir)
const needed = Number(values.gigabytes) * 4e9
const site = await startSite()
try {
  if (bavail * bsize < needed) throw new Error(`This needs ${needed / 1e9} GB in ${tmpdir()}.`)
  const urls: string[] = []
  for (let page = 0; page < pages; page++) {
    const names = Array.from({ length: BODIES_A_PAGE }, (_, i) => `/p${page}-${i}.png`)
    for (const name of names)
      site.routes.set(name, (_, response) => {
        response.writeHead(200, { 'content-type': 'image/png' })
        response.end(randomFillSync(Buffer.allocUnsafe(BODY_BYTES)))
      })
    const extra = names.map(name => `<img src="${name}">`).join('')
    site.routes.set(`/${page}`, (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(story({ title: `Page ${page}`, extra }))
    })
    urls.push(`${site.origin}/${page}`)
  }
  const archive = await openArchive(join(dir, 'large'), { access: 'write' })
  const { results } = await archive.capture(urls, {
    engine: 'http',
    concurrency: 1,
    limits: { captureTimeoutMs: 600_000 },
  })
  await archive.close()
  console.log(`pages kept: ${results.filter(({ outcome }) => outcome === 'snapshot').length} of ${pages}`)
  const run = async (what: string, args: readonly string[]) => {
    const { seconds, peakBytes } = await measure(process.execPath, [MAIN, '--archive', ...args])
    console.log(`${what.padEnd(8)} ${seconds.toFixed(0)} s, peak ${(peakBytes / 1e6).toFixed(0)} MB`)
  }
  const out = join(dir, 'large.wacz')
  await run('export', [join(dir, 'large'), 'export', '--all', '--out', out])
  console.log(`file     ${((await stat(out)).size / 1e9).toFixed(2)} GB`)
  await rm(join(dir, 'large'), { recursive: true, force: true })
  await run('import', [join(dir, 'again'), 'import', out])
} finally {
  await site.close()
  await rm(dir, { recursive: true, force: true })
}
