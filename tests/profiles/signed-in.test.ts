import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Archive, createProfileStore, localBrowser, openArchive } from '../../archive/index.ts'
import type { SnapshotRecord } from '../../archive/model/snapshot.ts'
import { ensureBrowser } from '../support/browser.ts'
import { tempDir } from '../support/temp.ts'
import { type GuardedSite, startGuardedSite } from './guarded-site.ts'
import { leaks } from './leaks.ts'

process.env['STET_BROWSER'] ??= await ensureBrowser()

interface Setting {
  readonly site: GuardedSite
  readonly archive: Archive
  readonly dir: string
  readonly profiles: ReturnType<typeof createProfileStore>
}

async function setUp(): Promise<Setting> {
  const site = await startGuardedSite()
  const dir = join(await tempDir(), 'archive')
  const profiles = createProfileStore(join(await tempDir(), 'profiles'))
  const browser = localBrowser()
  const archive = await openArchive(dir, { access: 'write', browser, profiles })
  onTestFinished(() => archive.close())
  await profiles.save('Quay Post', {
    url: `${site.origin}/login`,
    state: {
      cookies: [
        {
          name: 'session',
          value: site.session,
          domain: '127.0.0.1',
          path: '/',
          expires: -1,
          httpOnly: true,
          secure: false,
        },
      ],
      storage: { [site.origin]: { auth: site.storageToken } },
    },
  })
  return { site, archive, dir, profiles }
}

/** What `snapshot.json` of a capture says, and the texts of its other files. */
async function kept(archive: Archive, snapshotId: string) {
  const files = await archive.files(snapshotId)
  const text = async (path: string): Promise<string> => (await files.read(path)).toString('utf8')
  const record = JSON.parse(await text('data/snapshot.json')) as SnapshotRecord
  return { files, text, record }
}

const SIGNED_IN = { engine: 'browser', profile: 'quay post' } as const

describe('a page behind a sign-in', () => {
  test('is captured with a profile, and no value of the profile is anywhere in the archive or its exports', async () => {
    const { site, archive, dir } = await setUp()
    const { results, failed } = await archive.capture([`${site.origin}/story`], SIGNED_IN)
    expect(failed).toEqual([])
    expect(results[0]).toMatchObject({ outcome: 'snapshot', title: 'Only members read this' })

    const { text, record } = await kept(archive, results[0]!.snapshotId!)
    expect(await text('data/text.txt')).toContain('Fetched for a member')
    expect(await text('data/article.txt')).toContain('sent the plan back to its engineers')
    expect(record.profile).toBe(true)
    expect(record.redactions?.map(({ where, what }) => `${what} ${where}`)).toEqual(
      expect.arrayContaining([
        'headers data/network.har',
        'values data/network.har',
        'values data/page.html',
        'values data/dom.html',
      ]),
    )
    expect(record.warnings).toContainEqual(expect.objectContaining({ code: 'values-left-out' }))
    expect(record.finalUrl).toBe(`${site.origin}/members/story?sid=left-out-by-stet`)

    await archive.export('all', { as: 'warc', out: join(dir, 'all.warc.gz') })
    await archive.export('all', { as: 'wacz', out: join(dir, 'all.wacz') })
    expect(site.secrets()).toHaveLength(6)
    expect(await leaks(dir, site.secrets())).toEqual([])
    expect((await archive.verify()).ok).toBe(true)
  })

  test('is found whole in its bag: pictures, styles and frames under the addresses that are kept of them', async () => {
    const { site, archive } = await setUp()
    const { results } = await archive.capture([`${site.origin}/story`], SIGNED_IN)
    const { snapshotId } = results[0]!
    const { record } = await kept(archive, snapshotId!)
    expect(Object.keys(record.pictures)).toEqual([`${site.origin}/picture.png?access_token=left-out-by-stet`])
    const page = await archive.page(snapshotId!)
    expect(page.missing).toEqual([])
    expect(page.html).toMatch(/<link[^>]+href="data:text\/css/)
    expect(page.html).toContain('Framed words of the quay.')
  })

  test('keeps the session that the site gave meanwhile, so that the next capture is signed in too', async () => {
    const { site, archive, profiles } = await setUp()
    const first = await archive.capture([`${site.origin}/story`], SIGNED_IN)
    const profile = await profiles.read('Quay Post')
    expect(profile.state.cookies.map(({ value }) => value)).toEqual([...site.sessions])
    expect(profile.state.storage[site.origin]).toEqual({ auth: site.storageToken, seen: '1' })
    expect(profile.usedAt).not.toBeNull()
    const second = await archive.capture([`${site.origin}/story`], SIGNED_IN)
    expect(second.results[0]).toMatchObject({ outcome: 'check', contentHash: first.results[0]!.contentHash })
    expect((await profiles.read('Quay Post')).state.storage[site.origin]).toMatchObject({ seen: '2' })
  })

  test('is an attempt without the profile, and one that says so once the sign-in has ended', async () => {
    const { site, archive, dir } = await setUp()
    const stranger = await archive.capture([`${site.origin}/story`], { engine: 'browser' })
    expect(stranger.results[0]).toMatchObject({ outcome: 'attempt', reason: 'login' })
    expect(JSON.stringify(stranger.results[0]!.warnings)).not.toContain('sign in again')
    site.sessions.clear()
    const ended = await archive.capture([`${site.origin}/story`], SIGNED_IN)
    expect(ended.results[0]).toMatchObject({ outcome: 'attempt', reason: 'login' })
    expect(JSON.stringify(ended.results[0]!.warnings)).toContain('sign in again')
    expect(await leaks(dir, site.secrets())).toEqual([])
  })

  test('of another site is shown as to anybody, and that is said', async () => {
    const { site, archive } = await setUp()
    const { results } = await archive.capture(
      [`${site.origin.replace('127.0.0.1', 'localhost')}/open`],
      SIGNED_IN,
    )
    expect(results[0]).toMatchObject({ outcome: 'snapshot' })
    expect(results[0]!.warnings).toContainEqual(expect.objectContaining({ code: 'profile-not-for-site' }))
    const own = await archive.capture([`${site.origin}/open`], SIGNED_IN)
    expect(own.results[0]!.warnings).toEqual([])
  })

  test('is refused where the profile cannot be used: by the http engine, without a browser, or where there is none', async () => {
    const { site, archive } = await setUp()
    const url = `${site.origin}/story`
    await expect(archive.capture([url], { engine: 'http', profile: 'Quay Post' })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('browser engine'),
    })
    await expect(archive.capture([url], { profile: 'Nobody' })).rejects.toMatchObject({ code: 'not-found' })
  })
})
