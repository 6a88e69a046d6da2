import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BRIDGE_NAME, type DesktopBridge } from '../../archive/contract/desktop.ts'
import type { Standin } from '../standin/launch.ts'
import { archiveFolder } from './archive.ts'
import { type DesktopApp, startDesktop } from './desktop-app.ts'
import { until } from './door.ts'

type WithBridge = Record<string, DesktopBridge>

describe('what only the desktop has', () => {
  let desktop: DesktopApp
  let app: Standin
  const calls = (api: string) => app.recorded.filter(one => one.api === api).map(({ args }) => args)
  const field = () => app.page.getByRole('textbox', { name: 'Addresses, or text to import' })

  beforeAll(async () => {
    desktop = await startDesktop()
    ;({ app } = desktop)
    await field().waitFor()
  }, 120_000)
  afterAll(() => desktop?.close())

  it('has the app’s commands in the native menu, with their keys, and runs them', async () => {
    const settings = await until('the command in the menu', () => {
      const item = app.menu().find(({ path }) => path.at(-1)?.startsWith('Settings'))
      return item ?? null
    })
    await app.clickMenu(...settings.path)
    await app.page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(app.menu().filter(({ accelerator }) => accelerator !== null).length).toBeGreaterThan(3)
    expect(app.menu().some(({ role }) => role === 'copy')).toBe(true)
  })

  it('puts a deep link’s address into the capture bar and captures nothing', async () => {
    await app.emitApp('open-url', 'stet://capture?url=https%3A%2F%2Fexample.org%2Fnews%2F1')
    await expect.poll(() => field().inputValue()).toContain('https://example.org/news/1')
    await app.emitApp(
      'second-instance',
      ['stet', 'stet://capture?url=https%3A%2F%2Fexample.org%2F2'],
      '/',
      {},
    )
    await expect.poll(() => field().inputValue()).toContain('https://example.org/2')
    await app.page.getByRole('heading', { name: 'Keep the news as it stood' }).waitFor()
    expect(await app.page.getByRole('region', { name: 'Captures and imports' }).count()).toBe(0)
  })

  it('takes nothing else from a deep link', async () => {
    await field().fill('')
    await app.emitApp('open-url', 'stet://capture?url=file%3A%2F%2F%2Fetc%2Fpasswd')
    await app.emitApp('open-url', 'stet://purge?url=https%3A%2F%2Fexample.org')
    // What comes after them shows that they were heard and let go.
    await app.emitApp('open-url', 'stet://capture?url=https%3A%2F%2Fexample.org%2Flast')
    await expect.poll(() => field().inputValue()).toBe('https://example.org/last')
  })

  it('opens web addresses in the person’s browser, and no others', async () => {
    const open = (url: string) =>
      app.page.evaluate(
        async ([name, to]) => {
          const bridge = (window as unknown as WithBridge)[name!]!
          return bridge.openExternal(to!).then(
            () => 'opened',
            (error: Error) => error.message,
          )
        },
        [BRIDGE_NAME, url],
      )
    expect(await open('https://example.org/story')).toBe('opened')
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'stet://capture']) {
      expect(await open(url)).toMatch(/only http and https/)
    }
    expect(calls('shell.openExternal')).toEqual([['https://example.org/story']])
  })

  it('denies windows that the page opens', async () => {
    await app.page.evaluate(() => void window.open('https://example.org/popup'))
    await until('the refusal', () => calls('webContents.windowOpen').at(-1) ?? null)
    expect(calls('webContents.windowOpen').at(-1)).toEqual(['https://example.org/popup', 'deny'])
  })

  it('opens another archive that is chosen in a dialogue', async () => {
    const other = await archiveFolder()
    try {
      await app.answerDialog({ canceled: false, filePaths: [other.dir] })
      await app.page.evaluate(name => (window as unknown as WithBridge)[name]!.openArchive(), BRIDGE_NAME)
      await app.page.evaluate(() => (location.hash = '#/settings'))
      await app.page.getByText(other.dir).first().waitFor()
    } finally {
      await app.kill()
      await other.remove()
    }
  })
})
