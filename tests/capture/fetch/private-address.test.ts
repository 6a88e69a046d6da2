import type { LookupFunction } from 'node:net'
import { describe, expect, it } from 'vitest'
import { CAPTURE_DEFAULTS, fetchPage } from '../../../archive/capture/index.ts'
import { captureOf, testDeps, testFetcher } from '../support/capture.ts'
import { answers, startSite } from '../support/server.ts'

const never = new AbortController().signal

/** A resolver under the test's control: each lookup of a name takes the next of its answers, the last one for good. */
function resolver(table: Record<string, string[][]>): LookupFunction {
  return (name, options, done) => {
    const steps = table[name] ?? [[]]
    const addresses = steps.length > 1 ? steps.shift()! : steps[0]!
    const all = addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }))
    if (all.length === 0) done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), [])
    else if (options.all) done(null, all)
    else done(null, all[0]!.address, all[0]!.family)
  }
}

function request(url: string, allowPrivate: boolean) {
  return { url, headers: [], allowPrivate, maxBytes: 1000, timeoutMs: 5000 }
}

describe('addresses inside the house', () => {
  it.each([
    'http://127.0.0.1:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://0x7f.1:PORT/',
    'http://2130706433:PORT/',
    'http://localhost:PORT/',
  ])('%s is refused before anything is sent', async template => {
    const site = await startSite(answers({ '/': 'secret' }))
    const failure = testFetcher().fetch(request(template.replace('PORT', String(site.port)), false), never)
    await expect(failure).rejects.toMatchObject({ code: 'private-address' })
    expect(site.requests).toHaveLength(0)
  })

  it('a public-looking name that leads inside is refused', async () => {
    const site = await startSite(answers({ '/': 'secret' }))
    const lookup = resolver({ 'news.example': [['127.0.0.1']], 'six.example': [['::ffff:127.0.0.1']] })
    const fetcher = testFetcher({ lookup })
    for (const host of ['news.example', 'six.example']) {
      await expect(
        fetcher.fetch(request(`http://${host}:${site.port}/`, false), never),
      ).rejects.toMatchObject({
        code: 'private-address',
      })
    }
    expect(site.connections()).toBe(0)
  })

  it('a name that turns from a public address to a private one between lookups is refused at the second', async () => {
    const site = await startSite(answers({ '/': 'secret' }))
    // Nobody answers at the first address (a retired relay range): only its being public matters here.
    const lookup = resolver({ 'turn.example': [['192.88.98.1'], ['127.0.0.1']] })
    const fetcher = testFetcher({ lookup, connectTimeoutMs: 50 })
    const url = `http://turn.example:${site.port}/`
    await expect(fetcher.fetch(request(url, false), never)).rejects.toMatchObject({ code: 'network' })
    await expect(fetcher.fetch(request(url, false), never)).rejects.toMatchObject({ code: 'private-address' })
    expect(site.connections()).toBe(0)
  })

  it('a connection made with permission does not serve a request without it', async () => {
    const site = await startSite(answers({ '/': 'inside' }))
    const fetcher = testFetcher({ lookup: resolver({ 'house.example': [['127.0.0.1']] }) })
    const url = `http://house.example:${site.port}/`
    expect((await fetcher.fetch(request(url, true), never)).status).toBe(200)
    await expect(fetcher.fetch(request(url, false), never)).rejects.toMatchObject({ code: 'private-address' })
    expect(site.requests).toHaveLength(1)
  })
})

describe('who may name a private address', () => {
  it('the person who types it may, and the page may ask for more of the same host', async () => {
    const site = await startSite(answers({ '/story': '<img src="/a.png">', '/a.png': 'png' }))
    const capture = await captureOf(`${site.origin}/story`, { allowPrivate: false, typed: true })
    expect(capture.kept).toEqual(['/a.png'])
  })

  it('a list may not', async () => {
    const site = await startSite(answers({ '/story': 'x' }))
    await expect(fetchPage(`${site.origin}/story`, {}, testDeps())).rejects.toMatchObject({
      code: 'private-address',
    })
    expect(CAPTURE_DEFAULTS.typed).toBe(false)
  })

  it('a typed name that looks public and leads inside may not', async () => {
    const site = await startSite(answers({ '/': 'x' }))
    const deps = testDeps({ lookup: resolver({ 'news.example': [['10.0.0.1']] }) })
    await expect(fetchPage(`http://news.example:${site.port}/`, { typed: true }, deps)).rejects.toMatchObject(
      {
        code: 'private-address',
      },
    )
  })

  it('a redirect may not, and its hops are told', async () => {
    const inner = await startSite(answers({ '/admin': 'secret' }))
    const outer = await startSite(
      answers({ '/go': { status: 302, headers: { location: `${inner.origin}/admin` } } }),
    )
    const failure = fetchPage(`${outer.origin}/go`, { typed: true }, testDeps())
    await expect(failure).rejects.toMatchObject({
      code: 'private-address',
      data: { redirects: [{ status: 302 }] },
    })
    expect(inner.requests).toHaveLength(0)
  })

  it('a page may not, by its pictures, its style sheets or their redirects', async () => {
    const inner = await startSite(answers({ '/x': 'secret' }))
    const outer = await startSite(
      answers({
        '/': `<link rel=stylesheet href=s.css><img src="${inner.origin}/x"><img src="/hop">`,
        '/hop': { status: 301, headers: { location: `${inner.origin}/x?hop` } },
        '/s.css': {
          headers: { 'content-type': 'text/css' },
          body: `a{background:url(${inner.origin}/x?css)}`,
        },
      }),
    )
    const { resources, kept } = await captureOf(outer.origin, { allowPrivate: false, typed: true })
    expect(inner.requests).toHaveLength(0)
    expect(kept).toEqual(['/s.css'])
    const refused = resources.entries.filter(entry => entry['_error']?.startsWith('private-address'))
    expect(refused.map(entry => new URL(entry.request.url).search).toSorted()).toEqual(['', '?css', '?hop'])
  })
})
