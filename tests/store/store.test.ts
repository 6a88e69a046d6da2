import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { nodeFs } from '../../archive/store/fs.ts'
import { bytesOf, folder, keep, listener, open, record } from './helpers.ts'

const STORY = 'https://news.example/storm'

async function checkFacts(snapshotId: string, extra = {}) {
  const { sourceId, url, contentHash } = record()
  return {
    sourceId,
    url,
    requestedUrl: url,
    finalUrl: url,
    capturedAt: '2026-05-04T05:06:07.000Z',
    snapshotId,
    contentHash: contentHash.value,
    status: 200,
    warnings: [],
    ...extra,
  }
}

describe('a sealed snapshot', () => {
  test('is a bag that sha256sum accepts, with read-only files', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const sealed = await keep(store)
    const bag = join(at.path, sealed.path)
    execFileSync('sha256sum', ['--strict', '-c', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'], {
      cwd: bag,
    })
    const fixity = execFileSync('sha256sum', ['tagmanifest-sha256.txt'], { cwd: bag, encoding: 'utf8' })
    expect(fixity.slice(0, 64)).toBe(sealed.fixityHash)
    for (const path of (await bytesOf(bag)).keys()) expect((await stat(join(bag, path))).mode & 0o222).toBe(0)
    expect(await readFile(join(bag, 'bag-info.txt'), 'utf8')).toMatch(/^Payload-Oxum: \d+\.5$/m)
    expect(sealed.path).toMatch(/^snapshots\/2026\/03\/20260304T050607Z-[0-9a-f]{16}$/)
    await store.close()
  })

  test('shares bodies that the archive already holds, and stays whole when the other is purged', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const big = 'x'.repeat(50_000)
    const first = await keep(store, { bodies: [big, 'small'] })
    const second = await keep(store, { bodies: [big, 'other'], version: 2, text: 'two' })
    expect(first.bytesLinked).toBe(0)
    expect(second.bytesLinked).toBe(50_000)
    expect(second.bytesNew).toBeLessThan(4_000)
    await store.purge(first.snapshotId, 'test')
    expect((await store.verify()).problems).toEqual([])
    await store.close()
  })

  test('is shared between snapshots that are made at the same time', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const big = 'x'.repeat(50_000)
    const [one, two] = [await store.stage(), await store.stage()]
    const info = { mime: 'image/png', url: 'https://news.example/big.png' }
    await one.sink.put(Buffer.from(big), info)
    await two.sink.put(Buffer.from(big), info)
    await one.discard()
    const sealed = await two.seal(record())
    expect(sealed.bytesLinked).toBe(50_000)
    expect((await store.verify()).problems).toEqual([])
    await store.close()
  })

  test.each(['EMLINK', 'EXDEV', 'EPERM', 'ENOTSUP'])(
    'is written out where hard links fail with %s',
    async code => {
      await using at = await folder()
      const link = async () => {
        throw Object.assign(new Error(code), { code })
      }
      const store = await open(at.path, { fs: { ...nodeFs, link } })
      await keep(store)
      const second = await keep(store, { version: 2, text: 'two' })
      expect(second.bytesLinked).toBe(0)
      expect((await store.verify()).problems).toEqual([])
      await store.close()
    },
  )

  test('does not link to a stored body that is not what its name says', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const first = await keep(store, { bodies: ['a picture'] })
    const held = [...(await bytesOf(join(at.path, first.path, 'data/resources'))).keys()][0]!
    const path = join(at.path, first.path, 'data/resources', held)
    await rm(path)
    await writeFile(path, 'a PICTURE')
    const second = await keep(store, { bodies: ['a picture'], version: 2, text: 'two' })
    expect(await readFile(join(at.path, second.path, 'data/resources', held), 'utf8')).toBe('a picture')
    await store.close()
  })

  test('cannot be written to by names that leave the bag or that some system cannot hold', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const stage = await store.stage()
    const bad = [
      '../x',
      'data/../../x',
      '/etc/passwd',
      'data',
      'data/',
      'bagit.txt',
      'data/a\0b',
      'data/a\\b',
    ]
    for (const path of [
      ...bad,
      'data/CON.txt',
      'data/a:b',
      'data/x.',
      'data/a\nb',
      'data/%41',
      'data//x',
      'data/\ud800',
    ]) {
      await expect(stage.write(path, 'x'), path).rejects.toMatchObject({ code: 'bad-input' })
    }
    await stage.write('data/emoji 🗞️.txt', 'fine')
    await expect(stage.write('data/EMOJI 🗞️.TXT', 'twice')).rejects.toMatchObject({ code: 'bad-input' })
    const sealed = await stage.seal(record())
    const files = await store.readSnapshot(sealed.snapshotId)
    expect((await files.read('data/emoji 🗞️.txt')).toString()).toBe('fine')
    await expect(files.read('data/../../../../log.jsonl')).rejects.toMatchObject({ code: 'bad-input' })
    await expect(files.read('data/none.txt')).rejects.toMatchObject({ code: 'not-found' })
    expect((await store.verify()).problems).toEqual([])
    await store.close()
  })

  test('that is discarded leaves nothing', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const stage = await store.stage()
    await stage.write('data/page.html', 'x')
    await stage.discard()
    await stage.discard()
    await expect(stage.seal(record())).rejects.toMatchObject({ code: 'internal' })
    expect(await readdir(join(at.path, 'tmp'))).toEqual([])
    expect(await readdir(join(at.path, 'snapshots'))).toEqual([])
    await store.close()
  })
})

describe('the catalogue', () => {
  test('answers by id, unique prefix, address and version', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const a = await keep(store, { snapshotId: 'abcd000000000001' })
    const b = await keep(store, {
      snapshotId: 'abcd000000000002',
      version: 2,
      text: 'two',
      title: 'Storm, updated',
    })
    const other = await keep(store, {
      url: 'https://news.example/@rain',
      requestedUrl: 'https://short.example/r?utm_source=x',
    })
    await store.recordCheck(await checkFacts(b.snapshotId))
    const id = async (text: string) => (await store.resolveSnapshot(text)).snapshotId
    expect(await id('abcd000000000001')).toBe(a.snapshotId)
    expect(await id(`${STORY}@1`)).toBe(a.snapshotId)
    expect(await id(STORY)).toBe(b.snapshotId)
    expect(await id(`${record().sourceId}@2`)).toBe(b.snapshotId)
    expect(await id(a.path.split('/').at(-1)!)).toBe(a.snapshotId)
    expect(await id('https://news.example/@rain')).toBe(other.snapshotId)
    expect(await id('https://short.example/r')).toBe(other.snapshotId)
    expect((await store.resolveSource('https://news.example/storm#top')).url).toBe(STORY)
    expect((await store.resolveSource(record().sourceId.slice(0, 6))).url).toBe(STORY)
    await expect(id('abcd')).rejects.toMatchObject({
      code: 'ambiguous',
      data: { candidates: [a.snapshotId, b.snapshotId] },
    })
    for (const text of ['ffff', `${STORY}@3`, 'https://nowhere.example/', '', '💥']) {
      await expect(id(text), text).rejects.toMatchObject({ code: 'not-found' })
    }
    expect((await store.sources({ query: 'updated STORM' })).map(row => row.url)).toEqual([STORY])
    expect((await store.sources())[1]).toMatchObject({
      url: STORY,
      title: 'Storm, updated',
      versions: 2,
      checks: 1,
    })
    await store.close()
  })

  test('made anew from the evidence is, byte for byte, the one that grew', async () => {
    await using at = await folder()
    const dir = join(at.path, 'a')
    const store = await open(dir)
    for (let i = 0; i < 130; i++) {
      const url = `https://news.example/${i % 40}`
      const posts = i % 3 === 0 ? [{ key: `x:${i}`, text: `post ${i}` }] : []
      await keep(store, {
        url,
        version: Math.floor(i / 40) + 1,
        text: `t${i}`,
        posts,
        requestedUrl: `https://s.example/${i % 7}`,
      })
    }
    const newest = (await store.resolveSnapshot('https://news.example/3')).snapshotId
    for (let i = 0; i < 120; i++) await store.recordCheck(await checkFacts(newest))
    await store.purge((await store.resolveSnapshot('https://news.example/4@2')).snapshotId, 'wrong page')
    await store.close()
    const grown = await bytesOf(join(dir, 'catalog'))
    expect(grown.size).toBeGreaterThan(20)

    await rm(join(dir, 'catalog'), { recursive: true })
    await rm(join(dir, 'bodies.sqlite'))
    const again = await open(dir)
    await again.close()
    expect(await bytesOf(join(dir, 'catalog'))).toEqual(grown)

    const third = await open(dir)
    expect(await third.rebuild()).toMatchObject({ sources: 41, snapshots: 129, logLines: 252 })
    expect((await third.versions(record().sourceId)).checks).toHaveLength(120)
    await third.close()
    expect(await bytesOf(join(dir, 'catalog'))).toEqual(grown)
  })

  test('that is damaged in any file is made anew with a message, for writers and readers', async () => {
    await using at = await folder()
    const dir = join(at.path, 'a')
    const store = await open(dir)
    await keep(store, { posts: [{ key: 'x:1', text: 'post' }] })
    await store.close()
    const sound = await bytesOf(join(dir, 'catalog'))
    for (const path of sound.keys()) {
      for (const readOnly of [true, false]) {
        await writeFile(join(dir, 'catalog', path), '{"sha256":"torn')
        const said = listener()
        const damaged = await open(dir, { logger: said, readOnly })
        expect(await damaged.posts()).toHaveLength(1)
        expect(await damaged.sources()).toHaveLength(1)
        await damaged.resolveSource('https://news.example/storm')
        expect(said.messages.join(), path).toMatch(/made anew/)
        await damaged.close()
      }
      expect(await bytesOf(join(dir, 'catalog'))).toEqual(sound)
    }
  })

  test('keeps attempts apart from versions', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const { sourceId, url } = record()
    await store.recordAttempt({
      sourceId,
      url,
      requestedUrl: url,
      finalUrl: null,
      capturedAt: '2026-05-04T05:06:07.000Z',
      reason: 'http-404',
      evidence: ['The server answered 404.'],
      status: 404,
      warnings: [],
    })
    expect(await store.sources()).toMatchObject([
      { url, site: 'news.example', versions: 0, attempts: 1, firstSeen: null },
    ])
    await expect(store.resolveSnapshot(url)).rejects.toMatchObject({ code: 'not-found' })
    expect(await store.nextVersion(sourceId)).toBe(1)
    await store.close()
  })
})

describe('a purge', () => {
  test('needs a reason, removes one folder and leaves a tombstone', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const a = await keep(store)
    const b = await keep(store, { version: 2, text: 'two', capturedAt: '2026-06-01T00:00:00.000Z' })
    await expect(store.purge(b.snapshotId, '  ')).rejects.toMatchObject({ code: 'usage' })
    expect(await store.purge(b.snapshotId, 'court order')).toMatchObject({
      type: 'purge',
      reason: 'court order',
    })
    expect(await readdir(join(at.path, 'snapshots/2026'))).toEqual(['03'])
    const { versions, purged } = await store.versions(record().sourceId)
    expect(versions.map(row => row.snapshotId)).toEqual([a.snapshotId])
    expect(purged).toMatchObject([{ snapshotId: b.snapshotId, reason: 'court order' }])
    expect(await store.nextVersion(record().sourceId)).toBe(3)
    await expect(store.resolveSnapshot(b.snapshotId)).rejects.toThrow(/court order/)
    expect((await store.verify()).ok).toBe(true)
    await store.close()
  })
})

describe('opening', () => {
  test('refuses an archive made by a newer Stet, for reading too', async () => {
    await using at = await folder()
    await (await open(at.path)).close()
    const path = join(at.path, 'stet.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('"format": 1', '"format": 2'))
    const before = await bytesOf(at.path)
    await expect(open(at.path)).rejects.toMatchObject({ code: 'archive-newer' })
    await expect(open(at.path, { readOnly: true })).rejects.toMatchObject({ code: 'archive-newer' })
    expect(await bytesOf(at.path)).toEqual(before)
  })

  test('refuses a folder with other things in it, a file, and nothing at all', async () => {
    await using at = await folder()
    await writeFile(join(at.path, 'thesis.doc'), 'mine')
    await expect(open(at.path)).rejects.toMatchObject({ code: 'bad-input' })
    await expect(open(join(at.path, 'thesis.doc'))).rejects.toMatchObject({ code: 'bad-input' })
    await expect(open(join(at.path, 'none'), { readOnly: true })).rejects.toMatchObject({ code: 'not-found' })
    await expect(open(join(at.path, 'none'), { create: false })).rejects.toMatchObject({ code: 'not-found' })
    expect(await readdir(at.path)).toEqual(['thesis.doc'])
  })

  test('lets one process write, names it to the second, and lets anybody read', async () => {
    await using at = await folder()
    const store = await open(at.path)
    await keep(store)
    await expect(open(at.path)).rejects.toMatchObject({
      code: 'archive-locked',
      data: { holder: { pid: process.pid } },
    })
    const reader = await open(at.path, { readOnly: true })
    expect(await reader.sources()).toHaveLength(1)
    await expect(reader.stage()).rejects.toMatchObject({ code: 'archive-readonly' })
    await store.close()
    await (await open(at.path)).close()
  })

  test('sets a torn last line of the log aside and says so', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const kept = await keep(store)
    await store.recordCheck(await checkFacts(kept.snapshotId))
    await store.close()
    const path = join(at.path, 'log.jsonl')
    await writeFile(path, (await readFile(path)).subarray(0, -30))
    const said = listener()
    const again = await open(at.path, { logger: said })
    expect(said.messages.join()).toMatch(/unfinished line/)
    expect((await again.verify()).problems).toEqual([])
    const lines = await Array.fromAsync(again.readLog())
    expect(lines.at(-1)).toMatchObject({ type: 'recovery', what: 'torn-line' })
    const { keptAs } = lines.at(-1) as { keptAs: string }
    expect(await readFile(join(at.path, keptAs), 'utf8')).toContain('"type":"check"'.slice(0, 1))
    await again.close()
  })

  test('puts a lost last line break back without losing the line', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const kept = await keep(store)
    await store.close()
    const path = join(at.path, 'log.jsonl')
    const whole = await readFile(path)
    await writeFile(path, whole.subarray(0, -1))
    const again = await open(at.path)
    expect(await readFile(path)).toEqual(whole)
    expect((await again.resolveSnapshot(kept.snapshotId)).path).toBe(kept.path)
    await again.close()
  })

  test('finishes a bag that has no log line, and writes down for good that the log was cut', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const kept = await keep(store)
    await store.close()
    const path = join(at.path, 'log.jsonl')
    const log = await readFile(path, 'utf8')
    await writeFile(path, log.slice(0, log.indexOf('\n') + 1))
    const said = listener()
    const again = await open(at.path, { logger: said })
    expect(said.messages.join()).toMatch(/changed from outside/)
    expect((await again.resolveSnapshot(kept.snapshotId)).path).toBe(kept.path)
    expect((await again.verify()).problems.map(problem => problem.code)).toEqual(['log-changed'])
    await again.close()
  })

  test('moves a bag that is neither whole nor logged to quarantine, with a note', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const kept = await keep(store)
    await store.close()
    const foreign = kept.path.slice(0, -4) + 'beef'
    await cp(join(at.path, kept.path), join(at.path, foreign), { recursive: true })
    await rm(join(at.path, foreign, 'data/page.html'))
    const again = await open(at.path)
    expect((await again.verify()).problems).toEqual([])
    const aside = await readdir(join(at.path, 'quarantine'))
    expect(aside.filter(name => name.endsWith('.txt'))).toHaveLength(1)
    expect(aside.filter(name => name.includes('beef'))).toHaveLength(2)
    await again.close()
  })

  test('writes a lost or damaged stet.json again from the log', async () => {
    await using at = await folder()
    const first = await open(at.path)
    const { archiveId } = first.identity
    await first.close()
    await writeFile(join(at.path, 'stet.json'), '{ "form')
    const second = await open(at.path)
    expect(second.identity.archiveId).toBe(archiveId)
    await second.close()
    await rm(join(at.path, 'stet.json'))
    const third = await open(at.path)
    expect(third.identity.archiveId).toBe(archiveId)
    await third.close()
  })
})

describe('the desk', () => {
  test('keeps what it is given, and falls back to the last good copy with a warning', async () => {
    await using at = await folder()
    const store = await open(at.path)
    await store.desk.update(desk => ({ ...desk, tags: { flood: ['s1'] } }))
    await store.desk.update(desk => ({ ...desk, tags: { flood: ['s1', 's2'] } }))
    await store.close()
    await writeFile(join(at.path, 'desk.json'), 'half a fi')
    const said = listener()
    const again = await open(at.path, { logger: said })
    expect(again.desk.data.tags).toEqual({ flood: ['s1'] })
    expect(said.messages.join()).toMatch(/last good copy/)
    const aside = await readdir(join(at.path, 'quarantine'))
    expect(await readFile(join(at.path, 'quarantine', aside[0]!), 'utf8')).toBe('half a fi')
    await again.close()
  })
})

/** Commands stand indented; a name in capitals is to be filled in. */
function commands(readme: string, heading: string): string[] {
  const section = readme.slice(readme.indexOf(`\n${heading}\n`))
  const end = section.slice(2).search(/\n\n\n/)
  return section
    .slice(0, end < 0 ? undefined : end + 2)
    .split('\n')
    .filter(line => line.startsWith('  '))
    .map(line => line.trim())
}
const run = (command: string, cwd: string) => spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' })

describe('README.txt', () => {
  test('can be followed word by word', async () => {
    await using at = await folder()
    const store = await open(at.path)
    const first = await keep(store)
    for (let i = 0; i < 6; i++) await keep(store, { url: `https://news.example/${i}` })
    await store.close()
    const readme = await readFile(join(at.path, 'README.txt'), 'utf8')
    const name = first.path.split('/').at(-1)!
    const filled = (text: string) =>
      text.replaceAll('YEAR/MONTH/NAME', `2026/03/${name}`).replaceAll('NAME', name)

    const one = commands(readme, 'CHECK ONE SNAPSHOT').map(filled)
    expect(one).toHaveLength(5)
    const checks = run(one.slice(0, 3).join(' && '), at.path)
    expect(checks.status).toBe(0)
    expect(
      checks.stdout
        .trim()
        .split('\n')
        .every(line => line.endsWith(': OK')),
    ).toBe(true)
    expect(run(one[3]!, at.path).stdout).toContain(first.fixityHash)
    expect(run(one[4]!, at.path).stdout).toContain(`"fixityHash":"${first.fixityHash}"`)

    const [all] = commands(readme, 'CHECK ALL SNAPSHOTS')
    expect(run(all!, at.path)).toMatchObject({ stdout: '', stderr: '', status: 0 })
    const [seventh, eighth, chain] = commands(readme, 'CHECK THE LOG')
    expect(run(eighth!, at.path).stdout).toContain(run(seventh!, at.path).stdout.slice(0, 64))
    expect(run(chain!, at.path)).toMatchObject({ stdout: '', stderr: '', status: 0 })

    const page = join(at.path, first.path, 'data/page.html')
    await rm(page)
    await writeFile(page, 'forged')
    expect(run(all!, at.path).stdout).toContain(`NOT AS KEPT: ${first.path}`)
    const log = await readFile(join(at.path, 'log.jsonl'), 'utf8')
    await writeFile(join(at.path, 'log.jsonl'), log.replace('Storm', 'Strom'))
    expect(run(chain!, at.path).stdout).toContain('BROKEN BEFORE')
    await writeFile(join(at.path, 'log.jsonl'), log.split('\n').slice(0, -2).join('\n') + '\n')
    expect(run(chain!, at.path).stdout).toContain('THE END IS MISSING')
  })
})

test('a folder of an archive can be copied and opened elsewhere', async () => {
  await using at = await folder()
  const store = await open(join(at.path, 'a'))
  const kept = await keep(store)
  await store.close()
  await mkdir(join(at.path, 'b'))
  for (const name of ['stet.json', 'log.jsonl', 'log.head', 'snapshots']) {
    await cp(join(at.path, 'a', name), join(at.path, 'b', name), { recursive: true })
  }
  const copy = await open(join(at.path, 'b'))
  expect((await copy.resolveSnapshot(kept.snapshotId)).path).toBe(kept.path)
  expect((await copy.verify()).ok).toBe(true)
  await copy.close()
})

test('a rebuild while snapshots are being added loses none of them', async () => {
  await using at = await folder()
  const dir = join(at.path, 'a')
  const store = await open(dir)
  const kept = Array.from({ length: 12 }, (_, i) =>
    keep(store, { url: `https://news.example/${i}`, text: `t${i}` }),
  )
  await Promise.all([store.rebuild(), ...kept, store.rebuild()])
  expect(await store.sources()).toHaveLength(12)
  await store.close()
  const grown = await bytesOf(join(dir, 'catalog'))
  await rm(join(dir, 'catalog'), { recursive: true })
  await (await open(dir)).close()
  expect(await bytesOf(join(dir, 'catalog'))).toEqual(grown)
})
