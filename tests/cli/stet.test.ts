import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  captureResultsSchema,
  comparisonSchema,
  logSchema,
  postsSchema,
  rebuildCountsSchema,
  sourcesSchema,
  tombstoneSchema,
  verifyReportSchema,
  versionsSchema,
} from '../../archive/contract/results.ts'
import { send, type Site, startSite, story } from '../support/site.ts'
import { stet } from '../support/stet.ts'

let site: Site
let dir: string
let archive: string
/** What is tested here is the command, not what it fetches with. */
const HTTP = ['--engine', 'http'] as const
const run = (...args: string[]) => stet(['--archive', archive, '--json', ...args])

beforeAll(async () => {
  site = await startSite()
  dir = await mkdtemp(join(tmpdir(), 'stet-cli-'))
  archive = join(dir, 'archive')
})
afterAll(async () => {
  await site.close()
  await rm(dir, { recursive: true, force: true })
})

describe('the life of one story at the command line', () => {
  const quote =
    '<blockquote class="twitter-tweet"><p>The wall stands, for now.</p>&mdash; Runa Holm (@runaholm) <a href="https://twitter.com/runaholm/status/1991584312870125568">November 20, 2025</a></blockquote>'

  test('capture keeps a first version and prints the documented shape', async () => {
    site.routes.set('/wall', send(story({ extra: quote })))
    const { status, stdout, json } = await run('capture', ...HTTP, `${site.origin}/wall`)
    expect(status, stdout).toBe(0)
    const { results } = captureResultsSchema.strict().parse(json())
    expect(results).toMatchObject([
      { input: `${site.origin}/wall`, outcome: 'snapshot', version: 1, posts: 1 },
    ])
  })

  test('capture keeps a second version of a changed story', async () => {
    site.routes.set('/wall', send(story({ extra: quote }).replace('4.2 million', '2.4 million')))
    const { results } = captureResultsSchema.parse(
      (await run('capture', ...HTTP, `${site.origin}/wall`)).json(),
    )
    expect(results).toMatchObject([{ outcome: 'snapshot', version: 2 }])
  })

  test('sources and versions list it, by URL and by a prefix of its id', async () => {
    const { sources } = sourcesSchema.strict().parse((await run('sources')).json())
    expect(sources).toMatchObject([
      { url: `${site.origin}/wall`, site: 'Quay Post', versions: 2, attempts: 0 },
    ])
    const byUrl = versionsSchema.parse((await run('versions', `${site.origin}/wall`)).json())
    const byPrefix = versionsSchema.parse((await run('versions', sources[0]!.sourceId.slice(0, 6))).json())
    expect(byPrefix).toEqual(byUrl)
    expect(byUrl.versions.map(v => v.version)).toEqual([1, 2])
    expect(sourcesSchema.parse((await run('sources', '--query', 'nothing like it')).json()).sources).toEqual(
      [],
    )
  })

  test('show prints the article in each form', async () => {
    const forms = Object.fromEntries(
      await Promise.all(
        ['text', 'html', 'markdown', 'json'].map(async form => {
          const { stdout } = await stet(['--archive', archive, 'show', `${site.origin}/wall@1`, '--as', form])
          return [form, stdout] as const
        }),
      ),
    )
    for (const text of Object.values(forms)) expect(text).toContain('4.2 million')
    expect(forms['html']).toMatch(/^<!doctype html>/i)
    expect(forms['markdown']).toContain('# Harbour board sends sea wall plan back')
    expect(JSON.parse(forms['json']!)).toMatchObject({ format: 'stet-article/1' })
  })

  test('compare says what changed, with exit status 1', async () => {
    const { status, json } = await run('compare', `${site.origin}/wall`)
    expect(status).toBe(1)
    const { verdict, same } = comparisonSchema.parse(json())
    expect(same).toBe(false)
    expect(verdict.map(line => line.kind)).toContain('figure')
    expect(verdict.map(line => line.summary).join('\n')).toMatch(/4\.2.*2\.4/)
  })

  test('compare tells a person how much changed and what was found of corrections', async () => {
    const { stdout } = await stet(['--archive', archive, 'compare', `${site.origin}/wall`])
    expect(stdout).toMatch(/^(?:minor|substantive), [\d.]+ % of the words: 1 word added, 1 word removed$/m)
    expect(stdout).toContain('No correction notice was found in the captured page.')
  })

  test('compare of a snapshot with itself is the same, with exit status 0', async () => {
    const { status, json } = await run('compare', `${site.origin}/wall@1`, `${site.origin}/wall@1`)
    expect([status, comparisonSchema.parse(json()).verdict]).toEqual([0, []])
  })

  test('posts lists the embedded post with the snapshots that hold it', async () => {
    const { posts } = postsSchema.parse((await run('posts')).json())
    expect(posts).toMatchObject([
      { platform: 'x', postId: '1991584312870125568', handle: 'runaholm', author: 'Runa Holm' },
    ])
    expect(posts[0]!.snapshots).toHaveLength(2)
    const ofOne = postsSchema.parse((await run('posts', `${site.origin}/wall@1`)).json())
    expect(ofOne.posts).toHaveLength(1)
  })

  test('rebuild makes the same catalogue from the evidence', async () => {
    const before = (await run('versions', `${site.origin}/wall`)).json()
    await rm(join(archive, 'catalog'), { recursive: true })
    const { status, json } = await run('rebuild')
    expect([status, rebuildCountsSchema.parse(json())]).toMatchObject([
      0,
      { sources: 1, snapshots: 2, posts: 1 },
    ])
    expect((await run('versions', `${site.origin}/wall`)).json()).toEqual(before)
  })

  test('purge removes one version and leaves a tombstone; numbers are not given again', async () => {
    expect((await run('purge', `${site.origin}/wall@1`)).status).toBe(2)
    const { json } = await run('purge', `${site.origin}/wall@1`, '--reason', 'asked for by the school')
    expect(tombstoneSchema.parse(json())).toMatchObject({ version: 1, reason: 'asked for by the school' })
    const { versions, purged } = versionsSchema.parse((await run('versions', `${site.origin}/wall`)).json())
    expect(versions.map(v => v.version)).toEqual([2])
    expect(purged).toMatchObject([{ version: 1, reason: 'asked for by the school' }])
    site.routes.set('/wall', send(story({ title: 'The wall is down' })))
    expect(
      captureResultsSchema.parse((await run('capture', ...HTTP, `${site.origin}/wall`)).json()).results,
    ).toMatchObject([{ version: 3 }])
  })

  test('verify is content, and log tells all of it in order', async () => {
    const { status, json } = await run('verify')
    expect([status, verifyReportSchema.parse(json()).problems]).toEqual([0, []])
    const { events } = logSchema.parse((await run('log')).json())
    expect(events.map(e => e.type)).toEqual(['archive', 'snapshot', 'snapshot', 'purge', 'snapshot'])
    expect(logSchema.parse((await run('log', '--since', '4')).json()).events).toHaveLength(2)
  })

  test('a changed byte is found and named, with exit status 1', async () => {
    const { versions } = versionsSchema.parse((await run('versions', `${site.origin}/wall`)).json())
    const file = join(versions[0]!.path, 'data/article.txt')
    const bytes = await readFile(file)
    await rm(file)
    await writeFile(file, bytes.toString().replace('2.4', '4.2'))
    const { status, json } = await run('verify')
    const report = verifyReportSchema.parse(json())
    expect(status).toBe(1)
    expect(report.problems).toMatchObject([{ snapshotId: versions[0]!.snapshotId }])
    expect(report.problems[0]!.path).toContain('data/article.txt')
  })
})

describe('used wrongly', () => {
  test.each([
    [['capture'], 2],
    [['capture', 'not a url'], 2],
    [['capture', 'ftp://example.org/a'], 2],
    [['capture', 'file:///etc/passwd'], 2],
    [['frobnicate'], 2],
    [['capture', '--engine', 'steam', 'https://example.org'], 2],
    [['compare', '--text', 'only-one'], 2],
    [['show', 'ffffffffffff'], 1],
    [['import', '/no/such/file'], 1],
    [['import', 'bad\u0000name.html'], 1],
  ])('%j ends with status %i, one sentence, and no stack trace', async (args, expected) => {
    const { status, stdout, stderr } = await run(...args.map(a => a.replace('\u0000', '')))
    expect(status).toBe(expected)
    expect(stderr.trim()).not.toBe('')
    expect(stderr + stdout).not.toMatch(/\n\s+at .*:\d+:\d+/)
    expect(stdout).not.toContain('"results"')
  })

  test('an archive nobody made yet is not made by reading it', async () => {
    const { status, stderr } = await stet(['--archive', join(dir, 'nowhere'), 'sources'])
    expect([status, stderr]).toMatchObject([1, expect.stringContaining('no archive')])
  })

  test('--help and --version are fine', async () => {
    expect((await stet(['--help'])).status).toBe(0)
    expect((await stet(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+/)
  })
})

describe('import at the command line', () => {
  test('keeps files and standard input, says they were not witnessed, and finds them unchanged the second time', async () => {
    const folder = join(dir, 'saved ✨ pages')
    await mkdir(folder)
    await writeFile(
      join(folder, 'wall.html'),
      story({ title: 'A saved page', head: '<link rel="canonical" href="https://quay.example/saved">' }),
    )
    await writeFile(
      join(folder, 'note.md'),
      '# A note from the quay\n\nThe wall has 37 cracks, and the board knows it.\n',
    )
    await writeFile(join(folder, 'ignored.bin'), 'not a page')
    const mine = join(dir, 'imports')
    const first = await stet(['--archive', mine, '--json', 'import', folder])
    expect(first.status, first.stderr).toBe(0)
    const { results } = captureResultsSchema.parse(first.json())
    expect(results.map(r => [r.outcome, r.title])).toEqual([
      ['snapshot', 'A note from the quay'],
      ['snapshot', 'A saved page'],
    ])
    expect(results[1]!.url).toBe('https://quay.example/saved')
    const record = JSON.parse(
      await readFile(join(results[1]!.path!, 'data/snapshot.json'), 'utf8'),
    ) as unknown
    expect(record).toMatchObject({ witness: 'imported', import: { fileName: 'wall.html' } })
    const again = captureResultsSchema.parse(
      (await stet(['--archive', mine, '--json', 'import', folder])).json(),
    )
    expect(again.results.map(r => r.outcome)).toEqual(['check', 'check'])
    const piped = await stet(['--archive', mine, '--json', 'import', '-'], {
      stdin: 'By Ida Falk\n\nThe wall fell at night, and nobody was hurt. The board meets today.\n',
    })
    expect(captureResultsSchema.parse(piped.json()).results).toMatchObject([
      { input: '-', outcome: 'snapshot' },
    ])
    expect((await stet(['--archive', mine, 'verify'])).status).toBe(0)
  })
})
