import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureResultsSchema, exportReportSchema } from '../../archive/contract/results.ts'
import { story } from '../support/site.ts'
import { stet } from '../support/stet.ts'

let dir: string
const run = (archive: string, ...args: string[]) => stet(['--archive', join(dir, archive), '--json', ...args])

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stet-export-'))
  const versions = [story(), story().replace('37 cracks', '39 cracks'), story({ title: 'Ferry stays away' })]
  for (const [i, html] of versions.entries()) {
    const file = join(dir, `${i}.html`)
    await writeFile(file, html)
    const url = i < 2 ? 'https://quay.test/wall' : 'https://quay.test/ferry'
    const at = `2026-03-0${i + 1}T08:00:00Z`
    expect((await run('first', 'import', file, '--url', url, '--captured-at', at)).status).toBe(0)
  }
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const exported = async (...args: string[]) => {
  const ran = await run('first', 'export', ...args)
  expect(ran.status, ran.stderr).toBe(0)
  return exportReportSchema.parse(ran.json())
}

test('a source is exported with all its versions, a snapshot by itself, and --all is everything', async () => {
  expect(await exported('https://quay.test/wall', '--out', join(dir, 'wall.wacz'))).toMatchObject({
    as: 'wacz',
    snapshots: 2,
  })
  const one = await exported('https://quay.test/wall@1', '--as', 'warc', '--out', join(dir, 'one.warc.gz'))
  expect(one).toMatchObject({ as: 'warc', snapshots: 1 })
  expect(await exported('--all', '--out', join(dir, 'all.wacz'))).toMatchObject({ snapshots: 3 })
})

test('what was exported comes back by import, version by version, out of a folder too', async () => {
  await mkdir(join(dir, 'folder'))
  await exported('https://quay.test/wall', '--as', 'warc', '--out', join(dir, 'folder', 'wall.warc'))
  await exported('https://quay.test/ferry', '--as', 'warc', '--out', join(dir, 'folder', 'ferry.warc.gz'))
  const ran = await run('second', 'import', join(dir, 'folder'))
  expect(ran.status, ran.stderr).toBe(0)
  const { results, archives } = captureResultsSchema.parse(ran.json())
  expect(results.map(({ outcome, version, url, capturedAt }) => [outcome, version, url, capturedAt])).toEqual(
    [
      ['snapshot', 1, 'https://quay.test/ferry', '2026-03-03T08:00:00.000Z'],
      ['snapshot', 1, 'https://quay.test/wall', '2026-03-01T08:00:00.000Z'],
      ['snapshot', 2, 'https://quay.test/wall', '2026-03-02T08:00:00.000Z'],
    ],
  )
  expect(archives!.map(({ kind, pages, problems }) => [kind, pages, problems])).toEqual([
    ['warc', 1, []],
    ['warc', 2, []],
  ])
})

test('the wrong question is told so in words, and no file appears', async () => {
  const out = join(dir, 'nothing.wacz')
  const neither = await run('first', 'export', '--out', out)
  expect([neither.status, neither.stderr]).toEqual([2, expect.stringMatching(/or give --all, but not both/)])
  const unknown = await run('first', 'export', 'https://quay.test/nowhere', '--out', out)
  expect(unknown.status).toBe(1)
  const folder = await run('first', 'export', '--all', '--out', join(dir, 'no', 'such', 'folder.wacz'))
  expect([folder.status, folder.stderr]).toEqual([1, expect.stringMatching(/could not be written/)])
  const address = await run('first', 'import', join(dir, 'all.wacz'), '--url', 'https://quay.test/other')
  expect([address.status, address.stderr]).toEqual([2, expect.stringMatching(/leave out --url/)])
  expect((await readdir(dir)).filter(name => name.includes('nothing') || name.endsWith('.part'))).toEqual([])
})
