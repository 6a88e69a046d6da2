import { cp, mkdir, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { assert, asyncProperty, constantFrom, double, integer, nat, record as fields } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folder, keep, open, record } from './helpers.ts'

let base: Awaited<ReturnType<typeof folder>>
let paths: string[]
let bags: string[]

const CHECKED = record({ text: 'one' })

beforeAll(async () => {
  base = await folder()
  const store = await open(join(base.path, 'sound'))
  const a = await keep(store, { text: 'one', posts: [{ key: 'x:1', text: 'hello' }] })
  const b = await keep(store, { text: 'two', version: 2, title: 'Storm 100 % – “ärger”' })
  await store.recordCheck({
    sourceId: CHECKED.sourceId,
    url: CHECKED.url,
    requestedUrl: CHECKED.url,
    finalUrl: CHECKED.url,
    capturedAt: '2026-05-04T05:06:07.000Z',
    snapshotId: b.snapshotId,
    contentHash: CHECKED.contentHash.value,
    status: 200,
    warnings: [],
  })
  await store.close()
  bags = [a.path, b.path]
  const all = await readdir(join(base.path, 'sound/snapshots'), { recursive: true, withFileTypes: true })
  paths = all.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  paths = [...paths.map(path => path.slice(join(base.path, 'sound/').length)), 'log.jsonl'].toSorted()
})

afterAll(() => base[Symbol.asyncDispose]())

let copies = 0
/** A copy of the sound archive, changed; what a reader's verify says of it. */
async function verified(change: (dir: string) => Promise<unknown>) {
  const dir = join(base.path, `copy-${++copies}`)
  await cp(join(base.path, 'sound'), dir, { recursive: true })
  await change(dir)
  const store = await open(dir, { readOnly: true })
  const report = await store.verify()
  await rm(dir, { recursive: true })
  return report
}

async function overwrite(dir: string, path: string, bytes: Uint8Array): Promise<void> {
  await rm(join(dir, path))
  await writeFile(join(dir, path), bytes)
}

describe('verify', () => {
  test('finds nothing in an archive as it was kept', async () => {
    const report = await verified(async () => {})
    expect(report).toMatchObject({
      ok: true,
      snapshots: 2,
      files: paths.length - 1,
      logLines: 4,
      problems: [],
    })
  })

  test('finds and names any one byte changed, removed or added', async () => {
    const edit = fields({
      path: nat().map(n => paths[n % paths.length]!),
      kind: constantFrom('change', 'remove', 'add'),
      where: double({ min: 0, max: 1, noNaN: true }),
      by: integer({ min: 1, max: 255 }),
    })
    await assert(
      asyncProperty(edit, async ({ path, kind, where, by }) => {
        const report = await verified(async dir => {
          const bytes = await readFile(join(dir, path))
          const at = Math.min(Math.floor(where * bytes.length), bytes.length - 1)
          if (kind === 'change') bytes[at] = bytes[at]! ^ by
          const cut = kind === 'remove' ? bytes.subarray(at + 1) : bytes.subarray(at)
          const extra = kind === 'add' ? [by] : []
          await overwrite(dir, path, Buffer.concat([bytes.subarray(0, at), Buffer.from(extra), cut]))
        })
        expect(report.ok).toBe(false)
        const named = report.problems.some(
          problem =>
            problem.path.startsWith(path) || (path === 'log.jsonl' && problem.path.startsWith('log.')),
        )
        expect(named).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  test('finds a byte changed, removed or added in the last line of the log, at every place of it', async () => {
    const log = await readFile(join(base.path, 'sound/log.jsonl'))
    const start = log.lastIndexOf(0x0a, log.length - 2) + 1
    for (let at = start; at < log.length; at += 7) {
      const changed = Buffer.from(log)
      changed[at] = changed[at]! ^ 1
      const report = await verified(dir => writeFile(join(dir, 'log.jsonl'), changed))
      expect(report.ok, `byte ${at}`).toBe(false)
    }
    for (const bytes of [
      log.subarray(0, -1),
      Buffer.concat([log, Buffer.from('\n')]),
      log.subarray(0, start),
    ]) {
      expect((await verified(dir => writeFile(join(dir, 'log.jsonl'), bytes))).ok).toBe(false)
    }
  })

  test('says what was expected and what was found', async () => {
    const path = `${bags[0]}/data/article.txt`
    const { problems } = await verified(dir => overwrite(dir, path, Buffer.from('onE')))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: 'file-changed', path, snapshotId: bags[0]!.slice(-16) })
    expect(problems[0]!.expected).toMatch(/^[0-9a-f]{64}$/)
    expect(problems[0]!.found).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each<[string, string, (dir: string) => Promise<unknown>]>([
    ['an added file', 'file-added', dir => writeFile(join(dir, bags[0]!, 'data/new.txt'), 'x')],
    ['an added empty file', 'file-added', dir => writeFile(join(dir, bags[0]!, 'data/resources/empty'), '')],
    ['an added tag file', 'file-added', dir => writeFile(join(dir, bags[0]!, 'note.txt'), 'x')],
    ['an empty folder in a bag', 'folder-added', dir => mkdir(join(dir, bags[0]!, 'data/empty'))],
    ['an empty month', 'folder-added', dir => mkdir(join(dir, 'snapshots/2026/12'))],
    ['a file beside the bags', 'file-added', dir => writeFile(join(dir, 'snapshots/2026/03/x'), 'x')],
    ['a file beside the years', 'file-added', dir => writeFile(join(dir, 'snapshots/x'), 'x')],
    ['a missing file', 'file-missing', dir => rm(join(dir, bags[1]!, 'data/page.html'))],
    ['a missing manifest', 'file-missing', dir => rm(join(dir, bags[1]!, 'manifest-sha256.txt'))],
    ['a missing tag manifest', 'file-missing', dir => rm(join(dir, bags[1]!, 'tagmanifest-sha256.txt'))],
    ['a missing bag', 'bag-missing', dir => rm(join(dir, bags[1]!), { recursive: true })],
    [
      'a bag that nobody logged',
      'bag-not-in-log',
      dir => cp(join(dir, bags[1]!), join(dir, bags[1]!.slice(0, -4) + 'ffff'), { recursive: true }),
    ],
    [
      'a bag under another name',
      'bag-missing',
      dir => rename(join(dir, bags[1]!), join(dir, bags[1]! + '0')),
    ],
    [
      'a log without its last line',
      'log-head',
      async dir => {
        const log = await readFile(join(dir, 'log.jsonl'), 'utf8')
        await truncate(join(dir, 'log.jsonl'), log.lastIndexOf('\n', log.length - 2) + 1)
      },
    ],
    ['a missing log', 'log-head', dir => rm(join(dir, 'log.jsonl'))],
  ])('names %s', async (_name, code, change) => {
    const { ok, problems } = await verified(change)
    expect(ok).toBe(false)
    expect(problems.map(problem => problem.code)).toContain(code)
  })

  test('does not follow a symbolic link, even to the same bytes', async () => {
    const { problems } = await verified(async dir => {
      const path = join(dir, bags[0]!, 'data/article.txt')
      await rename(path, join(dir, 'elsewhere.txt'))
      await symlink(join(dir, 'elsewhere.txt'), path)
    })
    expect(problems.map(problem => problem.code).toSorted()).toEqual([
      'file-missing',
      'not-a-file',
      'payload-oxum',
    ])
  })

  test('finds a bag whose lists were all written anew after a change', async () => {
    const { problems } = await verified(async dir => {
      const bag = join(dir, bags[0]!)
      await overwrite(bag, 'data/article.txt', Buffer.from('ONE'))
      const sums = (files: string[]) => execFileSync('sha256sum', files, { cwd: bag, encoding: 'utf8' })
      const manifest = await readFile(join(bag, 'manifest-sha256.txt'), 'utf8')
      const listed = manifest
        .trim()
        .split('\n')
        .map(line => line.slice(66))
      await overwrite(bag, 'manifest-sha256.txt', Buffer.from(sums(listed)))
      const tags = sums(['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt'])
      await overwrite(bag, 'tagmanifest-sha256.txt', Buffer.from(tags))
    })
    expect(problems.map(problem => problem.code)).toEqual(['fixity-hash'])
  })

  test('checks only the snapshots it is asked for', async () => {
    const dir = join(base.path, 'sound')
    const store = await open(dir, { readOnly: true })
    expect(await store.verify([bags[0]!.slice(-16)])).toMatchObject({ ok: true, snapshots: 1 })
    await expect(store.verify(['0000000000000000'])).rejects.toMatchObject({ code: 'not-found' })
  })

  test('stops when it is told to', async () => {
    const store = await open(join(base.path, 'sound'), { readOnly: true })
    await expect(store.verify(undefined, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  test('agrees between one thread and several, and reads shared files in each snapshot that holds them', async () => {
    const dir = join(base.path, 'many')
    const store = await open(dir)
    for (let i = 0; i < 20; i++) await keep(store, { url: `https://news.example/${i}`, text: `story ${i}` })
    const last = await keep(store, { url: 'https://news.example/last', bodies: ['a picture', 'another'] })
    const shared = (await readdir(join(dir, last.path, 'data/resources'))).map(name =>
      join(dir, last.path, 'data/resources', name),
    )
    for (const path of shared) {
      const bytes = await readFile(path)
      if (bytes.toString() !== 'a picture') continue
      // In place, so that every snapshot that shares the file sees it.
      execFileSync('sh', [
        '-c',
        'chmod u+w "$1" && printf X | dd of="$1" bs=1 conv=notrunc 2>/dev/null',
        'sh',
        path,
      ])
    }
    const alone = await store.verify(undefined, { concurrency: 1 })
    const threads = await store.verify(undefined, { concurrency: 2 })
    expect(threads.problems).toEqual(alone.problems)
    expect(alone.problems.map(problem => problem.code)).toEqual(Array(21).fill('file-changed'))
    await store.close()
  })
})

const monthly = (i: number) => `2026-${String((i % 12) + 1).padStart(2, '0')}-01T00:00:00.000Z`

test('an archive can be checked while snapshots are being added', async () => {
  await using at = await folder()
  const store = await open(at.path)
  const reader = await open(at.path, { readOnly: true })
  const state = { busy: true }
  const writing = (async () => {
    for (let i = 0; i < 30; i++) {
      const { snapshotId } = await keep(store, {
        url: `https://news.example/${i}`,
        text: `story ${i}`,
        capturedAt: monthly(i),
      })
      if (i % 3 === 0) await store.purge(snapshotId, 'test')
    }
  })().finally(() => (state.busy = false))
  const reports = []
  while (state.busy) reports.push(await reader.verify())
  await writing
  expect(reports.flatMap(report => report.problems)).toEqual([])
  await store.close()
})
