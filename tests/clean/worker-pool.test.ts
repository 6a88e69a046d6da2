import { afterEach, describe, expect, it } from 'vitest'
import { StetError } from '../../archive/errors.ts'
import { createWorkerPool, type WorkerPoolOptions } from '../../archive/jobs/worker-pool.ts'
import type { CleanPageTask, Workers } from '../../archive/ports/workers.ts'
import { page, paragraphs, STORY, texts } from './page.ts'

const TROUBLE = new URL('./fixtures/trouble-worker.ts', import.meta.url).href
const open: Workers[] = []

function pool(options: Partial<WorkerPoolOptions>, filename?: string): Workers {
  const made = filename ? createWorkerPool(options, filename) : createWorkerPool(options)
  open.push(made)
  return made
}

function task(html: string): CleanPageTask {
  return { kind: 'page', html, url: 'https://paper.example/bridge' }
}

async function failure(promise: Promise<unknown>): Promise<StetError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof StetError)) throw new Error(`Expected a StetError, got ${String(error)}`)
  return error
}

afterEach(async () => {
  for (const made of open.splice(0)) await made.close()
})

describe('cleaning in worker threads', () => {
  it('cleans a page', async () => {
    const { article } = await pool({ threads: 1 }).clean(task(page(paragraphs())))
    expect(texts(article)).toEqual(STORY)
  })

  it('stops a task that takes too long, names the page, and goes on with the next', async () => {
    const workers = pool({ threads: 1, taskTimeoutMs: 1_500 }, TROUBLE)
    const error = await failure(workers.clean(task('loop')))
    expect(error.code).toBe('worker')
    expect(error.message).toContain('https://paper.example/bridge')
    expect(error.data).toMatchObject({ reason: 'timeout', url: 'https://paper.example/bridge' })
    await expect(workers.clean(task('ok'))).resolves.toBeDefined()
  })

  it('does not count the time a task waits for its turn', async () => {
    const workers = pool({ threads: 1, taskTimeoutMs: 1_500 }, TROUBLE)
    const first = failure(workers.clean(task('loop')))
    const second = workers.clean(task('ok'))
    expect((await first).data['reason']).toBe('timeout')
    await expect(second).resolves.toBeDefined()
  })

  it('stops a task that eats memory, and goes on with the next', async () => {
    const workers = pool({ threads: 1, memoryLimitMb: 48 }, TROUBLE)
    const error = await failure(workers.clean(task('eat')))
    expect(error.code).toBe('worker')
    expect(error.data['reason']).toBe('memory')
    await expect(workers.clean(task('ok'))).resolves.toBeDefined()
  })

  it('passes on what a task throws as its own error', async () => {
    const error = await failure(pool({ threads: 1 }, TROUBLE).clean(task('throw')))
    expect(error.code).toBe('worker')
    expect(error.message).toContain('no good')
  })

  it('stops when the caller does', async () => {
    const workers = pool({ threads: 1 }, TROUBLE)
    const stop = new AbortController()
    const running = failure(workers.clean(task('loop'), stop.signal))
    const waiting = failure(workers.clean(task('ok'), stop.signal))
    stop.abort()
    expect((await running).code).toBe('cancelled')
    expect((await waiting).code).toBe('cancelled')
  })

  it('replaces its workers as they age without losing a task', async () => {
    const workers = pool({ threads: 2, maxTasksPerWorker: 2 }, TROUBLE)
    const answers = await Promise.all(Array.from({ length: 20 }, () => workers.clean(task('ok'))))
    expect(answers).toHaveLength(20)
  })

  it('ends what is under way when it is closed, and takes nothing after', async () => {
    const workers = pool({ threads: 1 }, TROUBLE)
    const running = failure(workers.clean(task('loop')))
    await new Promise(resolve => setImmediate(resolve))
    await workers.close()
    expect((await running).code).toBe('cancelled')
    expect((await failure(workers.clean(task('ok')))).code).toBe('cancelled')
  })

  it('does not load jsdom in the thread that asks', async () => {
    const { execFileSync } = await import('node:child_process')
    const script = `await import('${new URL('../../archive/jobs/worker-pool.ts', import.meta.url).href}')
      const { createRequire } = await import('node:module')
      const loaded = Object.keys(createRequire(import.meta.url).cache).some(name => name.includes('/jsdom/'))
      console.log(loaded)`
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(out.trim()).toBe('false')
  })
})
