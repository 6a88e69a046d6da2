import { expect, test } from 'vitest'
import { pageFile } from '../../archive/replay/index.ts'
import { bagOf } from './bag.ts'

const at = (name: string): string => `https://quay.example/${name}`

function inFile(html: string, type: string): readonly string[] {
  const urls = html.matchAll(new RegExp(`data:${type}[^,"]*;base64,([\\w+/=]+)`, 'g'))
  return Array.from(urls, match => Buffer.from(match[1]!, 'base64').toString('utf8'))
}

test('Everything a page shows is written into one file, and a policy comes before all of it', async () => {
  const bag = bagOf({
    dom: '<!DOCTYPE html><html><head><link rel=stylesheet href=/s.css><script src=/x.js></script></head><body onload=x()><img src=/a.png><iframe src=/f></iframe></body></html>',
    exchanges: [
      {
        url: at('s.css'),
        type: 'text/css',
        kind: 'style',
        body: '@import "/t.css";a{background:url(/a.png)}',
      },
      { url: at('t.css'), type: 'text/css', kind: 'style', body: 'b{color:red}' },
      { url: at('a.png'), body: 'picture' },
      {
        url: at('f'),
        type: 'text/html',
        kind: 'frame',
        body: '<img src=/a.png><p title="&quot;">In a frame</p>',
      },
    ],
  })
  const { html, missing, leftOut } = await pageFile(bag)
  expect([missing, leftOut]).toEqual([[], []])
  expect(html).toMatch(
    /^<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'/,
  )
  expect(html).not.toMatch(/<script|onload|stet-[0-9a-f]{8}-/)
  const [sheet] = inFile(html, 'text/css')
  expect(inFile(sheet!, 'text/css')).toEqual(['b{color:red}'])
  expect(inFile(sheet!, 'image/png')).toEqual(['picture'])
  expect(html).toContain('<iframe sandbox="" srcdoc="&lt;meta charset=&quot;utf-8&quot;>')
  expect(html).toContain('In a frame')
  expect(html).not.toMatch(/(?:src|href)="https?:/)
})

test('What is missing or too large is said at the end of the page', async () => {
  const bag = bagOf({
    dom: '<p>Tide</p><img src="/gone.png?a=1&amp;b=<x>"><video src=/film.mp4></video><img src=/a.png>',
    exchanges: [
      { url: at('film.mp4'), type: 'video/mp4', kind: 'media', body: 'f'.repeat(5_000) },
      { url: at('a.png'), body: 'picture' },
    ],
  })
  const { html, missing, leftOut } = await pageFile(bag, { maxBodyBytes: 1_000 })
  expect(missing).toEqual(['https://quay.example/gone.png?a=1&b=%3Cx%3E'])
  expect(leftOut).toHaveLength(1)
  const note = html.slice(html.indexOf('<aside data-stet-note'))
  expect(note).toContain('https://quay.example/gone.png?a=1&amp;b=%3Cx%3E')
  expect(note).toContain(leftOut[0])
  expect(inFile(html, 'image/png')).toEqual(['picture'])
})

test('Frames that hold each other come to an end', async () => {
  const bag = bagOf({
    dom: '<iframe src=/f></iframe>',
    exchanges: [
      { url: at('f'), type: 'text/html', kind: 'frame', body: '<p>f</p><iframe src=/g></iframe>' },
      { url: at('g'), type: 'text/html', kind: 'frame', body: '<p>g</p><iframe src=/f></iframe>' },
    ],
  })
  const { html } = await pageFile(bag)
  expect(html.length).toBeLessThan(10_000)
  expect(html).toContain('about:blank')
})

test('A document that no page can show is linked as a file', async () => {
  const bag = bagOf({
    dom: '<embed src=/plan.pdf type=application/pdf>',
    exchanges: [{ url: at('plan.pdf'), type: 'application/pdf', kind: 'other', body: '%PDF-1.4' }],
  })
  const { html } = await pageFile(bag)
  expect(html).toContain('<a download="plan.pdf" href="data:application/octet-stream;base64,JVBERi0xLjQ=">')
})

test('A snapshot without a page says so', async () => {
  await expect(pageFile(bagOf({}))).rejects.toMatchObject({ code: 'not-found' })
})
