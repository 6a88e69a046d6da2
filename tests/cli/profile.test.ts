import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ensureBrowser } from '../support/browser.ts'
import { stet } from '../support/stet.ts'
import { tempDir } from '../support/temp.ts'
import { startGuardedSite } from '../profiles/guarded-site.ts'
import { leaks } from '../profiles/leaks.ts'

process.env['STET_BROWSER'] ??= await ensureBrowser()

/** The command keeps profiles where the environment says. */
async function setUp() {
  const dir = await tempDir()
  process.env['STET_PROFILES'] = join(dir, 'profiles')
  await mkdir(join(dir, 'archive'))
  const site = await startGuardedSite()
  const cookies = join(dir, 'cookies.txt')
  await writeFile(cookies, `#HttpOnly_127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\t${site.session}\n`)
  const run = (...args: readonly string[]) => stet(['--archive', join(dir, 'archive'), '--json', ...args])
  return { dir, site, cookies, run }
}

describe('stet profile', () => {
  test('makes a profile of a file of cookies, lists it, and captures with it; no value is printed or kept', async () => {
    const { dir, site, cookies, run } = await setUp()
    const made = await run('profile', 'import', 'Quay Post', cookies)
    expect([made.status, made.json()]).toMatchObject([0, { profile: { name: 'Quay Post', cookies: 1 } }])
    const list = await run('profile', 'list')
    expect(list.json()).toMatchObject({ profiles: [{ name: 'Quay Post', hosts: ['127.0.0.1'] }] })
    const url = `${site.origin}/story`
    const captured = await run('capture', url, '--engine', 'browser', '--profile', 'quay post')
    expect(captured.json()).toMatchObject({
      results: [{ outcome: 'snapshot', title: 'Only members read this' }],
    })
    const said = [made, list, captured].map(({ stdout, stderr }) => stdout + stderr).join('\n')
    for (const secret of site.secrets()) expect(said).not.toContain(secret)
    expect(await leaks(join(dir, 'archive'), site.secrets())).toEqual([])

    expect((await run('profile', 'remove', 'Quay Post')).status).toBe(0)
    expect((await run('profile', 'list')).json()).toEqual({ profiles: [] })
  })

  test('says what is wrong: a file that is none, a name that is none, a profile that is not there', async () => {
    const { dir, cookies, run } = await setUp()
    await writeFile(join(dir, 'other.txt'), 'hello')
    const told = [
      await run('profile', 'import', 'a', join(dir, 'nothing.txt')),
      await run('profile', 'import', 'a', join(dir, 'other.txt')),
      await run('profile', 'import', '../a', cookies),
      await run('profile', 'remove', 'a'),
      await run('capture', 'http://127.0.0.1:9/', '--profile', 'a', '--engine', 'http'),
      await run('profile', 'sign-in', 'a', 'not-an-address'),
    ]
    expect(told.map(({ status }) => status)).toEqual([1, 1, 2, 1, 2, 2])
    expect(
      told.map(({ stderr }) =>
        stderr.split('\n').find(line => line.startsWith('stet: ') && !line.includes('then close it')),
      ),
    ).toEqual([
      expect.stringContaining('cannot be read'),
      expect.stringContaining('no file of cookies'),
      expect.stringContaining('no name for a profile'),
      expect.stringContaining('no profile "a"'),
      expect.stringContaining('browser engine'),
      expect.stringContaining('not a web address'),
    ])
  })
})
