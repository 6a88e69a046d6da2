import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { BrowserCookie, BrowserState } from '../../archive/ports/browser.ts'
import { createProfileStore, profilesFolder } from '../../archive/profiles/index.ts'
import { tempDir } from '../support/temp.ts'

function cookie(name: string, value: string, domain = 'paper.example'): BrowserCookie {
  return { name, value, domain, path: '/', expires: -1, httpOnly: true, secure: true }
}

const stateOf = (...cookies: readonly BrowserCookie[]): BrowserState => ({ cookies, storage: {} })

async function setUp() {
  const dir = join(await tempDir(), 'config', 'profiles')
  return { dir, store: createProfileStore(dir) }
}

describe('profiles', () => {
  test('lie in a folder that is named by the environment, or in the person’s own', () => {
    expect(profilesFolder({ STET_PROFILES: '/somewhere' })).toBe('/somewhere')
    expect(profilesFolder({})).toMatch(/stet.*profiles$/i)
  })

  test('are listed by name with their sites, and told without any value', async () => {
    const { store } = await setUp()
    expect(await store.list()).toEqual([])
    const state: BrowserState = {
      cookies: [cookie('a', 'one-value', '.paper.example'), cookie('b', 'two-value', 'www.paper.example')],
      storage: { 'https://app.paper.example': { token: 'three-value' } },
    }
    await store.save('Zeitung', { url: 'https://paper.example/login', state })
    await store.save('Avis', { url: null, state: stateOf({ ...cookie('c', 'v'), expires: 1_900_000_000 }) })
    const list = await store.list()
    expect(list.map(({ name }) => name)).toEqual(['Avis', 'Zeitung'])
    expect(list[1]).toMatchObject({
      hosts: ['app.paper.example', 'paper.example', 'www.paper.example'],
      cookies: 2,
      usedAt: null,
      endsAt: null,
    })
    expect(list[0]!.endsAt).toBe('2030-03-17T17:46:40.000Z')
    expect(JSON.stringify(list)).not.toContain('-value')
  })

  test('can be read by nobody else', async () => {
    const { dir, store } = await setUp()
    await store.save('Quay Post', { url: null, state: stateOf(cookie('a', '1')) })
    expect((await stat(dir)).mode & 0o777).toBe(0o700)
    const names = await readdir(dir)
    expect(names.some(name => name.endsWith('.json'))).toBe(true)
    for (const name of names) expect((await stat(join(dir, name))).mode & 0o777).toBe(0o600)
  })

  test('have names without regard to case, and none that is a path', async () => {
    const { dir, store } = await setUp()
    await store.save('Quay Post', { url: null, state: stateOf(cookie('a', '1')) })
    await store.save('QUAY POST', { url: null, state: stateOf(cookie('a', '2')) })
    expect((await store.read(' quay post ')).state.cookies[0]!.value).toBe('2')
    await store.save('Løp_1 – nei'.replace(' – ', '-'), { url: null, state: stateOf() })
    expect(await store.list()).toHaveLength(2)
    for (const name of ['', ' ', '../up', 'a/b', 'a\\b', '.hidden', 'a\nb', 'x'.repeat(61)]) {
      await expect(store.read(name)).rejects.toMatchObject({ code: 'usage' })
    }
    await store.remove('quay POST')
    await expect(store.read('Quay Post')).rejects.toMatchObject({ code: 'not-found' })
    await expect(store.remove('Quay Post')).rejects.toMatchObject({ code: 'not-found' })
    expect((await readdir(dir)).filter(name => name.endsWith('.json'))).toHaveLength(1)
  })

  test('that are damaged are named as such, and can be removed', async () => {
    const { dir, store } = await setUp()
    await store.save('Quay Post', { url: null, state: stateOf(cookie('a', '1')) })
    const file = (await readdir(dir)).find(name => name.endsWith('.json'))!
    await writeFile(join(dir, file), '{"format":"stet-profile/1"')
    await expect(store.read('Quay Post')).rejects.toMatchObject({ code: 'bad-input' })
    await store.remove('Quay Post')
    expect(await store.list()).toEqual([])
  })

  test('keep what two captures changed at the same time', async () => {
    const { dir, store } = await setUp()
    const before: BrowserState = {
      cookies: [cookie('session', 'old'), cookie('gone', '1'), cookie('stays', '1')],
      storage: { 'https://paper.example': { a: '1', b: '1' } },
    }
    await store.save('Quay Post', { url: null, state: before })
    // Another process has a store of its own.
    const other = createProfileStore(dir)
    const first: BrowserState = {
      cookies: [cookie('session', 'new'), cookie('gone', '1'), cookie('stays', '1')],
      storage: { 'https://paper.example': { a: '2', b: '1' } },
    }
    const second: BrowserState = {
      cookies: [cookie('session', 'old'), cookie('stays', '1'), cookie('more', '1')],
      storage: { 'https://paper.example': { a: '1', c: '1' } },
    }
    await Promise.all([store.refresh('Quay Post', before, first), other.refresh('quay post', before, second)])
    const { state, usedAt } = await store.read('Quay Post')
    expect(state.cookies.map(({ name, value }) => `${name}=${value}`).toSorted()).toEqual([
      'more=1',
      'session=new',
      'stays=1',
    ])
    expect(state.storage).toEqual({ 'https://paper.example': { a: '2', c: '1' } })
    expect(usedAt).not.toBeNull()
  })

  test('lose nothing when many write at once', async () => {
    const { dir, store } = await setUp()
    const before = stateOf(cookie('base', '1'))
    await store.save('Quay Post', { url: null, state: before })
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        createProfileStore(dir).refresh(
          'Quay Post',
          before,
          stateOf(cookie('base', '1'), cookie(`c${i}`, '1')),
        ),
      ),
    )
    expect((await store.read('Quay Post')).state.cookies).toHaveLength(21)
  })

  test('take nothing of sites they do not know, and are not brought back by a capture once removed', async () => {
    const { store } = await setUp()
    const before = stateOf(cookie('session', 'old', '.paper.example'))
    await store.save('Quay Post', { url: null, state: before })
    const after = stateOf(
      cookie('session', 'new', '.paper.example'),
      cookie('own', '1', 'login.paper.example'),
      cookie('ads', '1', '.counter.example'),
      cookie('odd', '1', 'notpaper.example'),
    )
    await store.refresh('Quay Post', before, after)
    const names = (await store.read('Quay Post')).state.cookies.map(({ name }) => name)
    expect(names.toSorted()).toEqual(['own', 'session'])
    await store.remove('Quay Post')
    await store.refresh('Quay Post', before, after)
    expect(await store.list()).toEqual([])
  })

  test('hold what was saved byte for byte', async () => {
    const { dir, store } = await setUp()
    const state: BrowserState = {
      cookies: [cookie('s', 'a"b\\c;ø')],
      storage: { 'https://x.example': { 'k"': '{"a":1}' } },
    }
    await store.save('p', { url: 'https://x.example/', state })
    expect((await createProfileStore(dir).read('p')).state).toEqual(state)
    const [file] = (await readdir(dir)).filter(name => name.endsWith('.json'))
    expect(JSON.parse(await readFile(join(dir, file!), 'utf8'))).toMatchObject({ format: 'stet-profile/1' })
  })
})
