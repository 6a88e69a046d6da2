import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Standin } from '../standin/launch.ts'
import { send, startSite, type Route, type Site } from '../support/site.ts'
import { type DesktopApp, startDesktop } from './desktop-app.ts'
import { until } from './door.ts'
import { bagOf, page } from './script-page.ts'

const MINUTES = 'Minutes of the closed meeting'
const TITLE = 'Sign in, then close this window'
/** Stands in the cookie and in local storage. */
const SECRETS = ['s3cr3t', 't0k3n'] as const

/** Calls itself something else, as pages do that are not what they seem. */
const LOGIN = `<!doctype html><title>Your bank</title>
<button onclick="window.open('/consent')">Enter through somebody else</button>`
const CONSENT =
  '<!doctype html><title>Your bank</title><form action="/enter"><button>Yes, it is me</button></form>'
const DONE = `<!doctype html><script>
localStorage.setItem('token', '${SECRETS[1]}'); opener.location.assign('/account'); close()</script>`

describe('signing in on the desktop', () => {
  let desktop: DesktopApp
  let app: Standin
  let site: Site

  const main = () => app.page.getByRole('main')
  const addProfile = async (name: string, path: string): Promise<void> => {
    await app.page.getByRole('link', { name: 'Settings' }).click()
    const form = main().getByRole('form', { name: 'Add a profile' })
    await form.getByRole('textbox', { name: 'Name' }).fill(name)
    await form.getByRole('textbox', { name: 'Address of the sign-in page' }).fill(site.origin + path)
    await form.getByRole('button', { name: 'Sign in…' }).click()
  }
  /** The window that shows an address, once it says so in its title. */
  const windowAt = (path: string) =>
    until(`the window at ${path}`, async () => {
      const windows = await app.windows()
      const found = windows.find(
        ({ url, title }) => url === site.origin + path && title.includes(site.origin),
      )
      const shown = found ? app.pageAt(found.url) : null
      return found && shown ? { seen: found, page: shown } : null
    })

  beforeAll(async () => {
    site = await startSite()
    const ifKnown =
      (yes: string, no: string): Route =>
      (request, response) => {
        const isKnown = request.headers.cookie?.includes(`sid=${SECRETS[0]}`) ?? false
        send(isKnown ? yes : no, 'text/html', isKnown ? 200 : 401)(request, response)
      }
    site.routes.set('/login', send(LOGIN))
    site.routes.set('/consent', send(CONSENT))
    site.routes.set('/enter', (_, response) => {
      const cookie = `sid=${SECRETS[0]}; HttpOnly; Path=/; Max-Age=3600`
      response.writeHead(302, { location: '/done', 'set-cookie': cookie }).end()
    })
    site.routes.set('/done', ifKnown(DONE, LOGIN))
    site.routes.set('/account', ifKnown('<!doctype html><h1>Welcome</h1>', LOGIN))
    const token = `add('p', 'The token on this computer is ' + (localStorage.getItem('token') ? 'there.' : 'missing.'))`
    site.routes.set('/minutes', ifKnown(page(MINUTES, token), LOGIN))

    desktop = await startDesktop()
    ;({ app } = desktop)
  }, 120_000)
  afterAll(async () => {
    await desktop?.close()
    await site?.close()
  })

  it('keeps nothing when it is stopped in the app, and closes the window', async () => {
    await addProfile('Nobody', '/login')
    await windowAt('/login')
    await main().getByRole('button', { name: 'Cancel' }).click()
    await until('the end of the window', async () => ((await app.windows()).length === 1 ? true : null))
    expect(await main().getByText('Nobody', { exact: true }).count()).toBe(0)
  }, 60_000)

  it('says what cannot be reached, and leaves no window', async () => {
    await addProfile('Nowhere', '/login')
    await windowAt('/login')
    await main().getByRole('button', { name: 'Cancel' }).click()
    const form = main().getByRole('form', { name: 'Add a profile' })
    await form.getByRole('textbox', { name: 'Address of the sign-in page' }).fill('http://127.0.0.1:9/')
    await form.getByRole('button', { name: 'Sign in…' }).click()
    await main().getByText('could not be shown').first().waitFor()
    await until('the end of the window', async () => ((await app.windows()).length === 1 ? true : null))
  }, 60_000)

  it('shows whose page it is, in the windows that the page opens too, and keeps who is signed in', async () => {
    await addProfile('Council', '/login')
    const login = await windowAt('/login')
    expect(login.seen).toMatchObject({ isVisible: true, title: `${site.origin} – ${TITLE}` })
    await login.page.getByRole('button', { name: 'Enter through somebody else' }).click()
    const consent = await windowAt('/consent')
    expect(consent.seen.title).toBe(`${site.origin} – ${TITLE}`)
    await consent.page.getByRole('button', { name: 'Yes, it is me' }).click()
    const account = await windowAt('/account')
    await account.page.getByRole('heading', { name: 'Welcome' }).waitFor()
    await app.closeWindow(account.seen.url)
    await main().getByText('1 cookie').waitFor()
    expect((await app.windows()).map(({ url }) => url)).toEqual(['app://stet/#/settings'])
  }, 60_000)

  it('lets a capture see what only a signed-in reader sees, and keeps nothing of what signs them in', async () => {
    await app.page.getByRole('link', { name: 'Library' }).click()
    await main().getByRole('button', { name: 'Options of this capture' }).click()
    await main()
      .getByRole('button', { name: /Signed-in profile/ })
      .click()
    await app.page.getByRole('option', { name: /Council/ }).click()
    await main().getByRole('textbox', { name: 'Addresses, or text to import' }).fill(`${site.origin}/minutes`)
    await main().getByRole('button', { name: 'Capture', exact: true }).click()
    await main().getByRole('row').filter({ hasText: MINUTES }).first().waitFor()
    const bag = await bagOf(desktop.archiveDir, MINUTES)
    expect(await readFile(join(bag, 'article.txt'), 'utf8')).toContain('The token on this computer is there.')
    for (const file of globSync('**/*', { cwd: desktop.archiveDir, withFileTypes: true })) {
      if (!file.isFile()) continue
      const body = await readFile(join(file.parentPath, file.name))
      for (const secret of SECRETS) expect(body.includes(secret), file.name).toBe(false)
    }
    expect(app.output()).not.toContain('The stand-in for Electron does not know')
  }, 60_000)
})
