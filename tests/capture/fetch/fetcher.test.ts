import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { createServer } from 'node:net'
import type { AddressInfo, LookupFunction } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { FetchRequest } from '../../../archive/ports/fetcher.ts'
import { CERTIFICATE } from '../support/certificate.ts'
import { testFetcher } from '../support/capture.ts'
import { startSecureSite, startSite } from '../support/server.ts'

const never = new AbortController().signal
const ask = (url: string, more: Partial<FetchRequest> = {}): FetchRequest => ({
  url,
  headers: [['user-agent', 'test']],
  allowPrivate: true,
  maxBytes: 1_000_000,
  timeoutMs: 10_000,
  ...more,
})
const text = (body: Uint8Array): string => Buffer.from(body).toString()

/** A server that answers with bytes of the test's choosing. */
async function rawServer(reply: string, thenClose: boolean): Promise<string> {
  const server = createServer(socket => {
    socket.on('error', () => {})
    socket.once('data', () => (thenClose ? socket.end(reply) : socket.write(reply)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>(resolve => void server.close(() => resolve())))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

describe('content codings', () => {
  const story = 'The ferry runs again. '.repeat(500)
  it.each([
    ['gzip', gzipSync(story)],
    ['x-gzip', gzipSync(story)],
    ['deflate', deflateSync(story)],
    ['deflate', deflateRawSync(story)],
    ['br', brotliCompressSync(story)],
    ['zstd', zstdCompressSync(story)],
    ['gzip, br', brotliCompressSync(gzipSync(story))],
    ['GZIP', gzipSync(story)],
    ['identity', Buffer.from(story)],
    ['', Buffer.from(story)],
  ])('%s is undone, and the bytes on the wire are counted', async (coding, wire) => {
    const site = await startSite((_request, response) => {
      if (coding) response.setHeader('content-encoding', coding)
      response.end(wire)
    })
    const answer = await testFetcher().fetch(ask(site.origin), never)
    expect(text(answer.body)).toBe(story)
    expect(answer.wireBytes).toBe(wire.byteLength)
    expect(answer.cut).toBeNull()
  })

  it('a large body is undone as well', async () => {
    const large = Buffer.from(
      Array.from({ length: 100_000 }, (_, i) => `${(i * 7919) % 65_537} crowns`).join(' '),
    )
    const site = await startSite((_request, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(gzipSync(large))
    })
    const answer = await testFetcher().fetch(ask(site.origin, { maxBytes: 10_000_000 }), never)
    expect(Buffer.compare(answer.body, large)).toBe(0)
  })

  it('a gzip bomb is cut at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const site = await startSite((_request, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(bomb)
    })
    const answer = await testFetcher().fetch(ask(site.origin), never)
    expect(answer.body.byteLength).toBe(1_000_000)
    expect(answer.cut).toBe('too-large')
  })

  it('a coding that breaks off gives what came before the break', async () => {
    const wire = gzipSync(Buffer.from(story))
    const site = await startSite((_request, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(wire.subarray(0, wire.byteLength - 10))
    })
    const answer = await testFetcher().fetch(ask(site.origin), never)
    expect(answer.cut).toBe('broken')
    expect(story.startsWith(text(answer.body))).toBe(true)
    expect(answer.body.byteLength).toBeGreaterThan(0)
  })

  it('a body that is not coded as its header says is left as it is, and marked', async () => {
    const site = await startSite((_request, response) => {
      response.setHeader('content-encoding', 'br')
      response.end('plain words')
    })
    const answer = await testFetcher().fetch(ask(site.origin), never)
    expect(text(answer.body)).toBe('plain words')
    expect(answer.cut).toBe('broken')
  })
})

describe('limits', () => {
  it('a body beyond the limit is cut there', async () => {
    const site = await startSite((_request, response) => {
      response.write('x'.repeat(600))
      response.end('x'.repeat(600))
    })
    const answer = await testFetcher().fetch(ask(site.origin, { maxBytes: 1000 }), never)
    expect(answer.body.byteLength).toBe(1000)
    expect(answer.cut).toBe('too-large')
  })

  it('a body that declares to be too large is not taken at all', async () => {
    const site = await startSite((_request, response) => {
      response.writeHead(200, { 'content-length': 5_000_000_000 })
      response.write('x')
    })
    const answer = await testFetcher().fetch(ask(site.origin), never)
    expect(answer).toMatchObject({ status: 200, cut: 'too-large' })
    expect(answer.body.byteLength).toBe(0)
  })

  it('a server that never answers times out', async () => {
    const site = await startSite(() => {})
    await expect(testFetcher().fetch(ask(site.origin, { timeoutMs: 100 }), never)).rejects.toMatchObject({
      code: 'network',
      data: { reason: 'timeout' },
    })
  })

  it('a body that stops coming is cut by the time limit and kept so far', async () => {
    const site = await startSite((_request, response) => response.write('the beginning'))
    const answer = await testFetcher().fetch(ask(site.origin, { timeoutMs: 300 }), never)
    expect(text(answer.body)).toBe('the beginning')
    expect(answer.cut).toBe('timeout')
  })

  it('a wish to stop ends an exchange as cancelled', async () => {
    const stop = new AbortController()
    const site = await startSite(() => stop.abort())
    await expect(testFetcher().fetch(ask(site.origin), stop.signal)).rejects.toMatchObject({
      code: 'cancelled',
    })
    await expect(testFetcher().fetch(ask(site.origin), stop.signal)).rejects.toMatchObject({
      code: 'cancelled',
    })
  })
})

describe('broken answers', () => {
  it('a chunk that is no chunk leaves what came before', async () => {
    const url = await rawServer(
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n',
      false,
    )
    const answer = await testFetcher().fetch(ask(url), never)
    expect(text(answer.body)).toBe('hello')
    expect(answer.cut).toBe('broken')
  })

  it('a connection closed before the declared length leaves what came', async () => {
    const url = await rawServer('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf', true)
    expect(await testFetcher().fetch(ask(url), never)).toMatchObject({ cut: 'broken', wireBytes: 4 })
  })

  it('a body without a length ends with the connection and is whole', async () => {
    const url = await rawServer('HTTP/1.0 200 OK\r\ncontent-type: text/plain\r\n\r\nold style', true)
    const answer = await testFetcher().fetch(ask(url), never)
    expect(text(answer.body)).toBe('old style')
    expect(answer.cut).toBeNull()
  })

  it('something that is not HTTP is refused with the words of the parser', async () => {
    const url = await rawServer('SSH-2.0-OpenSSH_9.2\r\n', true)
    await expect(testFetcher().fetch(ask(url), never)).rejects.toMatchObject({ data: { reason: 'refused' } })
  })
})

describe('facts of an exchange', () => {
  it('header lines come in order and as they were received, repeated ones too', async () => {
    const site = await startSite((_request, response) => {
      response.writeHead(203, 'Rather So', [
        ['X-First', '1'],
        ['Set-Cookie', 'a=1'],
        ['set-cookie', 'b=2'],
        ['Content-Length', '0'],
      ])
      response.end()
    })
    const answer = await testFetcher().fetch(ask(`${site.origin}/a?b=c`), never)
    expect(answer).toMatchObject({
      status: 203,
      statusText: 'Rather So',
      httpVersion: 'HTTP/1.1',
      remoteAddress: '127.0.0.1',
      tls: null,
    })
    expect(answer.remotePort).toBe(site.port)
    expect(answer.headers.slice(0, 3)).toEqual([
      ['X-First', '1'],
      ['Set-Cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
    const sent = site.requests[0]!
    expect(sent.url).toBe('/a?b=c')
    expect(answer.requestHeaders.flat()).toEqual(sent.rawHeaders)
  })

  it('one connection serves exchange after exchange, and only the first has a connect phase', async () => {
    const site = await startSite((_request, response) => response.end('x'))
    const fetcher = testFetcher()
    const first = await fetcher.fetch(ask(site.origin), never)
    const second = await fetcher.fetch(ask(site.origin), never)
    expect(site.connections()).toBe(1)
    expect(first.timings.connect).toBeGreaterThanOrEqual(0)
    expect(second.timings).toMatchObject({ dns: -1, connect: -1, ssl: -1 })
  })

  it('no more connections are made to one host than allowed, and every request is served', async () => {
    const site = await startSite((_request, response) => void setImmediate(() => response.end('x')))
    const fetcher = testFetcher({ connectionsPerOrigin: 3 })
    const all = await Promise.all(Array.from({ length: 20 }, () => fetcher.fetch(ask(site.origin), never)))
    expect(all).toHaveLength(20)
    expect(site.connections()).toBe(3)
  })

  it('an old connection that the server closed is replaced without a failure', async () => {
    const site = await startSite((request, response) => {
      if (site.requests.length === 2) request.socket.destroy()
      else response.end('x')
    })
    const fetcher = testFetcher()
    await fetcher.fetch(ask(site.origin), never)
    expect((await fetcher.fetch(ask(site.origin), never)).status).toBe(200)
    expect(site.requests).toHaveLength(3)
  })

  it('over TLS it speaks HTTP/2 and tells the certificate', async () => {
    const origin = await startSecureSite((request, response) => {
      response.setHeader('set-cookie', ['a=1', 'b=2'])
      response.end(`${request.httpVersion} ${request.url}`)
    })
    const fetcher = testFetcher({ extraRoots: [CERTIFICATE] })
    const answers = await Promise.all(
      ['/1', '/2', '/3'].map(path => fetcher.fetch(ask(origin + path), never)),
    )
    expect(answers.map(answer => text(answer.body))).toEqual(['2.0 /1', '2.0 /2', '2.0 /3'])
    const [answer] = answers
    expect(answer!.httpVersion).toBe('HTTP/2')
    expect(answer!.headers.filter(([name]) => name === 'set-cookie')).toHaveLength(2)
    expect(answer!.headers.some(([name]) => name.startsWith(':'))).toBe(false)
    expect(answer!.tls).toMatchObject({ protocol: 'TLSv1.3', subject: 'CN=stet.test, O=Stet tests' })
    expect(answer!.tls!.fingerprint256).toMatch(/^[0-9a-f]{64}$/)
    expect(answer!.tls!.validTo).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect(answer!.timings.ssl).toBeGreaterThan(0)
  })
})

const failingLookup =
  (code: string): LookupFunction =>
  (_name, _options, done) =>
    done(Object.assign(new Error(code), { code }), [])

describe('connections that cannot be made', () => {
  it('a certificate nobody vouches for is a tls failure', async () => {
    const origin = await startSecureSite((_request, response) => void response.end('x'))
    await expect(testFetcher().fetch(ask(origin), never)).rejects.toMatchObject({
      code: 'network',
      data: { reason: 'tls' },
    })
  })

  it('a closed port is a refusal', async () => {
    await expect(testFetcher().fetch(ask('http://127.0.0.1:1/'), never)).rejects.toMatchObject({
      data: { reason: 'refused' },
    })
  })

  it('a name without an address is a dns failure', async () => {
    const lookup = failingLookup('ENOTFOUND')
    const failure = testFetcher({ lookup }).fetch(ask('http://nowhere.example/'), never)
    await expect(failure).rejects.toMatchObject({
      code: 'network',
      data: { reason: expect.stringMatching(/^(dns|offline)$/) },
    })
  })

  it('a network that is not there is offline', async () => {
    const lookup = failingLookup('ENETUNREACH')
    await expect(testFetcher({ lookup }).fetch(ask('http://far.example/'), never)).rejects.toMatchObject({
      data: { reason: 'offline' },
    })
  })
})
