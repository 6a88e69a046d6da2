import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../archive/contract/calls.ts'
import { ERROR_CODES } from '../../archive/errors.ts'
import { createProfileStore } from '../../archive/index.ts'
import { createService, type Service } from '../../archive/service/index.ts'
import { SIGNED_IN, signInBrowser } from '../support/fake-browser.ts'
import { captureDemo, handlesOf } from '../support/service.ts'
import { send, type Site, startSite, story } from '../support/site.ts'
import { CASES, FAILURES, type World } from './cases.ts'
import { overFetch, overPorts, type Transport } from './transports.ts'
import { callNames, callOf, comparable } from './walk.ts'

const NAMES = callNames(contract)

let dir: string
let site: Site
let service: Service
let ports: Transport
let fetches: Transport
let world: Omit<World, 'spare'>
let spares: readonly string[]

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stet-contract-'))
  site = await startSite()
  site.routes.set('/page', send(story()))
  site.routes.set('/page-never', () => {})
  service = await createService({
    dir: join(dir, 'archive'),
    browser: signInBrowser(() => Promise.resolve(SIGNED_IN)),
    profiles: createProfileStore(join(dir, 'profiles')),
  })
  const handles = handlesOf(service)
  const { sourceId, snapshotIds } = await captureDemo(handles)
  // The story after the demo's: unchanged from the first capture on, so every transport sees a check.
  await handles.jobEnd(handles.calls.jobs.capture({ urls: [`${site.origin}/page`] }))
  world = { sourceId, snapshotIds, url: `${site.origin}/page` }
  spares = snapshotIds.slice(3)
  ports = overPorts(service)
  fetches = overFetch(service)
})

afterAll(async () => {
  ports.close()
  await service.close()
  await site.close()
  await rm(dir, { recursive: true, force: true })
})

/** The error of a call as every face sees it. */
async function failureOf(transport: Transport, name: string, input: unknown): Promise<unknown> {
  try {
    return { answered: await callOf(transport.calls, name)(input) }
  } catch (error) {
    const { code, message, data } = error as { code: unknown; message: string; data: unknown }
    return { code, message, data }
  }
}

test('every call of the contract has a case here', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(NAMES.toSorted())
})

describe('a call answers the same through both transports:', () => {
  test.each(Object.keys(CASES).filter(name => name !== 'snapshot.purge'))('%s', async name => {
    const asked: string[] = []
    const answers: unknown[] = []
    for (const { calls } of [ports, fetches]) {
      const spied = spyOn(calls, asked)
      answers.push(await comparable(await CASES[name]!(spied, { ...world, spare: '' })))
    }
    expect(asked.filter(each => each === name).length, 'the case makes its call').toBeGreaterThanOrEqual(2)
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toBeDefined()
  })

  test('snapshot.purge', async () => {
    for (const [index, transport] of [ports, fetches].entries()) {
      const spare = spares[index]!
      expect(await CASES['snapshot.purge']!(transport.calls, { ...world, spare })).toBeUndefined()
      expect(await failureOf(transport, 'snapshot.read', { snapshotId: spare })).toMatchObject({
        code: 'not-found',
      })
    }
  })
})

describe('an error is the same through both transports:', () => {
  test.each(FAILURES)('%s %j is %s', async (name, input, code) => {
    const [byPort, byFetch] = [await failureOf(ports, name, input), await failureOf(fetches, name, input)]
    expect(byPort).toMatchObject({ code, message: expect.any(String), data: expect.any(Object) })
    expect(byFetch).toEqual(byPort)
  })

  const takeInput = NAMES.filter(name => 'inputSchema' in Object(defOf(name)) && defOf(name).inputSchema)
  test.each(takeInput)('%s of something that is no input', async name => {
    const [byPort, byFetch] = [await failureOf(ports, name, 7), await failureOf(fetches, name, 7)]
    expect(byPort).toMatchObject({ code: 'usage', data: { issues: expect.any(Array) } })
    expect(byFetch).toEqual(byPort)
  })

  test('no error carries a stack or a code that is not in the list', async () => {
    for (const [name, input] of FAILURES) {
      const failure = (await failureOf(ports, name, input)) as { code: string }
      expect(ERROR_CODES).toContain(failure.code)
      expect(JSON.stringify(failure)).not.toMatch(/\.ts:\d+|node_modules/)
    }
  })
})

test('the stream of events tells both transports of the same job', async () => {
  const streams = await Promise.all([ports, fetches].map(({ calls }) => calls.archive.events()))
  const { jobId } = await ports.calls.jobs.capture({ urls: [world.url] })
  const last = await Promise.all(
    streams.map(async stream => {
      const types = new Set<string>()
      for await (const event of stream) {
        types.add(event.type)
        if (event.type === 'job' && event.job.jobId === jobId && event.job.state !== 'running') {
          return { job: event.job, types: [...types].filter(type => type !== 'desk').toSorted() }
        }
      }
      return null
    }),
  )
  expect(last[0]).not.toBeNull()
  expect(last[1]).toEqual(last[0])
  expect(last[0]?.types).toEqual(['job', 'sources', 'status'])
})

interface ProcedureDef {
  readonly inputSchema?: unknown
}

function defOf(name: string): ProcedureDef {
  let at: unknown = contract
  for (const step of name.split('.')) at = (at as Record<string, unknown>)[step]
  return (at as { readonly '~orpc': ProcedureDef })['~orpc']
}

/** The same client, writing down which calls it makes. */
function spyOn<T extends object>(calls: T, asked: string[], path: readonly string[] = []): T {
  return new Proxy(calls, {
    get(target, key, receiver) {
      const inner: unknown = Reflect.get(target, key, receiver)
      if (
        typeof key !== 'string' ||
        inner === null ||
        (typeof inner !== 'object' && typeof inner !== 'function')
      )
        return inner
      return spyOn(inner, asked, [...path, key])
    },
    apply(target, self, args: unknown[]) {
      asked.push(path.join('.'))
      return Reflect.apply(target as unknown as (...args: unknown[]) => unknown, self, args)
    },
  })
}
