import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openArchive } from '../../archive/index.ts'
import { captureDemo, serviceWithDemo, startService } from '../support/service.ts'
import { send, startSite, story } from '../support/site.ts'

test('a second service says who holds the archive, reads beside it, and writes once it is free', async () => {
  const first = await serviceWithDemo()
  const second = await startService({ dir: first.dir })
  const locked = await second.calls.archive.status()
  expect(locked).toMatchObject({
    state: 'closed',
    access: null,
    problem: { code: 'archive-locked', data: { holder: { pid: process.pid } } },
  })
  await expect(second.calls.library.list({})).rejects.toMatchObject({ code: 'archive-locked' })

  const reading = await second.calls.archive.open({ access: 'read' })
  expect(reading).toMatchObject({ state: 'open', access: 'read', problem: { code: 'archive-locked' } })
  expect((await second.calls.library.list({})).rows[0]).toMatchObject({ sourceId: first.sourceId })
  await expect(second.calls.jobs.demo()).rejects.toMatchObject({ code: 'archive-readonly' })
  await expect(
    second.calls.desk.tag({ tag: 'x', sourceIds: [first.sourceId], on: true }),
  ).rejects.toMatchObject({ code: 'archive-readonly' })
  expect(await second.calls.archive.open({ access: 'write' })).toMatchObject({
    state: 'open',
    access: 'read',
    problem: { code: 'archive-locked' },
  })

  await first.service.close()
  expect(await second.calls.archive.open({ access: 'write' })).toMatchObject({
    access: 'write',
    problem: null,
  })
  await captureDemo(second)
})

test('a reader follows the writer', async () => {
  const site = await startSite()
  onTestFinished(() => site.close())
  site.routes.set('/a', send(story()))
  const writer = await startService()
  const reader = await startService({ dir: writer.dir, access: 'read' })
  expect((await reader.calls.library.list({})).total).toBe(0)
  const events = await reader.calls.archive.events()
  await writer.jobEnd(writer.calls.jobs.capture({ urls: [`${site.origin}/a`] }))
  for await (const event of events) if (event.type === 'sources') break
  expect((await reader.calls.library.list({})).total).toBe(1)
})

test('a folder that is no archive is told as the problem, and nothing in it is touched', async () => {
  const { calls } = await startService({ dir: import.meta.dirname })
  expect(await calls.archive.status()).toMatchObject({ state: 'closed', problem: { code: 'bad-input' } })
})

test('what the opening mends is told as a notice', async () => {
  const { dir, service } = await startService()
  await service.close()
  await appendFile(join(dir, 'log.jsonl'), '{"half a li')
  const { calls } = await startService({ dir })
  expect((await calls.archive.status()).notices).toEqual([expect.stringContaining('unfinished line')])
})

test('a closed service lets go of the archive and says so to who still asks', async () => {
  const { dir, service, calls } = await startService()
  await service.close()
  expect(service.status()).toMatchObject({ state: 'closed', access: null })
  await expect(calls.library.list({})).rejects.toMatchObject({ code: 'cancelled' })
  const archive = await openArchive(dir, { access: 'write' })
  await archive.close()
})

test('a mistake of our own is told without its insides', async () => {
  let broken = false
  const now = () => {
    if (broken) throw new TypeError('secret insides')
    return new Date().toISOString()
  }
  const { calls } = await startService({ clock: { now } })
  broken = true
  const error: unknown = await calls.jobs.verify().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'internal', data: {} })
  expect((error as Error).message).not.toContain('secret')
  broken = false
})

test('folders are told for the file manager', async () => {
  const { service, dir, snapshotIds } = await serviceWithDemo()
  expect(await service.folderOf(null)).toBe(dir)
  expect(await service.folderOf(snapshotIds[0]!)).toContain(join(dir, 'snapshots'))
  await expect(service.folderOf('none')).rejects.toMatchObject({ code: 'not-found' })
})
