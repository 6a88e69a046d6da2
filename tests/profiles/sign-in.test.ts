import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findBrowserWithWindow } from '../../archive/browser/find.ts'
import { signInWindow } from '../../archive/browser/sign-in.ts'
import type { BrowserState } from '../../archive/ports/browser.ts'
import { createProfiles, createProfileStore } from '../../archive/profiles/index.ts'
import { startSite } from '../support/site.ts'
import { tempDir } from '../support/temp.ts'

/** The window without a screen: everything else is as a person has it. */
const UNSEEN = { flags: ['--headless', '--remote-debugging-port=0'] }
/** Machines with a headless shell alone have no browser that shows windows. */
const canShow = (await findBrowserWithWindow()) !== null

async function startNewspaper() {
  const site = await startSite()
  onTestFinished(() => site.close())
  const asked: string[] = []
  site.routes.set('/login', (request, response) => {
    asked.push(request.headers.cookie ?? '')
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>Sign in</h1><script>
      localStorage.setItem('auth', 'after ' + localStorage.getItem('auth'))
      fetch('/enter').then(() => fetch('/done'))
    </script>`)
  })
  site.routes.set('/stay', (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>')
  })
  site.routes.set('/enter', (_request, response) => {
    response.writeHead(204, { 'set-cookie': 'session=entered-4711; HttpOnly; Path=/' }).end()
  })
  const done = new Promise<void>(resolve => {
    site.routes.set('/done', (_request, response) => {
      response.writeHead(204).end()
      resolve()
    })
  })
  return { ...site, asked, done }
}

/** Closes the window as a person does: a while after it was last looked at, and without telling Stet. */
async function closeWindow(): Promise<void> {
  const [folder] = await scratchFolders()
  const [port] = (await readFile(join(tmpdir(), folder!, 'DevToolsActivePort'), 'utf8')).split('\n')
  const door = `http://127.0.0.1:${port}/json`
  const pages = (await (await fetch(`${door}/list`)).json()) as readonly { id: string; type: string }[]
  await sleep(1_500)
  for (const { id, type } of pages) if (type === 'page') await fetch(`${door}/close/${id}`)
}

const scratchFolders = async (): Promise<readonly string[]> =>
  (await readdir(tmpdir())).filter(name => name.startsWith(`stet-browser-${process.pid}-`))

describe.runIf(canShow)('the window to sign in', () => {
  test('begins with an earlier sign-in, and gives cookies and storage as they are when it is closed', async () => {
    const site = await startNewspaper()
    const earlier: BrowserState = {
      cookies: [
        {
          name: 'old',
          value: '1',
          domain: '127.0.0.1',
          path: '/',
          expires: -1,
          httpOnly: false,
          secure: false,
        },
      ],
      storage: { [site.origin]: { auth: 'before' }, 'https://other.example': { kept: 'yes' } },
    }
    void site.done.then(closeWindow)
    const state = await signInWindow({ url: `${site.origin}/login`, state: earlier }, UNSEEN)
    expect(site.asked).toEqual(['old=1'])
    expect(state.cookies.map(({ name, value, httpOnly }) => [name, value, httpOnly])).toEqual([
      ['old', '1', false],
      ['session', 'entered-4711', true],
    ])
    expect(state.storage).toEqual({
      [site.origin]: { auth: 'after before' },
      'https://other.example': { kept: 'yes' },
    })
    expect(await scratchFolders()).toEqual([])
  })

  test('is closed by who gives up, and leaves nothing behind', async () => {
    const site = await startNewspaper()
    const stop = new AbortController()
    const signingIn = signInWindow({ url: `${site.origin}/stay`, state: null, signal: stop.signal }, UNSEEN)
    setTimeout(() => stop.abort(), 1_500)
    await expect(signingIn).rejects.toMatchObject({ code: 'cancelled' })
    expect(await scratchFolders()).toEqual([])
  })

  test('makes a profile that is in the list, without a value of it', async () => {
    const site = await startNewspaper()
    const store = createProfileStore(join(await tempDir(), 'profiles'))
    const profiles = createProfiles(store, { signIn: asked => signInWindow(asked, UNSEEN) })
    void site.done.then(closeWindow)
    const made = await profiles.signIn({ name: 'Quay Post', url: `${site.origin}/login` })
    expect(made).toMatchObject({ name: 'Quay Post', hosts: ['127.0.0.1'], cookies: 1, usedAt: null })
    expect(await profiles.list()).toEqual([made])
    expect(JSON.stringify(await profiles.list())).not.toContain('entered-4711')
  })
})

describe('where nobody can sign in', () => {
  test('a computer without a screen says so, and what to do instead', async () => {
    const asked = { url: 'http://127.0.0.1/', state: null }
    const nowhere = { env: { PATH: process.env['PATH'] }, platform: 'linux' as const }
    await expect(signInWindow(asked, nowhere)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringMatching(/no screen.*stet profile import/),
    })
  })

  test('a computer without a browser says so', async () => {
    const asked = { url: 'http://127.0.0.1/', state: null }
    const nowhere = { env: { PATH: '', DISPLAY: ':0' }, platform: 'win32' as const }
    await expect(signInWindow(asked, nowhere)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('No Chromium, Chrome or Edge'),
    })
  })

  test('a window that is closed at once makes no profile', async () => {
    const store = createProfileStore(join(await tempDir(), 'profiles'))
    const profiles = createProfiles(store, { signIn: () => Promise.resolve({ cookies: [], storage: {} }) })
    await expect(profiles.signIn({ name: 'a', url: 'https://example.org/' })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('nothing to keep'),
    })
    await expect(profiles.signIn({ name: 'a', url: 'example.org' })).rejects.toMatchObject({
      code: 'invalid-url',
    })
    await expect(profiles.signIn({ name: '../a', url: 'https://example.org/' })).rejects.toMatchObject({
      code: 'usage',
    })
    expect(await profiles.list()).toEqual([])
  })
})
