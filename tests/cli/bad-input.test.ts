import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { captureResultsSchema, verifyReportSchema, versionsSchema } from '../../archive/contract/results.ts'
import { openArchive } from '../../archive/index.ts'
import { send, type Site, startSite, story } from '../support/site.ts'
import { type Ran, stet } from '../support/stet.ts'

let site: Site
let dir: string
let archive: string
const run = (...args: string[]) => stet(['--archive', archive, '--json', ...args])

beforeAll(async () => {
  site = await startSite()
  dir = await mkdtemp(join(tmpdir(), 'stet-bad-'))
})
afterAll(async () => {
  await site.close()
  await rm(dir, { recursive: true, force: true })
})

/** What is tested here is the command, not what it fetches with. */
const HTTP = ['--engine', 'http'] as const

let n = 0
/** An archive with one good snapshot in it. */
beforeEach(async () => {
  archive = join(dir, `archive-${++n}`)
  site.routes.set('/good', send(story()))
  const { results } = await using(a => a.capture([`${site.origin}/good`], { engine: 'http' }))
  expect(results).toMatchObject([{ outcome: 'snapshot' }])
})

async function using<T>(work: (archive: Awaited<ReturnType<typeof openArchive>>) => Promise<T>): Promise<T> {
  const opened = await openArchive(archive, { access: 'write' })
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}

/** A sentence for the person, no stack trace, and an archive that still verifies and still has its good snapshot. */
async function expectUnharmed(ran: Ran): Promise<void> {
  expect(ran.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/)
  const verified = await run('verify')
  expect(verifyReportSchema.parse(verified.json()).problems).toEqual([])
  expect(versionsSchema.parse((await run('versions', `${site.origin}/good`)).json()).versions).toHaveLength(1)
}

async function captureOnce(path: string): Promise<Ran> {
  const ran = await run('capture', ...HTTP, site.origin + path)
  await expectUnharmed(ran)
  return ran
}

describe('a page that', () => {
  test('is 300 MB long is an attempt, too large, and costs no 300 MB', async () => {
    const chunk = Buffer.alloc(1 << 20, '<p>a long page </p>')
    site.routes.set('/long', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      let left = 300
      const more = (): void => {
        while (left-- > 0) if (!response.write(chunk)) return void response.once('drain', more)
        response.end()
      }
      more()
    })
    const { status, json } = await captureOnce('/long')
    expect([status, captureResultsSchema.parse(json()).results]).toMatchObject([
      1,
      [{ outcome: 'attempt', reason: 'too-large' }],
    ])
  })

  test('unpacks to a gigabyte is an attempt, too large', async () => {
    const bomb = gzipSync(Buffer.alloc(256 << 20, 'x'))
    site.routes.set('/bomb', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
      response.end(bomb)
    })
    expect(captureResultsSchema.parse((await captureOnce('/bomb')).json()).results).toMatchObject([
      { outcome: 'attempt', reason: 'too-large' },
    ])
  })

  test('redirects without end is an attempt', async () => {
    site.routes.set('/round', (request, response) => {
      const step = Number(new URL(request.url!, 'http://x').searchParams.get('n') ?? 0)
      response.writeHead(302, { location: `/round?n=${step + 1}` }).end()
    })
    const { results } = captureResultsSchema.parse((await captureOnce('/round')).json())
    expect(results).toMatchObject([{ outcome: 'attempt', reason: 'refused' }])
    expect(results[0]!.warnings[0]!.message).toContain('redirect')
  })

  test('sends a picture where a page was promised is an attempt', async () => {
    site.routes.set('/picture', send(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'text/html'))
    expect(captureResultsSchema.parse((await captureOnce('/picture')).json()).results).toMatchObject([
      { outcome: 'attempt', reason: 'not-html' },
    ])
  })

  test('leads inside from a public-looking list is refused', async () => {
    const list = join(dir, 'list.txt')
    await writeFile(list, '# a list\nhttp://169.254.169.254/latest/meta-data/\nnot a url at all\n')
    const ran = await run('capture', ...HTTP, '--from', list)
    await expectUnharmed(ran)
    const { results, failed } = captureResultsSchema.parse(ran.json())
    expect(results).toMatchObject([{ outcome: 'attempt', reason: 'refused' }])
    expect(failed).toMatchObject([{ input: 'not a url at all', error: { code: 'invalid-url' } }])
  })
})

describe('a file that', () => {
  test.each([
    ['is a picture called .html', 'page.html', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['is a PDF called .txt', 'paper.txt', Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n')],
    ['is empty', 'nothing.html', Buffer.alloc(0)],
    ['is bytes with NUL called .md', 'notes.md', Buffer.from([1, 0, 2, 0, 3, 0, 255, 254, 0, 0])],
  ])('%s is refused with what it looks like, and nothing of it is kept', async (_, name, bytes) => {
    const file = join(dir, `${n}-${name}`)
    await writeFile(file, bytes)
    const ran = await run('import', file)
    await expectUnharmed(ran)
    expect(ran.status).toBe(1)
    expect(captureResultsSchema.parse(ran.json())).toMatchObject({
      results: [],
      failed: [{ error: { code: 'bad-input' } }],
    })
  })

  test('has emoji, quotes and a newline in its name is kept under its name, inside the archive', async () => {
    const name = '📰 “wall”\n..%2f..\\evil.html'
    await writeFile(join(dir, name), story({ title: 'An odd name' }))
    const ran = await run('import', join(dir, name))
    await expectUnharmed(ran)
    const [result] = captureResultsSchema.parse(ran.json()).results
    const record = JSON.parse(await readFile(join(result!.path!, 'data/snapshot.json'), 'utf8')) as {
      import: { fileName: string }
    }
    expect(record.import.fileName).toBe(name)
    expect(await readdir(dir)).not.toContain('evil.html')
  })
})

describe('an archive', () => {
  test('that another process writes to is refused with the holder named, and can still be read', async () => {
    await using(async () => {
      const { status, stderr } = await run('capture', ...HTTP, `${site.origin}/good`)
      expect(status).toBe(1)
      expect(stderr).toContain(String(process.pid))
      expect((await run('sources')).status).toBe(0)
    })
  })

  test.each(['catalog', 'desk.json'])(
    'with a damaged %s says so, mends it, and loses nothing',
    async what => {
      await using(a => a.capture([], { engine: 'http', list: [], allowPrivate: true }))
      const target = join(archive, what)
      const files = (await stat(target)).isDirectory()
        ? (await readdir(target, { recursive: true })).map(name => join(target, name))
        : [target]
      for (const file of files) if ((await stat(file)).isFile()) await writeFile(file, '{"half": ')
      const ran = await run('capture', ...HTTP, `${site.origin}/good`)
      expect(ran.status).toBe(0)
      expect(ran.stderr).toMatch(/damaged|anew|again/i)
      await expectUnharmed(ran)
    },
  )

  test('with a torn last log line sets it aside and goes on', async () => {
    await appendFile(join(archive, 'log.jsonl'), '{"seq":3,"type":"snap')
    const ran = await run('capture', ...HTTP, `${site.origin}/good`)
    expect(ran.status).toBe(0)
    expect(ran.stderr).toMatch(/log/i)
    await expectUnharmed(ran)
  })

  test('made by a newer Stet is not touched', async () => {
    const file = join(archive, 'stet.json')
    const identity = JSON.parse(await readFile(file, 'utf8')) as { format: number }
    await rm(file)
    await writeFile(file, JSON.stringify({ ...identity, format: identity.format + 1 }))
    const before = await readFile(join(archive, 'log.jsonl'))
    const { status, stderr } = await run('capture', ...HTTP, `${site.origin}/good`)
    expect([status, stderr]).toMatchObject([1, expect.stringMatching(/newer/i)])
    expect(await readFile(join(archive, 'log.jsonl'))).toEqual(before)
  })

  test('that is a folder of something else is left alone', async () => {
    const other = join(dir, 'photos')
    await mkdir(other)
    await writeFile(join(other, 'cat.jpg'), 'a cat')
    const { status, stderr } = await stet(['--archive', other, 'capture', ...HTTP, `${site.origin}/good`])
    expect([status, stderr]).toMatchObject([1, expect.stringContaining('photos')])
    expect(await readdir(other)).toEqual(['cat.jpg'])
  })
})
