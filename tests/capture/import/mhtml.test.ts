import { describe, expect, it } from 'vitest'
import { importBytes, mhtml } from './files.ts'

const CHROME = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://paper.example/sea/wall?page=1',
  'Subject: =?utf-8?Q?Die=20Mauer=20und=20das=20M=C3=A4dchen?=',
  'Date: Thu, 20 Nov 2025 10:11:12 +0100',
]
const PAGE = {
  headers: [
    'Content-Type: text/html; charset=utf-8',
    'Content-ID: <frame-A@mhtml.blink>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://paper.example/sea/wall?page=1',
  ],
  body: '<!DOCTYPE html><title>M=C3=A4dchen</title><img src=3D"wall.png"> soft=\r\n line',
}

function location(name: string): string {
  return `Content-Location: ${name}`
}

describe('an MHTML file', () => {
  it('gives the page, where and when it was saved, and by whom', async () => {
    const { page, kind } = await importBytes('wall.mhtml', mhtml(CHROME, [PAGE]))
    expect(kind).toBe('mhtml')
    expect(page).toMatchObject({
      finalUrl: 'https://paper.example/sea/wall?page=1',
      html: '<!DOCTYPE html><title>Mädchen</title><img src="wall.png"> soft line',
      mime: 'text/html',
      http: null,
      capturedAt: '2025-11-20T09:11:12.000Z',
      import: { kind: 'mhtml', savedAt: '2025-11-20T09:11:12.000Z', savedBy: 'Blink' },
    })
    expect(Buffer.from(page.bytes).toString('utf8')).toBe(page.html)
  })

  it('gives its other parts byte for byte, whatever coding they are in', async () => {
    const bytes = Buffer.from([0, 1, 13, 10, 45, 45, 255, 10])
    const { parts } = await importBytes(
      'wall.mhtml',
      mhtml(CHROME, [
        PAGE,
        {
          headers: [
            'Content-Type: image/png',
            'Content-Transfer-Encoding: base64',
            location('https://paper.example/sea/wall.png'),
          ],
          body: bytes.toString('base64'),
        },
        {
          headers: ['Content-Type: image/png', 'Content-Transfer-Encoding: binary', location('raw.png')],
          body: bytes,
        },
        {
          headers: [
            'Content-Type: text/css; charset=utf-8',
            'Content-Transfer-Encoding: 8bit',
            location('/a.css'),
          ],
          body: 'a{content:"é"}',
        },
      ]),
    )
    expect(parts.map(part => [part.url, part.mime])).toEqual([
      ['https://paper.example/sea/wall.png', 'image/png'],
      ['https://paper.example/sea/raw.png', 'image/png'],
      ['https://paper.example/a.css', 'text/css'],
    ])
    expect(parts.map(part => Buffer.from(part.bytes).equals(bytes))).toEqual([true, true, false])
    expect(Buffer.from(parts[2]?.bytes ?? []).toString('utf8')).toBe('a{content:"é"}')
  })

  it('names frames by cid as well as by address', async () => {
    const frame = {
      headers: [
        'Content-Type: text/html',
        'Content-ID: <frame-B@mhtml.blink>',
        'Content-Location: https://ads.example/f',
      ],
      body: '<p>frame',
    }
    const { parts } = await importBytes('wall.mhtml', mhtml(CHROME, [PAGE, frame]))
    expect(parts.map(part => part.url)).toEqual(['https://ads.example/f', 'cid:frame-B@mhtml.blink'])
  })

  it('is decoded by the charset its part or its page names', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<title>'),
      Buffer.from([0xcf, 0xee, 0xf0, 0xf2]),
      Buffer.from('</title>'),
    ])
    const page = {
      headers: ['Content-Type: text/html; charset="windows-1251"', 'Content-Transfer-Encoding: 8bit'],
      body: bytes,
    }
    expect((await importBytes('a.mht', mhtml(CHROME, [page]))).page.html).toBe('<title>Порт</title>')
  })

  it('may end its lines with LF, and may be cut off', async () => {
    const whole = mhtml(CHROME, [PAGE], '\n')
    expect((await importBytes('a.mhtml', whole)).page.html).toContain('Mädchen')
    expect((await importBytes('a.mhtml', whole.subarray(0, -60))).page.html).toContain('Mädchen')
  })

  it('without a page is refused', async () => {
    const picture = {
      headers: ['Content-Type: image/png', 'Content-Transfer-Encoding: base64'],
      body: 'AAAA',
    }
    await expect(importBytes('a.mhtml', mhtml(CHROME, [picture]))).rejects.toMatchObject({
      code: 'bad-input',
    })
  })
})
