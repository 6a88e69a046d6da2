import { describe, expect, it } from 'vitest'
import { harOf, type Har } from '../../archive/capture/index.ts'
import { captureOf } from './support/capture.ts'
import { answers, startSite } from './support/server.ts'

async function harOfSite(): Promise<Har> {
  const site = await startSite(
    answers({
      '/go?a=1&b=%20x': {
        status: 302,
        headers: { location: '/story', 'set-cookie': ['reader=a=b; Path=/', 'second=2; Path=/'] },
      },
      '/story': '<img src=/a.png><img src=/missing.png><img src=http://127.0.0.1:1/x.png>',
      '/a.png': { headers: { 'content-type': 'image/png' }, body: 'picture' },
    }),
  )
  const { fetched, resources } = await captureOf(`${site.origin}/go?a=1&b=%20x`)
  return harOf({
    startedAt: fetched.page.capturedAt,
    title: 'A story',
    creator: { name: 'stet', version: '0.1.0' },
    entries: [...resources.entries, ...fetched.entries],
  })
}

describe('network.har', () => {
  it('holds what HAR 1.2 asks of every entry', async () => {
    const { log } = await harOfSite()
    expect(log.version).toBe('1.2')
    expect(log.creator).toEqual({ name: 'stet', version: '0.1.0' })
    expect(log.pages[0]).toMatchObject({
      id: expect.any(String),
      title: 'A story',
      pageTimings: { onContentLoad: -1, onLoad: -1 },
    })
    for (const entry of log.entries) {
      expect(entry.pageref).toBe(log.pages[0]!.id)
      expect(entry.startedDateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      expect(entry.request).toMatchObject({ method: 'GET', headersSize: -1, bodySize: 0 })
      for (const list of [
        entry.request.cookies,
        entry.request.headers,
        entry.request.queryString,
        entry.response.cookies,
        entry.response.headers,
      ]) {
        for (const { comment = '', ...pair } of list) {
          expect({ ...pair, comment }).toEqual({
            name: expect.any(String),
            value: expect.any(String),
            comment: expect.any(String),
          })
        }
      }
      expect(entry.response.status).toEqual(expect.any(Number))
      expect(entry.response.content).toMatchObject({ size: expect.any(Number), mimeType: expect.any(String) })
      expect(entry.cache).toEqual({})
      const { blocked, dns, connect, send, wait, receive } = entry.timings
      const sum = [blocked, dns, connect, send, wait, receive].reduce(
        (total, ms) => total + Math.max(ms, 0),
        0,
      )
      expect(entry.time).toBeCloseTo(sum, 2)
      for (const ms of [send, wait, receive]) expect(ms).toBeGreaterThanOrEqual(0)
    }
    expect(structuredClone(log)).toEqual(log)
  })

  it('lists entries in the order they began, the page first', async () => {
    const { log } = await harOfSite()
    const times = log.entries.map(entry => entry.startedDateTime)
    expect(times).toEqual(times.toSorted())
    expect(log.entries[0]!.request.queryString).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: ' x' },
    ])
    expect(log.entries[0]!.response.redirectURL).toMatch(/\/story$/)
  })

  it('names cookies as sent and received, without their values', async () => {
    const { log } = await harOfSite()
    const leftOut = { value: '[left out by Stet]', comment: expect.stringContaining('not kept') }
    const both = [
      { name: 'reader', ...leftOut },
      { name: 'second', ...leftOut },
    ]
    expect(log.entries[0]!.response.cookies).toEqual(both)
    expect(log.entries[1]!.request.cookies).toEqual(both)
    expect(log.entries[1]!.request.headers).toContainEqual({ name: 'cookie', ...leftOut })
    expect(JSON.stringify(log)).not.toContain('a=b')
  })

  it('says which address was connected to', async () => {
    const { log } = await harOfSite()
    expect(log.entries[1]).toMatchObject({
      serverIPAddress: '127.0.0.1',
      connection: expect.stringMatching(/^\d+$/),
      _initiator: null,
    })
  })

  it('refers to bodies instead of holding them, and says what went wrong', async () => {
    const { log } = await harOfSite()
    const byPath = new Map(log.entries.map(entry => [new URL(entry.request.url).pathname, entry]))
    expect(byPath.get('/story')!.response.content).toMatchObject({
      _file: 'data/page.html',
      _sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(byPath.get('/a.png')!.response.content).toMatchObject({
      size: 7,
      mimeType: 'image/png',
      _file: expect.stringMatching(/^data\/resources\//),
    })
    expect(byPath.get('/missing.png')!.response).toMatchObject({ status: 404 })
    expect(byPath.get('/x.png')).toMatchObject({
      response: { status: 0 },
      _error: expect.stringMatching(/^refused: /),
      _resourceType: 'image',
    })
    expect(JSON.stringify(log)).not.toContain('"text"')
  })
})
