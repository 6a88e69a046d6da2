import { expect, onTestFinished, test } from 'vitest'
import { openPages, shownParts } from '../../archive/replay/index.ts'
import { startService, type TestService } from '../support/service.ts'
import { send, startSite, story } from '../support/site.ts'
import { bagOf } from './bag.ts'

const PIXEL = Buffer.from('R0lGODdhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs=', 'base64')

async function snapshotOf({ calls, jobEnd }: TestService, url: string): Promise<string> {
  const { items } = await jobEnd(calls.jobs.capture({ urls: [url] }))
  const id = items[0]?.result?.snapshotId
  if (!id) throw new Error(`Not captured: ${JSON.stringify(items)}`)
  return id
}

/** A page with a picture, a font in a style sheet, a script, and a picture that is gone. */
async function capturedPage() {
  const site = await startSite()
  onTestFinished(() => site.close())
  const head = '<link rel="stylesheet" href="/look.css"><script>x</script><meta name="note" content="Fähre">'
  const extra = '<img src="/boat.gif"><img src="/gone.gif"><p id="word">Fähre</p>'
  const page = story({ head, extra }).replace('<meta charset="utf-8">', '')
  site.routes.set('/story', send(Buffer.from(page, 'latin1'), 'text/html; charset=iso-8859-1'))
  site.routes.set(
    '/look.css',
    send('@font-face{font-family:F;src:url(/f.woff2)} p{font-family:F}', 'text/css'),
  )
  site.routes.set('/boat.gif', send(PIXEL, 'image/gif'))
  site.routes.set('/f.woff2', send(Buffer.from('wOF2 not really'), 'font/woff2'))
  const started = await startService()
  return { ...started, site, snapshotId: await snapshotOf(started, `${site.origin}/story`) }
}

const text = (body: Uint8Array | null): string => Buffer.from(body ?? []).toString('utf8')

test('The page is served in UTF-8 whatever it came in, under a policy without a way out', async () => {
  const { service, snapshotId } = await capturedPage()
  const { status, headers, body } = await service.pageResponse(snapshotId, '', {
    frameAncestors: 'http://app.example',
  })
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(text(body)).toContain('<p id="word">Fähre</p>')
  expect(headers['content-security-policy']).toBe(
    "sandbox; default-src 'none'; img-src 'self' data:; media-src 'self' data:; style-src 'self' 'unsafe-inline' data:; font-src 'self' data:; frame-src 'self'; object-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors http://app.example",
  )
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('What the page shows has its stored type, ranges, and CORS for what style sheets ask for', async () => {
  const { service, snapshotId } = await capturedPage()
  const html = text((await service.pageResponse(snapshotId, '', {})).body)
  const css = /href="(resources\/[^"]+)"/.exec(html)![1]!
  const picture = /src="(resources\/[^"]+)"/.exec(html)![1]!
  const sheet = await service.pageResponse(snapshotId, css, {})
  expect(sheet.headers['content-type']).toBe('text/css; charset=utf-8')
  const font = `resources/${/url\("([^"]+)"\)/.exec(text(sheet.body))![1]}`
  const fontAnswer = await service.pageResponse(snapshotId, font, {})
  expect(fontAnswer.headers).toMatchObject({
    'content-type': 'font/woff2',
    'access-control-allow-origin': '*',
  })
  const whole = await service.pageResponse(snapshotId, picture, {})
  expect(whole.headers['content-type']).toBe('image/gif')
  expect(whole.headers['access-control-allow-origin']).toBe('*')
  expect(sheet.headers['access-control-allow-origin']).toBeUndefined()
  expect(Buffer.from(whole.body!)).toEqual(PIXEL)
  const part = await service.pageResponse(snapshotId, picture, { range: 'bytes=3-5' })
  expect([part.status, part.headers['content-range'], text(part.body)]).toEqual([
    206,
    `bytes 3-5/${PIXEL.length}`,
    '87a',
  ])
  expect((await service.pageResponse(snapshotId, picture, { range: 'bytes=900-' })).status).toBe(416)
  expect((await service.pageResponse(snapshotId, picture, { range: 'bytes=-2' })).body).toHaveLength(2)
})

test('The app is told what is missing, what is kept and what was taken out', async () => {
  const { calls, site, snapshotId } = await capturedPage()
  expect(await calls.snapshot.page({ snapshotId })).toMatchObject({
    missing: [`${site.origin}/gone.gif`],
    kept: 3,
    scriptsRemoved: 1,
  })
})

test('Nothing else of the bag or the disk is served', async () => {
  const { service, snapshotId } = await capturedPage()
  for (const path of [
    'snapshot.json',
    'data/snapshot.json',
    '../bagit.txt',
    'resources/',
    'resources/../page.html',
    'resources/x.png',
  ]) {
    expect((await service.pageResponse(snapshotId, path, {})).status, path).toBe(404)
  }
  expect((await service.pageResponse('0123456789abcdef', '', {})).status).toBe(404)
  expect((await service.pageResponse('../..', '', {})).status).toBe(404)
})

test('A page saved as MHTML shows its style sheets, frames and pictures', async () => {
  const { calls, jobEnd, service } = await startService()
  const part = (type: string, location: string, body: string): string =>
    `--b\r\nContent-Type: ${type}\r\nContent-Location: ${location}\r\n\r\n${body}\r\n`
  const page = story({
    head: '<link rel=stylesheet href=look.css>',
    extra: '<iframe src="cid:frame-1@mhtml.blink"></iframe><img src="/boat.svg">',
  })
  const mhtml = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quay.example/news/1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n${[
    part('text/html; charset=utf-8', 'https://quay.example/news/1', page),
    part('text/css', 'https://quay.example/news/look.css', 'p{color:red}'),
    part('text/html', 'cid:frame-1@mhtml.blink', '<p>Tide table</p>').replace(
      'Content-Location: cid:frame-1@mhtml.blink',
      'Content-ID: <frame-1@mhtml.blink>',
    ),
    part(
      'image/svg+xml',
      'https://quay.example/boat.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
    ),
  ].join('')}--b--\r\n`
  const job = await jobEnd(calls.jobs.import({ files: [new File([mhtml], 'story.mhtml')] }))
  const snapshotId = job.items[0]!.result!.snapshotId!
  expect(await calls.snapshot.page({ snapshotId })).toMatchObject({ missing: [], kept: 3 })
  const html = text((await service.pageResponse(snapshotId, '', {})).body)
  const frame = /<iframe[^>]* src="([^"]+)"/.exec(html)![1]!
  expect(text((await service.pageResponse(snapshotId, frame, {})).body)).toContain('<p>Tide table</p>')
  const drawing = /<img[^>]* src="([^"]+)"/.exec(html)![1]!
  expect(text((await service.pageResponse(snapshotId, drawing, {})).body)).not.toContain('onload')
})

test('A page that was shown is not prepared once more to say what it lacks', async () => {
  const bag = bagOf({ dom: '<!doctype html><img src="/boat.gif"><p>Ferry</p>' })
  const asked: string[] = []
  const read = (path: string) => {
    asked.push(path)
    return bag.read(path)
  }
  const pages = openPages(async () => ({ ...bag, read }))
  await pages.view('a')
  const before = asked.length
  expect(await pages.parts('a')).toMatchObject({ missing: (await shownParts(bag)).missing })
  expect([before > 0, asked.length]).toEqual([true, before])
})
