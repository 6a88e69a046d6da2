import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Archive, createProfileStore, localBrowser, openArchive } from '../../archive/index.ts'
import { ensureBrowser } from '../support/browser.ts'
import { tempDir } from '../support/temp.ts'
import { type GuardedSite, startGuardedSite } from './guarded-site.ts'

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

async function filesBelow(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

/** Everything a file says, members of gzip files unpacked. */
async function bytesOf(path: string): Promise<Buffer> {
  const bytes = await readFile(path)
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/** Every place below a folder where one of the values stands, in any of the usual ways of writing. */
async function leaks(dir: string, values: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of await filesBelow(dir)) {
    const bytes = await bytesOf(path)
    for (const value of values) {
      for (const form of [
        value,
        encodeURIComponent(value),
        Buffer.from(value).toString('base64').slice(0, -4),
      ]) {
        const at = bytes.indexOf(form)
        if (at >= 0)
          found.push(`${path}: ${bytes.subarray(Math.max(0, at - 60), at + 60).toString('latin1')}`)
      }
    }
  }
  return found
}

describe('a page behind a sign-in', () => {
  test('is captured with a profile, and no value of the profile is anywhere in the archive or its exports', async () => {
    const { site, archive, dir } = await setUp()
    const { results, failed } = await archive.capture([`${site.origin}/story`], {
      engine: 'browser',
      profile: 'quay post',
      allowPrivate: true,
    })
    expect(failed).toEqual([])
    const [result] = results
    expect(result).toMatchObject({ outcome: 'snapshot', title: 'Only members read this' })

    const files = await archive.files(result!.snapshotId!)
    const text = (path: string): Promise<string> => files.read(path).then(bytes => bytes.toString('utf8'))
    expect(await text('data/text.txt')).toContain('Fetched for a member')
    expect(await text('data/article.txt')).toContain('sent the plan back to its engineers')

    const record = JSON.parse(await text('data/snapshot.json')) as Record<string, unknown>
    expect(record['profile']).toBe(true)
    const redactions = record['redactions'] as readonly { where: string; what: string; count: number }[]
    const places = redactions.map(({ where, what }) => `${what} ${where}`)
    expect(places).toEqual(
      expect.arrayContaining(['headers data/network.har', 'values data/page.html', 'values data/dom.html']),
    )
    expect(JSON.stringify(record)).not.toContain('Quay Post"}')

    for (const [as, name] of [
      ['warc', 'all.warc.gz'],
      ['wacz', 'all.wacz'],
    ] as const) {
      await archive.export('all', { as, out: join(dir, name) })
    }
    expect(site.secrets().length).toBeGreaterThan(5)
    expect(await leaks(dir, site.secrets())).toEqual([])
    expect((await archive.verify()).ok).toBe(true)
  })
})
