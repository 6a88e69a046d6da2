import { constants, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { answers, startSite } from '../support/server.ts'
import { page, PNG, reach, sharedBrowser } from './support.ts'

const source = await sharedBrowser()

/** The next capture is fine, whatever the one before it did. */
async function expectTheNextIsFine(): Promise<void> {
  const site = await startSite(
    answers({ '/': page('<p id="p"></p><script>p.textContent = "well"</script>') }),
  )
  const { dom } = await reach(source, `${site.origin}/`)
  expect(dom).toContain('<p id="p">well</p>')
}

const codes = ({ warnings }: { warnings: readonly { code: string }[] }): readonly string[] =>
  warnings.map(warning => warning.code)

describe('a script that never comes to an end is stopped, and the page kept:', () => {
  const scripts: Readonly<Record<string, string>> = {
    'a loop while the page is read': 'for (;;);',
    'a loop later on': 'setTimeout(() => { for (;;); }, 30)',
    'a loop again and again': 'setInterval(() => { for (;;); }, 10)',
    'promises without end': '(function next() { Promise.resolve().then(next) })()',
    'questions without end': 'for (;;) alert(1)',
    'an expression that takes for ever': '/^(a+)+$/.test("a".repeat(50) + "b")',
  }
  for (const [what, script] of Object.entries(scripts)) {
    test.concurrent(what, async () => {
      const site = await startSite(answers({ '/': page(`<script>${script}</script><p>The last line.</p>`) }))
      const reached = await reach(source, `${site.origin}/`)
      expect(reached.dom).toContain('The last line.')
      expect(codes(reached)).toEqual(['scripts-stopped'])
    })
  }

  test.concurrent('one that waits for an answer that never comes', async () => {
    const handler = answers({
      '/': page(
        `<script>const x = new XMLHttpRequest(); x.open('GET', '/never', false); x.send()</script><p>The last line.</p>`,
      ),
    })
    const site = await startSite((request, response) => {
      if (request.url !== '/never') handler(request, response)
    })
    const reached = await reach(source, `${site.origin}/`)
    expect(reached.dom).toContain('The last line.')
  })

  test.concurrent('one in a frame of another site', async () => {
    const other = await startSite(answers({ '/': '<p>Frame</p><script>for (;;);</script>' }), '127.0.0.2')
    const site = await startSite(
      answers({ '/': page(`<iframe src="${other.origin}/"></iframe><p>The last line.</p>`) }),
    )
    const reached = await reach(source, `${site.origin}/`)
    expect(reached.dom).toContain('The last line.')
    expect(reached.stored.size).toBeGreaterThan(0)
  })

  test('and the next capture is fine', expectTheNextIsFine)
})

describe('what a page does to hold its reader', () => {
  const pages: Readonly<Record<string, string>> = {
    'changes without end': 'setInterval(() => { document.body.append(document.createElement("hr")) }, 1)',
    'addresses without end': 'setInterval(() => history.pushState(1, "", "/" + Math.random()), 1)',
    'questions at every turn':
      'addEventListener("beforeunload", e => e.preventDefault()); for (let i = 0; i < 50; i++) { alert(i); confirm(i); prompt(i) }',
    printing: 'print(); print()',
    'windows by the hundred': 'for (let i = 0; i < 200; i++) open("/window" + i)',
    'closing itself': 'close()',
    'leaving for an empty page': 'setTimeout(() => { location = "about:blank" }, 300)',
  }
  for (const [what, script] of Object.entries(pages)) {
    test.concurrent(`does not hold a capture: ${what}`, async () => {
      const site = await startSite(answers({ '/': page(`<p>The last line.</p><script>${script}</script>`) }))
      const { files, requests } = { ...(await reach(source, `${site.origin}/`)), requests: site.requests }
      expect(Buffer.from(files['data/page.html']!).toString()).toContain('The last line.')
      expect(requests.filter(request => request.url?.startsWith('/window')).length).toBeLessThan(20)
    })
  }

  test.concurrent('a page that goes on to another for ever is kept where it was stopped', async () => {
    let count = 0
    const site = await startSite((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(
        page(`<p>Document ${++count}</p><script>setTimeout(() => { location = '/${count}' }, 5)</script>`),
      )
    })
    const reached = await reach(source, `${site.origin}/`)
    expect(reached.dom).toMatch(/Document \d+/)
    expect(reached.page.redirects.length).toBeLessThan(12)
  })

  test.concurrent('redirects in a circle are an attempt', async () => {
    const site = await startSite((_request, response) =>
      response.writeHead(302, { location: '/again' }).end(),
    )
    const asked = reach(source, `${site.origin}/`)
    await expect(asked).rejects.toMatchObject({ code: 'network', data: { reason: 'refused' } })
  })

  test.concurrent('a question for a name and a password is not answered', async () => {
    const handler = answers({
      '/': page('<img src="/private.png"><p>The last line.</p>'),
      '/private.png': { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' }, body: 'no' },
      '/private': {
        status: 401,
        headers: { 'www-authenticate': 'Basic realm="x"' },
        body: page('Members only.'),
      },
    })
    const site = await startSite(handler)
    const [shown, hidden] = await Promise.all(
      ['/', '/private'].map(path => reach(source, site.origin + path)),
    )
    expect(shown!.dom).toContain('The last line.')
    expect(hidden!.page.http?.status).toBe(401)
  })

  test('and the next capture is fine', expectTheNextIsFine)
})

describe('an answer that is no page to show', () => {
  test('a file that is handed out as one to save is kept as received', async () => {
    const site = await startSite(
      answers({
        '/': { headers: { 'content-disposition': 'attachment; filename="a.html"' }, body: page('') },
      }),
    )
    const { files, dom } = await reach(source, `${site.origin}/`)
    expect(Buffer.from(files['data/page.html']!).toString()).toContain('evening tide')
    expect(dom).toBe('')
  })

  test('nothing at all is an answer', async () => {
    const site = await startSite(answers({ '/': { status: 204 } }))
    const { page: captured } = await reach(source, `${site.origin}/`)
    expect(captured.http?.status).toBe(204)
    expect(captured.bytes).toHaveLength(0)
  })

  test('a download beside the page leaves the page as it is', async () => {
    const site = await startSite(
      answers({
        '/': page(
          '<iframe src="/file.zip"></iframe><a id="a" href="/other.zip" download>x</a><script>a.click()</script>',
        ),
        '/file.zip': { headers: { 'content-type': 'application/zip' }, body: 'PK' },
        '/other.zip': { headers: { 'content-type': 'application/zip' }, body: 'PK' },
      }),
    )
    expect((await reach(source, `${site.origin}/`)).dom).toContain('evening tide')
  })
})

describe('an answer that does not end', () => {
  test.concurrent('is kept where the end of the page had arrived', async () => {
    const site = await startSite((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.write(page('<p>The last line.</p>'))
    })
    const reached = await reach(source, `${site.origin}/`)
    expect(reached.dom).toContain('The last line.')
    expect(codes(reached)).toContain('page-broke-off')
  })

  test.concurrent('is an attempt where it had not', async () => {
    const site = await startSite((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.write('<p>The first line.</p>')
    })
    const asked = reach(source, `${site.origin}/`)
    await expect(asked).rejects.toMatchObject({ code: 'network', data: { reason: 'timeout' } })
  })

  test.concurrent('does not keep a page from being kept where it is one of its files', async () => {
    const handler = answers({
      '/': page('<img src="/slow.png"><img src="/a.png"><p>The last line.</p>'),
      '/a.png': { headers: { 'content-type': 'image/png' }, body: PNG },
    })
    const site = await startSite((request, response) => {
      if (request.url !== '/slow.png') return handler(request, response)
      response.writeHead(200, { 'content-type': 'image/png' }).write(PNG.subarray(0, 20))
    })
    const reached = await reach(source, `${site.origin}/`)
    expect(reached.dom).toContain('The last line.')
    expect((await reached.resources()).counts).toMatchObject({ kept: 1, failed: 1 })
  })
})

describe('an answer that is too much', () => {
  test('a page of five megabytes is kept whole', async () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, i) => `<p>Line ${i} of a very long report on the ferries of the coast, with all departures.</p>`,
    )
    const site = await startSite(answers({ '/': page(rows.join('')) }))
    const reached = await reach(source, `${site.origin}/`, {}, { maxScreenshotPixels: 12_000_000 })
    expect(reached.dom).toContain('Line 39999 of')
    expect(codes(reached)).toEqual([])
  })

  test('a page that unfolds to more than the limit is an attempt', async () => {
    const body = gzipSync(Buffer.alloc(40 * 1024 * 1024, 'a'))
    const site = await startSite(answers({ '/': { headers: { 'content-encoding': 'gzip' }, body } }))
    await expect(reach(source, `${site.origin}/`)).rejects.toMatchObject({ code: 'too-large' })
  })

  test('a picture that unfolds to more than a browser can hold is left out', async () => {
    const bomb = await brotliOf(3_000)
    const site = await startSite(
      answers({
        '/': page('<img src="/bomb.png"><p>The last line.</p>'),
        '/bomb.png': { headers: { 'content-type': 'image/png', 'content-encoding': 'br' }, body: bomb },
      }),
    )
    const reached = await reach(source, `${site.origin}/`)
    expect(reached.dom).toContain('The last line.')
    expect((await reached.resources()).counts).toMatchObject({ skipped: 1 })
    await expectTheNextIsFine()
  })
})

/** So many megabytes of nothing, as Brotli makes them small. */
async function brotliOf(megabytes: number): Promise<Uint8Array> {
  const { createBrotliCompress } = await import('node:zlib')
  const { Readable } = await import('node:stream')
  const piece = Buffer.alloc(1024 * 1024)
  const zeros = Readable.from(
    (function* () {
      for (let i = 0; i < megabytes; i++) yield piece
    })(),
  )
  const out: Buffer[] = []
  for await (const part of zeros.pipe(
    createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  ))
    out.push(part as Buffer)
  return Buffer.concat(out)
}
