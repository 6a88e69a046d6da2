import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { attemptReasonOf, fetchPage } from '../../archive/capture/index.ts'
import { pageOf, testDeps } from './support/capture.ts'
import { answers, startSite } from './support/server.ts'

const STORY = '<!doctype html><html><title>Ferry</title><p>The ferry runs again.</p></html>'

describe('a page', () => {
  it('comes with its bytes, its words and the facts of its answer', async () => {
    const body = Buffer.from('<html><p>caf\xe9</p></html>', 'latin1')
    const site = await startSite(
      answers({
        '/story': {
          headers: {
            'content-type': 'Text/HTML; Charset=ISO-8859-1',
            etag: '"v1"',
            'last-modified': 'Fri, 31 May 2024 08:00:00 GMT',
          },
          body,
        },
      }),
    )
    const { page, warnings } = await pageOf(`${site.origin}/story#top`)
    expect(page.html).toBe('<html><p>café</p></html>')
    expect(Buffer.compare(page.bytes, body)).toBe(0)
    expect(page).toMatchObject({
      requestedUrl: `${site.origin}/story#top`,
      redirects: [],
      mime: 'text/html',
      http: {
        status: 200,
        charset: 'windows-1252',
        charsetFrom: 'http',
        etag: '"v1"',
        remoteAddress: '127.0.0.1',
      },
    })
    expect(warnings).toEqual([])
  })

  it('with an error status is an answer, not a failure', async () => {
    const site = await startSite(answers({}))
    expect((await pageOf(`${site.origin}/gone`)).page.http?.status).toBe(404)
  })

  it('is asked for as a browser asks, by a name that says who asks', async () => {
    const site = await startSite(answers({ '/': STORY }))
    await pageOf(site.origin)
    const sent = site.requests[0]!.headers
    expect(sent['user-agent']).toContain('Stet/')
    expect(sent.accept).toContain('text/html')
    expect(sent['accept-encoding']).toBe('gzip, deflate, br, zstd')
    expect(sent['accept-language']).toContain('en')
    expect(sent.referer).toBeUndefined()
  })

  it('beyond the limit is no capture', async () => {
    const site = await startSite(
      answers({
        '/': 'x'.repeat(2000),
        '/bomb': { headers: { 'content-encoding': 'gzip' }, body: gzipSync('x'.repeat(1e6)) },
      }),
    )
    for (const path of ['/', '/bomb']) {
      const failure = await pageOf(site.origin + path, { maxPageBytes: 1000 }).catch(
        (error: unknown) => error,
      )
      expect(failure).toMatchObject({ code: 'too-large' })
      expect(attemptReasonOf(failure)).toBe('too-large')
    }
  })

  it('that breaks off in the middle is no capture, and one that breaks off behind its end is kept with a warning', async () => {
    const site = await startSite((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': 10_000 })
      response.write(request.url === '/whole' ? STORY : STORY.slice(0, 40), () => response.destroy())
    })
    await expect(pageOf(site.origin)).rejects.toMatchObject({ code: 'network', data: { reason: 'refused' } })
    const { page, warnings } = await pageOf(`${site.origin}/whole`)
    expect(page.html).toBe(STORY)
    expect(warnings.map(warning => warning.code)).toEqual(['page-broke-off'])
  })

  it('that is a file of another kind is told by its first bytes', async () => {
    const site = await startSite(
      answers({
        '/pdf': { body: '%PDF-1.7 and so on' },
        '/unknown': { headers: { 'content-type': 'application/octet-stream' }, body: STORY },
        '/text': { headers: { 'content-type': 'text/plain' }, body: 'Only words.' },
        '/xhtml': {
          headers: { 'content-type': 'application/xml' },
          body: '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>',
        },
      }),
    )
    const mimes = await Promise.all(
      ['/pdf', '/unknown', '/text', '/xhtml'].map(async path => (await pageOf(site.origin + path)).page.mime),
    )
    expect(mimes).toEqual(['application/pdf', 'text/html', 'text/plain', 'application/xhtml+xml'])
  })
})

describe('redirects', () => {
  it('are followed and written down hop by hop', async () => {
    const site = await startSite(
      answers({
        '/r1': { status: 307, headers: { location: 'r2?x=1' } },
        '/r2?x=1': { status: 308, headers: { location: '/story' } },
        '/story': STORY,
      }),
    )
    const { page, entries } = await pageOf(`${site.origin}/r1#part`)
    expect(page.finalUrl).toBe(`${site.origin}/story#part`)
    expect(page.redirects).toEqual([
      { from: `${site.origin}/r1#part`, to: `${site.origin}/r2?x=1#part`, status: 307, via: 'http' },
      { from: `${site.origin}/r2?x=1#part`, to: `${site.origin}/story#part`, status: 308, via: 'http' },
    ])
    expect(entries.map(entry => entry.response.status)).toEqual([307, 308, 200])
    expect(entries.map(entry => entry.response.content['_file'])).toEqual([
      undefined,
      undefined,
      'data/page.html',
    ])
  })

  it('to addresses in UTF-8 go where they are meant to', async () => {
    const site = await startSite((request, response) => {
      if (request.url === '/go')
        response.writeHead(301, { location: Buffer.from('/übersicht').toString('latin1') })
      response.end(request.url)
    })
    expect((await pageOf(`${site.origin}/go`)).page.html).toBe('/%C3%BCbersicht')
  })

  it('in a circle end with a clear refusal', async () => {
    const site = await startSite(
      answers({
        '/a': { status: 302, headers: { location: '/b' } },
        '/b': { status: 302, headers: { location: '/a' } },
      }),
    )
    const failure = await pageOf(`${site.origin}/a`).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      code: 'network',
      message: expect.stringContaining('circle'),
      data: { reason: 'refused' },
    })
    expect(site.requests).toHaveLength(2)
  })

  it('without end are bounded', async () => {
    const site = await startSite((request, response) => {
      response.writeHead(302, { location: `/${Number(request.url!.slice(1)) + 1}` }).end()
    })
    const failure = pageOf(`${site.origin}/1`, { maxRedirects: 5 })
    await expect(failure).rejects.toMatchObject({
      message: expect.stringContaining('more than 5 redirects'),
      data: { reason: 'refused' },
    })
    expect(site.requests).toHaveLength(6)
  })

  it('to the same address after setting a cookie are no circle', async () => {
    const site = await startSite((request, response) => {
      if (request.headers.cookie === 'seen=1')
        response.writeHead(200, { 'content-type': 'text/html' }).end(STORY)
      else response.writeHead(302, { location: request.url, 'set-cookie': 'seen=1; Path=/' }).end()
    })
    expect((await pageOf(`${site.origin}/story`)).page.html).toBe(STORY)
  })

  it('to something that is no web page are refused', async () => {
    const site = await startSite(
      answers({ '/': { status: 302, headers: { location: 'intent://open#app' } } }),
    )
    await expect(pageOf(site.origin)).rejects.toMatchObject({
      data: { reason: 'refused', redirects: [{ to: 'intent://open#app' }] },
    })
  })
})

/** A page that may lead on, and the one it may lead to. */
const twoPages = (first: string, headers: Record<string, string> = {}) =>
  startSite(answers({ '/first': { headers, body: first }, '/next': STORY }))

describe('meta refresh', () => {
  it.each([
    '<meta http-equiv="refresh" content="0; url=/next">',
    '<META HTTP-EQUIV=Refresh CONTENT=\'1;URL="/next"\'>',
    '<meta content="0,/next" http-equiv="refresh">',
  ])('%s is followed', async markup => {
    const { origin } = await twoPages(markup)
    const { page } = await pageOf(`${origin}/first`)
    expect(page.finalUrl).toBe(`${origin}/next`)
    expect(page.redirects).toEqual([
      { from: `${origin}/first`, to: `${origin}/next`, status: 0, via: 'meta-refresh' },
    ])
  })

  it('in a header is followed as well', async () => {
    const { origin } = await twoPages('<p>wait', { refresh: '0; url=/next' })
    expect((await pageOf(`${origin}/first`)).page.finalUrl).toBe(`${origin}/next`)
  })

  it.each([
    ['a reload', '<meta http-equiv="refresh" content="0">'],
    ['a reload of the same address', '<meta http-equiv="refresh" content="0;url=/first#x">'],
    ['a long delay', '<meta http-equiv="refresh" content="300;url=/next">'],
    [
      'one for readers without script',
      '<noscript><meta http-equiv="refresh" content="0;url=/next"></noscript>',
    ],
    ['one in a comment', '<!-- <meta http-equiv="refresh" content="0;url=/next"> -->'],
    ['one in a script', '<script>x = \'<meta http-equiv="refresh" content="0;url=/next">\'</script>'],
    ['one to a script address', '<meta http-equiv="refresh" content="0;url=javascript:go()">'],
  ])('%s is not followed', async (_what, markup) => {
    const { origin } = await twoPages(markup)
    expect((await pageOf(`${origin}/first`)).page.finalUrl).toBe(`${origin}/first`)
  })
})

describe('Retry-After', () => {
  it('is waited for, and every answer is written down', async () => {
    const site = await startSite((_request, response) => {
      if (site.requests.length < 3) response.writeHead(503, { 'retry-after': '0' }).end('busy')
      else response.writeHead(200, { 'content-type': 'text/html' }).end(STORY)
    })
    const { page, entries } = await pageOf(site.origin)
    expect(page.http?.status).toBe(200)
    expect(entries.map(entry => entry.response.status)).toEqual([503, 503, 200])
  })

  it('beyond what is bearable is not waited for, nor asked more often than allowed', async () => {
    const patient = await startSite(
      (_request, response) => void response.writeHead(429, { 'retry-after': '0' }).end(),
    )
    expect((await pageOf(patient.origin, { maxRetries: 2 })).page.http?.status).toBe(429)
    expect(patient.requests).toHaveLength(3)
    const slow = await startSite(
      (_request, response) => void response.writeHead(503, { 'retry-after': '86400' }).end(),
    )
    expect((await pageOf(slow.origin)).page.http?.status).toBe(503)
    expect(slow.requests).toHaveLength(1)
  })
})

describe('addresses that cannot be captured', () => {
  it.each([
    'not an address',
    'ftp://example.org/x',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://user:pw@example.org/',
    '',
  ])('"%s" is refused in words', async url => {
    await expect(fetchPage(url, {}, testDeps())).rejects.toMatchObject({ code: 'invalid-url' })
  })

  it('a failed fetch has a reason for the log, and other failures have none', async () => {
    const closed = await pageOf('http://127.0.0.1:1/').catch((error: unknown) => error)
    expect(attemptReasonOf(closed)).toBe('refused')
    const inside = await pageOf('http://127.0.0.1:1/', { allowPrivate: false }).catch(
      (error: unknown) => error,
    )
    expect(attemptReasonOf(inside)).toBe('refused')
    const hanging = await startSite(() => {})
    const late = await pageOf(hanging.origin, { timeoutMs: 50 }).catch((error: unknown) => error)
    expect(attemptReasonOf(late)).toBe('timeout')
    const stopped = await fetchPage(
      hanging.origin,
      { allowPrivate: true },
      { ...testDeps(), signal: AbortSignal.abort() },
    ).catch((error: unknown) => error)
    expect(stopped).toMatchObject({ code: 'cancelled' })
    expect(attemptReasonOf(stopped)).toBeNull()
    expect(attemptReasonOf(new Error('disk'))).toBeNull()
  })

  it('the time for the whole capture ends it, however patient each request is', async () => {
    const hanging = await startSite(() => {})
    await expect(pageOf(hanging.origin, { captureTimeoutMs: 50 })).rejects.toMatchObject({
      data: { reason: 'timeout' },
    })
  })
})
