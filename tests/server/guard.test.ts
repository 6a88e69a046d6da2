import { mkdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { MAX_UPLOAD_BYTES } from '../../archive/contract/jobs.ts'
import { startServer } from '../../archive/server/index.ts'
import { startService } from '../support/service.ts'
import { tempDir } from '../support/temp.ts'

type Headers = Readonly<Record<string, string>>

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** Any header as it is given: `fetch` would set Host and Origin itself. */
function ask(url: string, headers: Headers = {}, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

async function served() {
  const { service, dir } = await startService()
  const rendererDir = join(await tempDir(), 'renderer')
  await mkdir(join(rendererDir, 'assets'), { recursive: true })
  await writeFile(join(rendererDir, 'index.html'), '<!doctype html><title>The app</title>')
  await writeFile(join(rendererDir, 'assets', 'app-1a2b.js'), 'export {}')
  const server = await startServer({ service, rendererDir })
  onTestFinished(() => server.close())
  const entry = await ask(server.url)
  const cookie = String(entry.headers['set-cookie']).split(';')[0]!
  const door = JSON.parse((await ask(`${server.origin}/door.json`, { cookie })).body) as { pagesUrl: string }
  return { server, entry, cookie, pagesUrl: door.pagesUrl, dir }
}

const STATUS = '/api/archive/status'
const json = { 'content-type': 'application/json' }

test('The token in the address becomes a cookie that scripts and other sites do not have', async () => {
  const { server, entry, cookie } = await served()
  expect(entry.status).toBe(303)
  expect(entry.headers['location']).toBe('/')
  expect(String(entry.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict$/)
  expect(cookie).not.toContain(new URL(server.url).searchParams.get('token'))
  expect((await ask(server.origin, { cookie })).body).toContain('The app')
})

test('Without the key every address is refused, and a person is told what to do', async () => {
  const { server } = await served()
  for (const path of ['/', '/door.json', STATUS, '/assets/app-1a2b.js', '/?token=wrong', '/nothing']) {
    expect((await ask(server.origin + path)).status, path).toBe(403)
  }
  const page = await ask(server.origin, { accept: 'text/html', cookie: 'stet-1=guess' })
  expect(page.status).toBe(403)
  expect(page.body).toContain('copy the whole address')
})

test('An address for starting a browser works once', async () => {
  const { server } = await served()
  const once = server.onceUrl()
  expect((await ask(once)).status).toBe(303)
  expect((await ask(once)).status).toBe(403)
})

test('A name that was made to point at this computer is refused', async () => {
  const { server, cookie, pagesUrl } = await served()
  for (const host of ['evil.example', `localhost:${new URL(server.origin).port}`, '127.0.0.1']) {
    expect((await ask(server.origin, { cookie, host })).status).toBe(403)
    expect((await ask(`${pagesUrl}x/`, { host })).status).toBe(403)
  }
})

test('A page of another origin can neither call nor read, cookie or not', async () => {
  const { server, cookie } = await served()
  const foreign: readonly Headers[] = [
    { origin: 'http://evil.example' },
    { origin: 'http://127.0.0.1:1' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' },
    {},
  ]
  for (const headers of foreign) {
    const answer = await ask(server.origin + STATUS, { cookie, ...json, ...headers }, 'POST', '{}')
    expect(answer.status, JSON.stringify(headers)).toBe(403)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  }
  const own = { cookie, ...json, origin: server.origin, 'sec-fetch-site': 'same-origin' }
  const answer = await ask(server.origin + STATUS, own, 'POST', '{}')
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.body)).toMatchObject({ json: { state: 'open' } })
  expect((await ask(`${server.origin}/door.json`, { cookie, 'sec-fetch-site': 'same-site' })).status).toBe(
    403,
  )
  expect(
    (await ask(server.origin + STATUS, { cookie, origin: 'http://evil.example' }, 'OPTIONS')).status,
  ).toBe(403)
})

test('Every answer of the app says what the app may do, a refusal too', async () => {
  const { server, cookie, pagesUrl } = await served()
  for (const headers of [{ cookie }, {}] as readonly Headers[]) {
    const answer = await ask(server.origin, headers)
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-")
    expect(policy).toContain(`frame-src ${new URL(pagesUrl).origin}`)
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  }
})

test('More than may be sent in one go is refused before it is read', async () => {
  const { server, cookie } = await served()
  const headers = {
    cookie,
    ...json,
    origin: server.origin,
    'content-length': String(MAX_UPLOAD_BYTES * 2),
  }
  const status = await new Promise(resolve => {
    const asked = request(server.origin + STATUS, { method: 'POST', headers }, response => {
      resolve(response.statusCode)
      asked.destroy()
    })
    asked.on('error', () => resolve('ended'))
    asked.write('{')
  })
  expect(status).toBe(413)
})

test('Only the built app is served, and an address inside the app is the app', async () => {
  const { server, cookie, dir } = await served()
  const get = (path: string): Promise<Answer> => ask(server.origin + path, { cookie })
  expect((await get('/assets/app-1a2b.js')).headers['cache-control']).toContain('immutable')
  expect((await get('/source/s1')).body).toContain('The app')
  expect((await get('/')).headers['cache-control']).toBe('no-store')
  for (const path of [
    '/..%2f..%2fpackage.json',
    `/..%2f..%2f..${dir}/stet.json`,
    '/assets/none.js',
    '/%00.js',
  ]) {
    expect((await get(path)).status, path).toBe(404)
  }
})

test('Archived pages need the secret in their address', async () => {
  const { pagesUrl, cookie } = await served()
  const { origin } = new URL(pagesUrl)
  for (const path of ['/', '/x/', '/guess/0123456789abcdef/']) {
    expect((await ask(origin + path, { cookie })).status).toBe(403)
  }
  expect((await ask(`${pagesUrl}0123456789abcdef/`)).status).toBe(404)
})

test('Events arrive at once, and the stream ends with whoever looks', async () => {
  const { server, cookie } = await served()
  const stop = new AbortController()
  const stream = await fetch(`${server.origin}/api/archive/events`, {
    method: 'POST',
    headers: { cookie, ...json, 'sec-fetch-site': 'same-origin', origin: server.origin },
    body: '{}',
    signal: stop.signal,
  })
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes('"type":"status"')) text += (await reader.read()).value ?? ''
  stop.abort()
  await expect(reader.read()).rejects.toThrow('aborted')
})

test('An export is handed out as a download, to nobody without the key, and nothing else of the archive is', async () => {
  const { server, cookie, dir } = await served()
  await mkdir(join(dir, 'exports'))
  await writeFile(join(dir, 'exports', 'größe 1.wacz'), 'PK')
  const address = `${server.origin}/exports/${encodeURIComponent('größe 1.wacz')}`
  const given = await ask(address, { cookie })
  expect([given.status, given.body]).toEqual([200, 'PK'])
  expect(given.headers).toMatchObject({
    'content-length': '2',
    'content-type': 'application/octet-stream',
    'content-disposition': "attachment; filename*=UTF-8''gr%C3%B6%C3%9Fe%201.wacz",
    'x-content-type-options': 'nosniff',
  })
  expect((await ask(address)).status).toBe(403)
  for (const path of ['..%2Fstet.json', '%2e%2e%2fstet.json', 'gone.wacz', '%00', '%E0%A4%A']) {
    const { status, body } = await ask(`${server.origin}/exports/${path}`, { cookie })
    expect([status, body.includes('archiveId')], path).toEqual([404, false])
  }
})
