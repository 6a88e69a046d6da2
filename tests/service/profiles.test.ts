import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { BrowserState, SignInOptions } from '../../archive/ports/browser.ts'
import { overFetch, overPorts, type Transport } from '../contract/transports.ts'
import { ownProfiles, SECRET, signInBrowser, SIGNED_IN } from '../support/fake-browser.ts'
import { startService } from '../support/service.ts'

const ASK = { name: 'Quay Post', url: 'https://quay.example/login' }

async function service(signIn: (options: SignInOptions) => Promise<BrowserState>) {
  const profiles = await ownProfiles()
  return startService({ browser: signInBrowser(signIn), profiles })
}

type Started = Awaited<ReturnType<typeof service>>

async function signedIn({ calls }: Started, ask = ASK) {
  const steps = []
  for await (const event of await calls.profiles.signIn(ask)) steps.push(event)
  return steps
}

test('who signed in has a profile that names sites and no secret', async () => {
  const asked: SignInOptions[] = []
  const started = await service(options => {
    asked.push(options)
    return Promise.resolve(SIGNED_IN)
  })
  const steps = await signedIn(started)
  expect(steps.map(({ step }) => step)).toEqual(['open', 'done'])
  const answer = await started.calls.profiles.list()
  expect(answer.profiles).toMatchObject([
    { ...ASK, hosts: ['quay.example', 'reader.quay.example'], cookies: 1, usedAt: null },
  ])
  expect(JSON.stringify([steps, answer])).not.toContain(SECRET)
  expect(asked).toMatchObject([{ url: ASK.url, state: null }])

  await signedIn(started)
  expect(asked[1]?.state, 'signing in anew begins with what there is').toEqual(SIGNED_IN)
  expect((await started.calls.profiles.list()).profiles).toHaveLength(1)
})

type Way = (service: Started) => Transport

test.each<[string, Way]>([
  ['a port', started => overPorts(started.service)],
  ['requests', started => overFetch(started.service)],
])(
  'a window that is no longer waited for through %s is closed, and nothing of it is kept',
  async (_, way) => {
    const opened = Promise.withResolvers<void>()
    const closed = Promise.withResolvers<string>()
    const started = await service(({ signal }) => {
      opened.resolve()
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          closed.resolve((signal.reason as Error).message)
          reject(signal.reason as Error)
        })
      })
    })
    const { calls, close } = way(started)
    onTestFinished(close)
    const stop = new AbortController()
    const events = await calls.profiles.signIn(ASK, { signal: stop.signal })
    await events.next()
    const rest = events.next().catch((error: unknown) => error)
    await opened.promise
    stop.abort()
    expect(await closed.promise).toMatch(/stopped/)
    await rest
    expect((await started.calls.profiles.list()).profiles).toEqual([])
  },
)

test.each([
  ['a name that is none', { ...ASK, name: '../other' }, 'usage'],
  ['an address that is none', { ...ASK, url: 'file:///etc/passwd' }, 'invalid-url'],
])('%s opens no window', async (_, ask, code) => {
  let opened = 0
  const started = await service(() => {
    opened++
    return Promise.resolve(SIGNED_IN)
  })
  await expect(signedIn(started, ask)).rejects.toMatchObject({ code })
  expect(opened).toBe(0)
})

test('a window in which nobody signed in makes no profile, and the words say what to do', async () => {
  const started = await service(() => Promise.resolve({ cookies: [], storage: {} }))
  const failure: unknown = await signedIn(started).catch((error: unknown) => error)
  expect(failure).toMatchObject({ message: expect.stringContaining('quay.example') })
  expect((await started.calls.profiles.list()).profiles).toEqual([])
})

test('a removed profile is gone, and captures that name it begin nothing that could be shown to anybody', async () => {
  const started = await service(() => Promise.resolve(SIGNED_IN))
  const { calls, jobEnd } = started
  await signedIn(started)
  await calls.profiles.remove({ name: ASK.name })
  expect((await calls.profiles.list()).profiles).toEqual([])
  await expect(calls.profiles.remove({ name: ASK.name })).rejects.toMatchObject({ code: 'not-found' })
  const job = await jobEnd(
    calls.jobs.capture({ urls: ['https://quay.example/story'], engine: 'browser', profile: ASK.name }),
  )
  expect(job).toMatchObject({ state: 'failed', profile: ASK.name, error: { code: 'not-found' } })
})

test('nothing of a sign-in is written into the archive', async () => {
  const started = await service(() => Promise.resolve(SIGNED_IN))
  await signedIn(started)
  const names = await readdir(started.dir, { recursive: true, withFileTypes: true })
  for (const file of names.filter(entry => entry.isFile())) {
    const bytes = await readFile(join(file.parentPath, file.name))
    expect(bytes.includes(SECRET), file.name).toBe(false)
  }
})
