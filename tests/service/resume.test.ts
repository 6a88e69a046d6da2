import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { startService } from '../support/service.ts'
import { send, startSite, story } from '../support/site.ts'
import { tempDir } from '../support/temp.ts'

const CHILD = fileURLToPath(new URL('./working-child.ts', import.meta.url))

interface Work {
  readonly urls?: readonly string[]
  readonly files?: readonly string[]
}

/** Runs a service in a process of its own and kills it when a line it prints is as wanted. Resolves to its lines. */
async function killWhen(
  dir: string,
  { urls = [], files = [] }: Work,
  wanted: (line: string, lines: readonly string[]) => boolean | Promise<boolean>,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [CHILD, dir], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  child.stdin.end(JSON.stringify({ urls, files }) + '\n')
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (!child.killed && (await wanted(line, lines))) child.kill('SIGKILL')
  }
  await exit
  return lines
}

/** A site that counts what is asked of it; its slow pages wait to be let go. */
async function countingSite(pages: number) {
  const site = await startSite()
  onTestFinished(() => site.close())
  const asked = new Map<string, number>()
  const gate = Promise.withResolvers<void>()
  for (let i = 0; i < pages; i++) {
    site.routes.set(`/page-${i}`, (request, response) => {
      asked.set(`/page-${i}`, (asked.get(`/page-${i}`) ?? 0) + 1)
      const answer = () => send(story({ title: `Story number ${i} of the harbour` }))(request, response)
      if (i < 2) return answer()
      void gate.promise.then(answer)
    })
  }
  const urls = Array.from({ length: pages }, (_, i) => `${site.origin}/page-${i}`)
  return { urls, asked, letGo: gate.resolve }
}

test('captures that were promised go on after kill -9, and what was done is not done again', async () => {
  const dir = join(await tempDir(), 'archive')
  const { urls, asked, letGo } = await countingSite(4)
  await killWhen(dir, { urls }, (_, lines) => lines.filter(line => line.startsWith('saved')).length === 2)
  letGo()

  const { calls, jobEnd } = await startService({ dir })
  const [job] = (await calls.jobs.list()).jobs
  expect(job).toMatchObject({ kind: 'capture', resumed: true, total: 4 })
  expect(await jobEnd(job!)).toMatchObject({ state: 'done', done: 4, counts: { snapshots: 4, failed: 0 } })
  expect(asked.get('/page-0')).toBe(1)
  expect(asked.get('/page-1')).toBe(1)
  expect((await calls.library.list({})).total).toBe(4)
  expect(existsSync(join(dir, 'queue.json'))).toBe(false)
})

test.each([0, 4])(
  'files that were handed over are imported after kill -9 with %i of them acknowledged',
  async acknowledged => {
    const dir = join(await tempDir(), 'archive')
    const files = Array.from({ length: 12 }, (_, i) => `page-${i}.txt`)
    await killWhen(dir, { files }, (_, lines) => lines.length > acknowledged + 1)

    const { calls, jobEnd } = await startService({ dir })
    for (const job of (await calls.jobs.list()).jobs) {
      expect(job).toMatchObject({ kind: 'import', resumed: true })
      expect(await jobEnd(job)).toMatchObject({ state: 'done', done: 12, total: 12, counts: { failed: 0 } })
    }
    expect((await calls.library.list({})).total).toBe(12)
    expect((await jobEnd(calls.jobs.verify())).report).toMatchObject({ ok: true })
    expect(existsSync(join(dir, 'queue.json'))).toBe(false)
    expect(existsSync(join(dir, 'incoming'))).toBe(false)
  },
)

test('however often Stet is killed, each page is captured once and each file is imported', async () => {
  const dir = join(await tempDir(), 'archive')
  const { urls, letGo } = await countingSite(10)
  letGo()
  const files = Array.from({ length: 6 }, (_, i) => `page-${i}.txt`)
  await killWhen(dir, { urls, files }, line => line.startsWith('saved'))
  // Spread over the life of a process, so that each run of the tests covers early and late moments.
  for (const lifeMs of [0, 150, 500]) {
    await killWhen(dir, {}, async line => {
      if (line === 'open') await setTimeout(lifeMs)
      return true
    })
  }
  const { calls, jobEnd } = await startService({ dir })
  for (const job of (await calls.jobs.list()).jobs) expect((await jobEnd(job)).state).toBe('done')
  const { lines } = await calls.activity.log({ limit: 500 })
  const requested = lines.flatMap(({ event }) => (event['requestedUrl'] as string | undefined) ?? [])
  for (const url of urls)
    expect(
      requested.filter(each => each === url),
      url,
    ).toHaveLength(1)
  expect((await calls.library.list({})).total).toBe(urls.length + files.length)
  expect((await jobEnd(calls.jobs.verify())).report).toMatchObject({ ok: true })
})

test('work that ends Stet every time is not begun for ever', async () => {
  const dir = join(await tempDir(), 'archive')
  const { urls, letGo } = await countingSite(3)
  await killWhen(dir, { urls: urls.slice(2) }, line => line.startsWith('promised'))
  for (let start = 0; start < 4; start++) await killWhen(dir, {}, line => line === 'open')
  letGo()
  const { calls, jobEnd } = await startService({ dir })
  const [job] = (await calls.jobs.list()).jobs
  expect(await jobEnd(job!)).toMatchObject({ state: 'failed', error: { code: 'internal' } })
  expect(await jobEnd(calls.jobs.retry(job!))).toMatchObject({ state: 'done', counts: { snapshots: 1 } })
})

test('work that was under way when the service was closed goes on at the next start', async () => {
  const dir = join(await tempDir(), 'archive')
  const { urls, letGo } = await countingSite(4)
  const first = await startService({ dir })
  const { jobId } = await first.calls.jobs.capture({ urls })
  await first.service.close()
  letGo()
  const { jobEnd } = await startService({ dir })
  expect(await jobEnd({ jobId })).toMatchObject({ resumed: true, state: 'done', counts: { snapshots: 4 } })
})

test('an input that was cancelled does not come back', async () => {
  const dir = join(await tempDir(), 'archive')
  const { urls, letGo } = await countingSite(4)
  const first = await startService({ dir })
  const { jobId } = await first.calls.jobs.capture({ urls: urls.slice(2) })
  await first.calls.jobs.cancel({ jobId, input: urls[3]! })
  await first.service.close()
  letGo()
  const { jobEnd } = await startService({ dir })
  const job = await jobEnd({ jobId })
  expect(job.items.map(item => item.input)).toEqual([urls[2]])
})

test('a damaged queue is set aside with a notice, and the archive opens', async () => {
  const { dir, service } = await startService()
  await service.close()
  await writeFile(join(dir, 'queue.json'), '{"half')
  const { calls } = await startService({ dir })
  const { state, notices } = await calls.archive.status()
  expect(state).toBe('open')
  expect(notices).toEqual([expect.stringContaining('queue.json')])
})
