import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plainName } from '../../archive/jobs/exports-folder.ts'
import { jobWhen, serviceWithDemo, startService } from '../support/service.ts'

test('an export is a file in the exports folder, named after the story and the time, with its size and hash', async () => {
  const { calls, dir, sourceId, jobEnd } = await serviceWithDemo()
  const job = await jobEnd(calls.jobs.export({ scope: { sourceIds: [sourceId] } }))
  expect(job).toMatchObject({ kind: 'export', state: 'done', done: 5, total: 5, error: null })
  const { fileName, path, as, snapshots, bytes, sha256 } = job.exported!
  expect({ as, snapshots }).toEqual({ as: 'wacz', snapshots: 5 })
  expect(fileName).toMatch(/^[\p{L}\p{N}-]+-\d{8}T\d{6}Z\.wacz$/u)
  expect(path).toBe(join(dir, 'exports', fileName))
  const file = await readFile(path)
  expect(file.length).toBe(bytes)
  expect(createHash('sha256').update(file).digest('hex')).toBe(sha256)
})

test('two exports in one second are two files, and one snapshot is one', async () => {
  const { calls, snapshotIds, jobEnd } = await serviceWithDemo({
    clock: { now: () => '2026-11-22T05:00:00.000Z' },
  })
  const ask = { scope: { snapshotIds: [snapshotIds[0]!] }, as: 'warc' as const }
  const [first, second] = [await jobEnd(calls.jobs.export(ask)), await jobEnd(calls.jobs.export(ask))]
  expect([first.exported?.snapshots, second.exported?.snapshots]).toEqual([1, 1])
  expect(first.exported!.fileName).toMatch(/-20261122T050000Z\.warc\.gz$/)
  expect(second.exported!.fileName).toMatch(/-20261122T050000Z-2\.warc\.gz$/)
})

test('an export that is stopped leaves nothing behind and can be begun anew', async () => {
  const { calls, dir, jobEnd } = await serviceWithDemo()
  const { jobId } = await calls.jobs.export({ scope: 'all' })
  await calls.jobs.cancel({ jobId })
  const stopped = await jobWhen(calls, jobId, job => job.state !== 'running')
  expect(stopped).toMatchObject({ state: 'cancelled', exported: null, error: null })
  expect(await readdir(join(dir, 'exports')).catch(() => [])).toEqual([])
  const again = await jobEnd(calls.jobs.retry({ jobId }))
  expect(again.exported?.snapshots).toBe(5)
})

test('what cannot be exported is said, and no file is made', async () => {
  const { calls, dir, jobEnd } = await startService()
  const empty = await jobEnd(calls.jobs.export({ scope: 'all' }))
  expect(empty).toMatchObject({ state: 'failed', error: { code: 'not-found' }, exported: null })
  expect(empty.error?.message).toMatch(/no snapshot to export/)
  const unknown = await jobEnd(calls.jobs.export({ scope: { sourceIds: ['none'] } }))
  expect(unknown.error?.code).toBe('not-found')
  expect(existsSync(join(dir, 'exports'))).toBe(false)
})

test('the exports folder is left alone by a check, a rebuild and the next start', async () => {
  const { service, calls, dir, jobEnd } = await serviceWithDemo()
  const { exported } = await jobEnd(calls.jobs.export({ scope: 'all' }))
  expect((await jobEnd(calls.jobs.verify())).report?.problems).toEqual([])
  await jobEnd(calls.jobs.rebuild())
  await service.close()
  const next = await startService({ dir })
  expect(await readdir(join(dir, 'exports'))).toEqual([exported!.fileName])
  expect(await next.service.exportedFile(exported!.fileName)).toBe(exported!.path)
})

test('only finished files of the exports folder are given out', async () => {
  const { service, dir } = await startService()
  const folder = join(dir, 'exports')
  await mkdir(join(folder, 'inside'), { recursive: true })
  await writeFile(join(folder, 'kept.wacz'), 'PK')
  await writeFile(join(folder, 'kept.wacz.0a1b2c3d.part'), 'P')
  await writeFile(join(folder, '.hidden'), '')
  await symlink(join(dir, 'stet.json'), join(folder, 'link.wacz'))
  expect(await service.exportedFile('kept.wacz')).toBe(join(folder, 'kept.wacz'))
  const names = [
    '../stet.json',
    '',
    '.',
    '..',
    'inside',
    'inside/x',
    '.hidden',
    'kept.wacz.0a1b2c3d.part',
    'link.wacz',
    'gone.wacz',
    'kept.wacz\0',
  ]
  for (const name of names)
    await expect(service.exportedFile(name), name).rejects.toMatchObject({ code: 'not-found' })
})

test('what a process that was ended left half done is cleared away after a day, and nothing younger', async () => {
  const { calls, dir, jobEnd } = await serviceWithDemo()
  const folder = join(dir, 'exports')
  await mkdir(folder)
  const old = new Date(Date.now() - 25 * 60 * 60 * 1000)
  await writeFile(join(folder, 'old.wacz.0a1b2c3d.part'), '')
  await utimes(join(folder, 'old.wacz.0a1b2c3d.part'), old, old)
  await writeFile(join(folder, 'young.wacz.0a1b2c3d.part'), '')
  await writeFile(join(folder, 'mine.part'), '')
  await utimes(join(folder, 'mine.part'), old, old)
  const { exported } = await jobEnd(calls.jobs.export({ scope: 'all' }))
  expect((await readdir(folder)).toSorted()).toEqual(
    [exported!.fileName, 'mine.part', 'young.wacz.0a1b2c3d.part'].toSorted(),
  )
})

test.each([
  ['Ferry late again: “why?” (updated)', 'Ferry-late-again-why-updated'],
  ['هيئة الميناء تؤجل', 'هيئة-الميناء-تؤجل'],
  ['../../etc/passwd', 'etc-passwd'],
  ['???', 'export'],
  ['漢'.repeat(100), '漢'.repeat(50)],
])('the title %j becomes the name %j', (title, name) => {
  expect(plainName(title)).toBe(name)
})
