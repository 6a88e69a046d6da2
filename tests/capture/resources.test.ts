import { describe, expect, it } from 'vitest'
import { fetchResources, type HarEntry } from '../../archive/capture/index.ts'
import { sha256Hex } from '../../archive/model/hash.ts'
import { captureOf, memorySink, pageOf, testDeps } from './support/capture.ts'
import { answers, startSite } from './support/server.ts'

const css = (body: string) => ({ headers: { 'content-type': 'text/css' }, body })
const svg = (body: string) => ({ headers: { 'content-type': 'image/svg+xml' }, body })
const png = (body: string) => ({ headers: { 'content-type': 'image/png' }, body })

function entryOf(entries: readonly HarEntry[], path: string): HarEntry {
  const entry = entries.find(one => new URL(one.request.url).pathname === path)
  if (!entry) throw new Error(`no entry for ${path}`)
  return entry
}

describe('what a page shows', () => {
  it('is fetched through style sheets, their imports and inline styles', async () => {
    const site = await startSite(
      answers({
        '/news/story':
          '<link rel=stylesheet href=/css/a.css><style>@import "/css/i.css";</style><p style="background:url(/in.png)">',
        '/css/a.css': css('@import url(sub/b.css) print;@font-face{src:url(../f.woff2)}'),
        '/css/sub/b.css': css('@import "c.css" layer(x);a{background:url(b.png)}'),
        '/css/sub/c.css': css('a{--x:url("../c.png")}'),
        '/css/i.css': css(''),
        '/css/sub/b.png': png('b'),
        '/css/c.png': png('c'),
        '/f.woff2': 'f',
        '/in.png': png('in'),
      }),
    )
    const { kept, resources } = await captureOf(`${site.origin}/news/story`)
    expect(kept).toEqual([
      '/css/a.css',
      '/css/c.png',
      '/css/i.css',
      '/css/sub/b.css',
      '/css/sub/b.png',
      '/css/sub/c.css',
      '/f.woff2',
      '/in.png',
    ])
    expect(resources.counts).toEqual({ wanted: 8, kept: 8, failed: 0, skipped: 0 })
    expect(entryOf(resources.entries, '/css/sub/c.css')['_initiator']).toBe(`${site.origin}/css/sub/b.css`)
  })

  it('is fetched from frames, frames in frames, inline documents and drawings', async () => {
    const site = await startSite(
      answers({
        '/': '<iframe src=/f/1.html></iframe><iframe srcdoc="<img src=/doc.png>"></iframe><object data=/map.svg></object>',
        '/f/1.html': '<base href="/g/"><iframe src=2.html></iframe>',
        '/g/2.html': '<img src=deep.png>',
        '/g/deep.png': png('deep'),
        '/doc.png': png('doc'),
        '/map.svg': svg(
          '<svg xmlns="http://www.w3.org/2000/svg"><image href="tile.png"/><style>a{fill:url(pattern.png)}</style></svg>',
        ),
        '/tile.png': png('tile'),
        '/pattern.png': png('pattern'),
      }),
    )
    expect((await captureOf(site.origin)).kept).toEqual([
      '/doc.png',
      '/f/1.html',
      '/g/2.html',
      '/g/deep.png',
      '/map.svg',
      '/pattern.png',
      '/tile.png',
    ])
  })

  it('is found by the base of the document, in odd spellings of addresses too', async () => {
    const site = await startSite(
      answers({
        '/a/story':
          '<img src="one.png"><base href="/img/"><img src="naïve picture (1).png"><img src=" \n//HOST/img/three.png?w=1&amp;h=2 ">',
        '/img/one.png': png('1'),
        '/img/na%C3%AFve%20picture%20(1).png': png('2'),
        '/img/three.png?w=1&h=2': png('3'),
      }),
    )
    const origin = site.origin
    const spelled = await startSite((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(
        `<base href="${origin}/img/"><img src="naïve picture (1).png"><img src=" \n${origin.slice(5)}/img/three.png?w=1&amp;h=2 ">`,
      )
    })
    expect((await captureOf(`${site.origin}/a/story`)).kept).toContain('/img/one.png')
    expect((await captureOf(spelled.origin)).kept).toEqual([
      '/img/na%C3%AFve%20picture%20(1).png',
      '/img/three.png?w=1&h=2',
    ])
  })

  it('is stored by the address asked for, with the hash of its bytes', async () => {
    const site = await startSite(
      answers({
        '/': '<img src=/old.png>',
        '/old.png': { status: 301, headers: { location: '/new.png' } },
        '/new.png': png('same bytes'),
      }),
    )
    const { resources } = await captureOf(site.origin)
    const sha256 = sha256Hex('same bytes')
    expect(resources.bodies.get(`${site.origin}/old.png`)).toEqual({
      path: `data/resources/${sha256}`,
      sha256,
      bytes: 10,
      mime: 'image/png',
    })
    expect(entryOf(resources.entries, '/new.png').response.content).toMatchObject({
      _file: `data/resources/${sha256}`,
      _sha256: sha256,
    })
    expect(entryOf(resources.entries, '/old.png').response.redirectURL).toBe(`${site.origin}/new.png`)
  })

  it('is asked for once, however often it is named', async () => {
    const site = await startSite(
      answers({
        '/': '<img src=/a.png><img src=/a.png#x><div data-bg=/a.png style="background:url(/a.png)">',
        '/a.png': png('a'),
      }),
    )
    await captureOf(site.origin)
    expect(site.requests.filter(request => request.url === '/a.png')).toHaveLength(1)
  })

  it('comes with the cookie the page set and the Referer a browser sends', async () => {
    const images = await startSite((request, response) => {
      const ok = request.headers.referer === `${paper.origin}/`
      response.writeHead(ok ? 200 : 403, { 'content-type': 'image/png' }).end('far')
    })
    const paper = await startSite((request, response) => {
      if (request.url === '/story') {
        response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'reader=1; Path=/' })
        return void response.end(`<img src=/near.png><img src="${images.origin}/far.png">`)
      }
      const ok = request.headers.cookie === 'reader=1' && request.headers.referer === `${paper.origin}/story`
      response.writeHead(ok ? 200 : 403, { 'content-type': 'image/png' }).end('near')
    })
    expect((await captureOf(`${paper.origin}/story`)).kept).toEqual(['/far.png', '/near.png'])
  })

  it('comes without a Referer where the page wishes none', async () => {
    const site = await startSite(
      answers({ '/': '<meta name=referrer content=no-referrer><img src=/a.png>', '/a.png': png('a') }),
    )
    await captureOf(site.origin)
    expect(site.requests.at(-1)!.headers.referer).toBeUndefined()
  })

  it('leaves scripts alone unless asked, and never runs them', async () => {
    const table = { '/': '<script src=/a.js></script>', '/a.js': 'fetch("/never")', '/never': 'x' }
    const site = await startSite(answers(table))
    expect((await captureOf(site.origin)).kept).toEqual([])
    expect((await captureOf(site.origin, { scripts: true })).kept).toEqual(['/a.js'])
  })

  it('of a file that is no page is nothing', async () => {
    const site = await startSite(
      answers({ '/': { headers: { 'content-type': 'application/json' }, body: '"<img src=/a.png>"' } }),
    )
    expect((await captureOf(site.origin)).resources.counts.wanted).toBe(0)
  })
})

describe('what is missing', () => {
  it('says why, and the rest is kept', async () => {
    const site = await startSite((request, response) => {
      if (request.url === '/')
        return void response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(
            '<img src=/404.png><img src=/500.png><img src=http://127.0.0.1:1/refused.png><img src=/hang.png><img src=/half.png><img src=/ok.png>',
          )
      if (request.url === '/hang.png') return
      if (request.url === '/half.png')
        return void response.writeHead(200, { 'content-length': 100 }).write('half', () => response.destroy())
      response
        .writeHead(request.url === '/ok.png' ? 200 : Number(request.url!.slice(1, 4)), {
          'content-type': 'image/png',
        })
        .end('x')
    })
    const { kept, resources } = await captureOf(site.origin, { timeoutMs: 300 })
    const { entries } = resources
    expect(kept).toEqual(['/ok.png'])
    expect(resources.counts).toEqual({ wanted: 6, kept: 1, failed: 5, skipped: 0 })
    expect(entryOf(entries, '/404.png').response.status).toBe(404)
    expect(entryOf(entries, '/500.png').response.status).toBe(500)
    expect(entryOf(entries, '/refused.png')['_error']).toMatch(/^refused: /)
    expect(entryOf(entries, '/hang.png')['_error']).toMatch(/^timeout: /)
    expect(entryOf(entries, '/half.png')).toMatchObject({
      _cut: 'broken',
      response: { content: { size: 4, _sha256: sha256Hex('half') } },
    })
  })

  it('by a limit is written down with the limit, and the person is warned once', async () => {
    const pictures = Array.from({ length: 6 }, (_, i) => `<img src=/${i}.png>`).join('')
    const site = await startSite(
      answers({
        '/': pictures,
        ...Object.fromEntries([0, 1, 2, 3, 4, 5].map(i => [`/${i}.png`, png('x'.repeat(100))])),
      }),
    )
    const few = await captureOf(site.origin, { maxResources: 3 })
    expect(few.resources.counts).toEqual({ wanted: 6, kept: 2, failed: 0, skipped: 4 })
    expect(few.resources.warnings.map(warning => warning.code)).toEqual(['resources-too-many'])
    expect(entryOf(few.resources.entries, '/5.png')['_error']).toMatch(/^skipped: /)
    const small = await captureOf(site.origin, { maxBodyBytes: 50 })
    expect(small.resources.counts).toMatchObject({ kept: 0, failed: 6 })
    expect(entryOf(small.resources.entries, '/0.png')['_cut']).toBe('too-large')
    const little = await captureOf(site.origin, { maxTotalBytes: 150 })
    expect(little.resources.counts).toMatchObject({ kept: 1, skipped: 5 })
  })

  it('beyond the depth is left out: frames that hold themselves end', async () => {
    const site = await startSite((request, response) => {
      const n = Number(new URL(request.url!, 'http://x').searchParams.get('n') ?? 0)
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<iframe src="/?n=${n + 1}"></iframe>`)
    })
    const { resources, kept } = await captureOf(site.origin, { maxDepth: 3 })
    expect(kept).toEqual(['/?n=1', '/?n=2', '/?n=3'])
    expect(resources.warnings.map(warning => warning.code)).toEqual(['resources-too-deep'])
  })

  it('redirects in a circle, and is a failure of that file alone', async () => {
    const site = await startSite(
      answers({
        '/': '<img src=/a><img src=/b.png>',
        '/a': { status: 302, headers: { location: '/a' } },
        '/b.png': png('b'),
      }),
    )
    const { kept, resources } = await captureOf(site.origin, { maxRedirects: 3 })
    expect(kept).toEqual(['/b.png'])
    expect(resources.counts.failed).toBe(1)
  })

  it('at the end of the time allowed is left out, and what has arrived stays', async () => {
    const site = await startSite((request, response) => {
      if (request.url === '/')
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<img src=/ok.png>' + Array.from({ length: 9 }, (_, i) => `<img src=/hang${i}.png>`).join(''))
      else if (request.url === '/ok.png') response.writeHead(200, { 'content-type': 'image/png' }).end('ok')
    })
    const { kept, resources } = await captureOf(site.origin, { captureTimeoutMs: 500 })
    expect(kept).toEqual(['/ok.png'])
    expect(resources.counts.failed + resources.counts.skipped).toBe(9)
    expect(resources.warnings.map(warning => warning.code)).toEqual(['resources-too-late'])
  })
})

describe('what ends the fetching', () => {
  it('a wish to stop does, as cancelled', async () => {
    const wish = new AbortController()
    const site = await startSite((request, response) => {
      if (request.url === '/')
        response.writeHead(200, { 'content-type': 'text/html' }).end('<img src=/a.png><img src=/b.png>')
      else wish.abort()
    })
    const failure = captureOf(site.origin, {}, { ...testDeps(), signal: wish.signal })
    await expect(failure).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('a sink that fails does, with its own error', async () => {
    const site = await startSite(
      answers({ '/': '<img src=/a.png><img src=/b.png>', '/a.png': png('a'), '/b.png': png('b') }),
    )
    const fetched = await pageOf(site.origin)
    const sink = { ...memorySink(), put: () => Promise.reject(new Error('disk full')) }
    await expect(fetchResources(fetched, {}, { ...testDeps(), sink })).rejects.toThrow('disk full')
  })
})
