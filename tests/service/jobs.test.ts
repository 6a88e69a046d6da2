import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Work } from '../../archive/service/jobs/work.ts'
import { startService, jobWhen } from '../support/service.ts'
import { send, startSite, story, type Route } from '../support/site.ts'

async function site() {
  const started = await startSite()
  onTestFinished(() => started.close())
  return started
}

/** A page that answers when it is told to. */
function gate(body: string): { readonly route: Route; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return {
    route: (request, response) => void promise.then(() => send(body)(request, response)),
    open: resolve,
  }
}

test('a capture runs through its steps and ends with its result', async () => {
  const { origin, routes } = await site()
  routes.set('/a', send(story({ extra: '<img src="/p.svg" alt="">' })))
  routes.set('/p.svg', send('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'))
  const { calls, jobEnd } = await startService()
  const job = await jobEnd(calls.jobs.capture({ urls: [`${origin}/a`, `${origin}/a`] }))
  expect(job).toMatchObject({
    kind: 'capture',
    state: 'done',
    done: 1,
    total: 1,
    counts: { snapshots: 1, checks: 0, attempts: 0, failed: 0 },
    items: [{ input: `${origin}/a`, step: 'done', resources: { done: 1, wanted: 1 }, error: null }],
    resumed: false,
    error: null,
  })
  expect(job.items[0]?.bytes).toBeGreaterThan(500)
  expect(job.items[0]?.result).toMatchObject({ outcome: 'snapshot', version: 1 })
})

test('what was promised is on the disk while it runs and gone when it is done', async () => {
  const { origin, routes } = await site()
  const slow = gate(story())
  routes.set('/a', slow.route)
  const { calls, dir, jobEnd } = await startService()
  const started = await calls.jobs.capture({ urls: [`${origin}/a`] })
  expect(existsSync(join(dir, 'queue.json'))).toBe(true)
  slow.open()
  await jobEnd(started)
  expect(existsSync(join(dir, 'queue.json'))).toBe(false)
})

test('one input is cancelled and the others go on', async () => {
  const { origin, routes } = await site()
  const slow = gate(story())
  routes.set('/a', slow.route)
  routes.set('/b', send(story({ title: 'Ferry late again' })))
  const { calls, jobEnd } = await startService()
  const started = await calls.jobs.capture({ urls: [`${origin}/a`, `${origin}/b`] })
  await calls.jobs.cancel({ ...started, input: `${origin}/a` })
  const job = await jobEnd(started)
  expect(job).toMatchObject({ state: 'done', done: 2, counts: { snapshots: 1, failed: 0 } })
  expect(job.items[0]).toMatchObject({ result: null, error: { code: 'cancelled' } })
  expect(job.items[1]).toMatchObject({ error: null, result: { outcome: 'snapshot' } })
  slow.open()
})

test('a cancelled job keeps what it had saved, and begins anew with the rest', async () => {
  const { origin, routes } = await site()
  const slow = gate(story({ title: 'Ferry late again' }))
  routes.set('/a', send(story()))
  routes.set('/b', slow.route)
  const { calls, jobEnd } = await startService()
  const started = await calls.jobs.capture({ urls: [`${origin}/a`, `${origin}/b`] })
  await jobWhen(calls, started.jobId, job => job.done === 1)
  await calls.jobs.cancel(started)
  const cancelled = await jobEnd(started)
  expect(cancelled).toMatchObject({ state: 'cancelled', error: null, counts: { snapshots: 1, failed: 0 } })

  slow.open()
  const again = await jobEnd(calls.jobs.retry(started))
  expect(again).toMatchObject({ state: 'done', total: 1, counts: { snapshots: 1 } })
  expect(again.items[0]?.input).toBe(`${origin}/b`)
  expect((await calls.jobs.list()).jobs.map(job => job.jobId)).toEqual([again.jobId])
})

test('a failed import keeps its file until it is dismissed, and can be tried again', async () => {
  const { calls, dir, jobEnd } = await startService()
  const files = [
    new File(['Headline\n\nWords enough to keep.'], 'good.txt'),
    new File(['%PDF-1.7 not a page'], 'bad.pdf'),
  ]
  const first = await jobEnd(calls.jobs.import({ files }))
  expect(first).toMatchObject({ state: 'done', counts: { snapshots: 1, failed: 1 } })
  expect(first.items[1]?.error?.code).toBe('bad-input')
  const second = await jobEnd(calls.jobs.retry({ jobId: first.jobId }))
  expect(second).toMatchObject({ total: 1, counts: { snapshots: 0, failed: 1 } })
  expect(existsSync(join(dir, 'incoming', second.jobId))).toBe(true)
  await calls.jobs.dismiss({ jobId: second.jobId })
  expect(existsSync(join(dir, 'incoming'))).toBe(false)
  expect(existsSync(join(dir, 'queue.json'))).toBe(false)
  expect((await calls.jobs.list()).jobs).toEqual([])
})

test('two files of one name are both imported, each as what it is', async () => {
  const { calls, jobEnd } = await startService()
  const files = ['One of them', 'The other one'].map(text => new File([`${text}\n\nIts words.`], 'page.txt'))
  const job = await jobEnd(calls.jobs.import({ files }))
  expect(job.items.map(item => item.input)).toEqual(['page.txt', 'page (2).txt'])
  expect(job.counts).toMatchObject({ snapshots: 2, failed: 0 })
})

test.each([
  ['an address that is none', { urls: ['https://example.org/', 'nonsense'] }, 'invalid-url'],
  ['no address at all', { urls: [] }, 'usage'],
])('%s begins nothing', async (_, request, code) => {
  const { calls, dir } = await startService()
  await expect(calls.jobs.capture(request)).rejects.toMatchObject({ code })
  expect((await calls.jobs.list()).jobs).toEqual([])
  expect(existsSync(join(dir, 'queue.json'))).toBe(false)
})

test('a list may not lead to a private address, a person may', async () => {
  const { origin, routes } = await site()
  routes.set('/a', send(story()))
  const { calls, jobEnd } = await startService()
  const listed = await jobEnd(calls.jobs.capture({ urls: [`${origin}/a`], typed: false }))
  expect(listed).toMatchObject({ counts: { attempts: 1 }, items: [{ result: { outcome: 'attempt' } }] })
  const typed = await jobEnd(calls.jobs.capture({ urls: [`${origin}/a`] }))
  expect(typed.counts.snapshots).toBe(1)
})

test('a verify reports, and a damaged file is in its report', async () => {
  const { origin, routes } = await site()
  routes.set('/a', send(story()))
  const { calls, jobEnd } = await startService()
  const { items } = await jobEnd(calls.jobs.capture({ urls: [`${origin}/a`] }))
  const whole = await jobEnd(calls.jobs.verify())
  expect(whole).toMatchObject({ kind: 'verify', state: 'done', done: 1, total: 1, report: { ok: true } })
  await rm(join(items[0]!.result!.path!, 'data', 'page.html'), { force: true })
  const damaged = await jobEnd(calls.jobs.verify())
  expect(damaged).toMatchObject({ state: 'done', report: { ok: false } })
})

test('jobs and calls say what to do when there is no such job', async () => {
  const { calls } = await startService()
  for (const call of [calls.jobs.get, calls.jobs.cancel, calls.jobs.retry, calls.jobs.dismiss]) {
    await expect(call({ jobId: 'none' })).rejects.toMatchObject({
      code: 'not-found',
      data: { jobId: 'none' },
    })
  }
})

test('the settings shape a capture', async () => {
  const { origin, routes } = await site()
  const agents: (string | undefined)[] = []
  routes.set('/a', (request, response) => {
    agents.push(request.headers['user-agent'])
    send(story())(request, response)
  })
  const { calls, jobEnd } = await startService()
  await calls.settings.set({
    identity: { userAgent: 'A reading room', acceptLanguage: null },
    capture: { keepUnchanged: true },
  })
  for (const version of [1, 2]) {
    const job = await jobEnd(calls.jobs.capture({ urls: [`${origin}/a`] }))
    expect(job.counts.snapshots, `capture ${version}`).toBe(1)
  }
  expect(agents).toEqual(['A reading room', 'A reading room'])
})

test('an attempt is begun anew like a failure, and an address in a list that is none fails by itself', async () => {
  const { origin, routes } = await site()
  const { calls, jobEnd } = await startService()
  const urls = ['nonsense', `${origin}/gone`]
  await calls.settings.set({ capture: { allowPrivate: true } })
  const first = await jobEnd(calls.jobs.capture({ urls, typed: false }))
  expect(first).toMatchObject({ state: 'done', counts: { attempts: 1, failed: 1 } })
  expect(first.items[0]?.error?.code).toBe('invalid-url')
  routes.set('/gone', send(story()))
  const second = await jobEnd(calls.jobs.retry({ jobId: first.jobId }))
  expect(second).toMatchObject({ total: 2, counts: { snapshots: 1, failed: 1 } })
})

test('a job that runs is neither dismissed nor begun anew', async () => {
  const { origin, routes } = await site()
  const slow = gate(story())
  routes.set('/a', slow.route)
  const { calls, jobEnd } = await startService()
  const started = await calls.jobs.capture({ urls: [`${origin}/a`] })
  await expect(calls.jobs.dismiss(started)).rejects.toMatchObject({ code: 'usage' })
  await expect(calls.jobs.retry(started)).rejects.toMatchObject({ code: 'usage' })
  slow.open()
  expect((await jobEnd(started)).state).toBe('done')
  await expect(calls.jobs.retry(started)).rejects.toMatchObject({ code: 'usage' })
})

test('of a long list a hundred items are shown, what failed before what waits', () => {
  const inputs = Array.from({ length: 300 }, (_, i) => `https://example.org/${i}`)
  const facts = {
    jobId: '1',
    kind: 'capture',
    startedAt: '2026-01-01T00:00:00.000Z',
    resumed: false,
    engine: null,
    profile: null,
  } as const
  const work = new Work({ ...facts, inputs }, () => {})
  work.settle({ input: inputs[250]!, error: { code: 'private-address', message: 'No.', data: {} } })
  work.progress({ input: inputs[200]!, step: 'page', bytes: 1, resources: { done: 0, wanted: 0 } })
  const { items, done, total } = work.view()
  expect({ length: items.length, done, total }).toEqual({ length: 100, done: 1, total: 300 })
  expect(items.map(item => item.input)).toEqual([...inputs.slice(0, 98), inputs[200], inputs[250]])
})
