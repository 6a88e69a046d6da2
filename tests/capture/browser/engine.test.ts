/* oxlint-disable no-underscore-dangle -- fields of ours in a HAR begin so (HAR 1.2) */
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../archive/model/hash.ts'
import { answers, startSecureSite, startSite } from '../support/server.ts'
import { page, PNG, reach, sharedBrowser } from './support.ts'

const source = await sharedBrowser()

describe('what is kept of a page', () => {
  test('is what was received, byte for byte, and what scripts made of it', async () => {
    const html = page('<p id="later"></p><script>later.textContent = "Written by a script"</script>')
    const latin = Buffer.from(html.replace('utf-8', 'windows-1252').replace('quay', 'qu\u00e9'), 'latin1')
    const site = await startSite((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(latin)
    })
    const { files, dom, page: captured } = await reach(source, `${site.origin}/`)
    expect(Buffer.from(files['data/page.html']!).equals(latin)).toBe(true)
    expect(captured.http).toMatchObject({ status: 200, charset: 'windows-1252', remoteAddress: '127.0.0.1' })
    expect(dom).toContain('<p id="later">Written by a script</p>')
    expect(dom).toContain('the qu\u00e9 at six')
    expect(dom.startsWith('\uFEFF')).toBe(true)
  })

  test('holds shadow roots, closed ones too, with the styles that only scripts know', async () => {
    const site = await startSite(
      answers({
        '/': page(`<x-open></x-open><x-closed></x-closed><style id="s"></style><script>
          const sheet = new CSSStyleSheet(); sheet.replaceSync('b { color: rgb(1, 2, 3) }')
          for (const [name, mode] of [['x-open', 'open'], ['x-closed', 'closed']]) customElements.define(name, class extends HTMLElement {
            connectedCallback() { const root = this.attachShadow({ mode }); root.innerHTML = '<b>inside ' + mode + '</b>'; root.adoptedStyleSheets = [sheet]
              document.title = mode + ' ' + (this.shadowRoot === null) } })
          s.sheet.insertRule('.made { color: rgb(4, 5, 6) }')
          const whole = new CSSStyleSheet(); whole.replaceSync('.whole { color: rgb(7, 8, 9) }'); document.adoptedStyleSheets = [whole]
        </script>`),
      }),
    )
    const { dom, seen } = await reach(source, `${site.origin}/`)
    for (const mode of ['open', 'closed']) {
      expect(dom).toContain(`<template shadowrootmode="open"><b>inside ${mode}</b><style`)
      expect(seen).toContain(`inside ${mode}`)
    }
    for (const rule of ['rgb(1, 2, 3)', 'rgb(4, 5, 6)', 'rgb(7, 8, 9)']) expect(dom).toContain(rule)
    // The page itself must not notice: to its scripts the closed root stays closed.
    expect(dom).toContain('<title>closed true</title>')
  })

  test('holds drawings and blobs as files, and nothing that was typed', async () => {
    const site = await startSite(
      answers({
        '/': page(`<canvas id="c" width="40" height="20"></canvas><img id="i"><input id="f"><script>
          c.getContext('2d').fillRect(0, 0, 30, 10)
          i.src = URL.createObjectURL(new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'], { type: 'image/svg+xml' }))
          f.value = ['my', 'secret'].join(' ')
        </script>`),
      }),
    )
    const { dom, stored, resources } = await reach(source, `${site.origin}/`)
    const names = Array.from(dom.matchAll(/src="urn:sha256:([0-9a-f]{64})"/g), match => match[1]!)
    expect(names).toHaveLength(2)
    expect(names.every(name => stored.has(name))).toBe(true)
    expect(Buffer.from(stored.get(names[0]!)!).subarray(1, 4).toString()).toBe('PNG')
    expect((await resources()).parts.map(part => part.mimeType)).toEqual(['image/png', 'image/svg+xml'])
    expect(dom).not.toContain('my secret')
  })

  test('holds frames of other sites as documents of their own', async () => {
    const other = await startSite(
      answers({ '/frame': '<title>f</title><p id="p"></p><script>p.textContent = "From afar"</script>' }),
      '127.0.0.2',
    )
    const site = await startSite(
      answers({
        '/': page(
          `<iframe src="${other.origin}/frame"></iframe><iframe srcdoc="<p>Written in</p>"></iframe>`,
        ),
      }),
    )
    const { dom, stored, view, page: captured, seen } = await reach(source, `${site.origin}/`)
    const names = Array.from(dom.matchAll(/<iframe src="urn:sha256:([0-9a-f]{64})"/g), match => match[1]!)
    const texts = names.map(name => Buffer.from(stored.get(name)!).toString())
    expect(texts[0]).toContain('<p id="p">From afar</p>')
    expect(texts[0]).toContain(`<base href="${other.origin}/frame">`)
    expect(texts[1]).toContain('<p>Written in</p>')
    expect(captured.html).toContain(`<iframe src="${other.origin}/frame"`)
    expect(seen).toContain('From afar')
    expect(view!.words.kept).toBe(view!.words.seen)
  })
})

describe('network.har', () => {
  test('has every request: redirects, pictures, what a worker asks for, and what failed', async () => {
    const site = await startSite(
      answers({
        '/old': { status: 301, headers: { location: '/' } },
        '/': page(`<img src="/a.png"><img src="/gone.png"><script>new Worker('/w.js')</script>`),
        '/a.png': { headers: { 'content-type': 'image/png' }, body: PNG },
        '/w.js': { headers: { 'content-type': 'text/javascript' }, body: 'fetch("/data.json")' },
        '/data.json': { headers: { 'content-type': 'application/json' }, body: '{"a":1}' },
      }),
    )
    const { page: captured, resources } = await reach(source, `${site.origin}/old`)
    expect(captured.redirects).toEqual([
      { from: `${site.origin}/old`, to: `${site.origin}/`, status: 301, via: 'http' },
    ])
    const { entries, counts, bodies } = await resources()
    const status = Object.fromEntries(
      entries.map(entry => [new URL(entry.request.url).pathname, entry.response.status]),
    )
    expect(status).toMatchObject({
      '/old': 301,
      '/': 200,
      '/a.png': 200,
      '/gone.png': 404,
      '/w.js': 200,
      '/data.json': 200,
    })
    const picture = entries.find(entry => entry.request.url.endsWith('/a.png'))!
    expect(picture.response.content).toMatchObject({ size: PNG.length, _sha256: sha256Hex(PNG) })
    expect(picture).toMatchObject({
      serverIPAddress: '127.0.0.1',
      connection: String(site.port),
      _resourceType: 'image',
      _initiator: `${site.origin}/`,
    })
    expect(bodies.get(`${site.origin}/a.png`)?.sha256).toBe(sha256Hex(PNG))
    expect(counts.failed).toBeGreaterThanOrEqual(1)
    expect(
      entries.find(entry => entry._resourceType === 'document' && entry.response.status === 200)?.response
        .content._file,
    ).toBe('data/page.html')
  })

  test('names redirects that a script or the markup made', async () => {
    const site = await startSite(
      answers({
        '/script': '<title>x</title><script>location.replace("/refresh")</script>',
        '/refresh': '<meta http-equiv="refresh" content="2; url=/story"><title>y</title>',
        '/story': page(''),
      }),
    )
    const { page: captured } = await reach(source, `${site.origin}/script`)
    expect(captured.redirects.map(({ to, via }) => [new URL(to).pathname, via])).toEqual([
      ['/refresh', 'script'],
      ['/story', 'meta-refresh'],
    ])
  })
})

describe('private addresses', () => {
  test('are refused to whatever the page tries, at the moment of connecting', async () => {
    const inner = await startSite(answers({}), '127.0.0.2')
    const site = await startSite(
      answers({
        '/': page(`<img src="${inner.origin}/a.png"><iframe src="${inner.origin}/f"></iframe><script>
          fetch('${inner.origin}/b'); new WebSocket('${inner.origin.replace('http', 'ws')}/c'); new Image().src = 'http://localhost:${inner.port}/d'
        </script>`),
      }),
    )
    // A person typed the page's own address, so that one may be local.
    const { resources } = await reach(source, `${site.origin}/`, { allowPrivate: false, typed: true })
    expect(inner.connections()).toBe(0)
    const { entries } = await resources()
    expect(entries.find(entry => entry.request.url === `${inner.origin}/a.png`)?._error).toMatch(
      /^private-address: /,
    )
  })

  test('are refused as the page itself where nobody typed them', async () => {
    const site = await startSite(answers({ '/': page('') }))
    const asked = reach(source, `${site.origin}/`, { allowPrivate: false })
    await expect(asked).rejects.toMatchObject({ code: 'private-address' })
    expect(site.connections()).toBe(0)
  })
})

describe('in the page', () => {
  test('pictures that wait to be scrolled to are loaded', async () => {
    const site = await startSite(
      answers({
        '/': page(`<div style="height:5000px"></div><img id="late" data-src="/late.png" width="10" height="10"><script>
          new IntersectionObserver(([one], io) => { if (one.isIntersecting) { io.disconnect(); late.src = late.dataset.src } }).observe(late)
        </script>`),
        '/late.png': { headers: { 'content-type': 'image/png' }, body: PNG },
      }),
    )
    const { resources, view } = await reach(source, `${site.origin}/`)
    expect((await resources()).bodies.has(`${site.origin}/late.png`)).toBe(true)
    expect(view!.behaviours.find(one => one.name === 'scroll')?.outcome).toMatch(/^to the end and back/)
  })

  test('consent is refused and never given', async () => {
    const site = await startSite(
      answers({
        '/': page(`<div id="cookie-box" style="position:fixed;inset:0"><button onclick="document.title='given'">Accept all</button>
          <button onclick="document.title='refused';this.parentNode.remove()">Reject all</button></div>`),
        '/only': page(
          `<div id="cookie-box" style="position:fixed;bottom:0"><button onclick="document.title='given'">Accept all</button></div>`,
        ),
      }),
    )
    const { dom, view } = await reach(source, `${site.origin}/`)
    expect(dom).toContain('<title>refused</title>')
    expect(dom).not.toContain('cookie-box')
    expect(view!.behaviours.find(one => one.name === 'consent')?.outcome).toBe('refused (by its words)')
    expect((await reach(source, `${site.origin}/only`)).dom).toContain('<title>Ferry</title>')
  })

  test('a list without end is left after a while', async () => {
    const site = await startSite(
      answers({
        '/': page(`<div id="list"></div><div id="end" style="height:1px"></div><script>
          new IntersectionObserver(() => { for (let i = 0; i < 9; i++) list.insertAdjacentHTML('beforeend', '<p style="height:300px">more</p>') }, { rootMargin: '900px' }).observe(end)
          setInterval(() => { if (end.getBoundingClientRect().top < innerHeight + 900) list.insertAdjacentHTML('beforeend', '<p style="height:900px">more</p>') }, 5)
        </script>`),
      }),
    )
    const { view } = await reach(source, `${site.origin}/`)
    expect(view!.behaviours.find(one => one.name === 'scroll')?.outcome).toMatch(/^stopped/)
  })

  test('what asks a person for an answer does not hold it up', async () => {
    const site = await startSite(
      answers({
        '/': page(
          '<script>alert(1); document.title = String(confirm(2)); open("/other"); onbeforeunload = () => "stay"</script>',
        ),
      }),
    )
    const { dom } = await reach(source, `${site.origin}/`)
    expect(dom).toContain('<title>false</title>')
    expect(site.requests.map(request => request.url)).not.toContain('/other')
  })
})

describe('a page that does harm', () => {
  test('and never answers is an attempt', async () => {
    const site = await startSite(() => {})
    const asked = reach(source, `${site.origin}/`, { timeoutMs: 500 })
    await expect(asked).rejects.toMatchObject({ code: 'network', data: { reason: 'timeout' } })
  })

  test('is refused where its certificate is nobody’s', async () => {
    const origin = await startSecureSite((_request, response) => response.end('x'))
    await expect(reach(source, `${origin}/`)).rejects.toMatchObject({
      code: 'network',
      data: { reason: 'tls' },
    })
  })

  test('is a file to download: the browser is not asked to show it', async () => {
    const site = await startSite(
      answers({
        '/': {
          headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment' },
          body: '%PDF-1.7',
        },
      }),
    )
    const { page: captured, dom } = await reach(source, `${site.origin}/`)
    expect(captured.mime).toBe('application/pdf')
    expect(dom).toBe('')
  })
})

test('An error where a picture of another site should be is recorded as the answer it was', async () => {
  const other = await startSite(
    answers({ '/gone.png': { status: 404, headers: { 'content-type': 'text/html' }, body: '<p>no</p>' } }),
    '127.0.0.2',
  )
  const site = await startSite(answers({ '/': page(`<img src="${other.origin}/gone.png">`) }))
  const { resources } = await reach(source, `${site.origin}/`)
  const { entries } = await resources()
  const entry = entries.find(({ request }) => request.url.endsWith('/gone.png'))
  expect(entry?.response).toMatchObject({ status: 404, statusText: 'Not Found' })
})
