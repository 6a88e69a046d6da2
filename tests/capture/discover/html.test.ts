import { describe, expect, it } from 'vitest'
import { documentReferences } from '../../../archive/capture/discover/html.ts'

const desktop = { width: 1280, height: 800, pixelRatio: 1 }
const read = (html: string) => documentReferences(html, desktop)
const found = (html: string): string[] => read(html).references.map(r => `${r.kind} ${r.url}`)

describe('pictures in a document', () => {
  it.each([
    ['<img src=a.jpg>', ['image a.jpg']],
    ['<IMG SRC="a.jpg?x=1&amp;y=2">', ['image a.jpg?x=1&y=2']],
    [
      '<img src=s.jpg srcset="m.jpg 720w, l.jpg 1440w" sizes="(max-width: 800px) 100vw, 720px">',
      ['image m.jpg', 'image s.jpg'],
    ],
    ['<img src=one.jpg srcset="two.jpg 2x">', ['image one.jpg', 'image one.jpg']],
    [
      '<picture><source media="(max-width:9px)" srcset=small><source type=image/jxl srcset=new><source type=image/webp srcset=w.webp><source srcset=late><img src=f.jpg></picture>',
      ['image w.webp', 'image f.jpg'],
    ],
    ['<img src=data:x data-src=a.jpg>', ['image data:x', 'image a.jpg']],
    ['<img data-srcset="a.jpg 1x, b.jpg 2x">', ['image a.jpg']],
    ['<img data-lazy-src=a.jpg data-original=b.jpg>', ['image a.jpg', 'image b.jpg']],
    ['<img data-something-new="/pics/a.webp?w=3">', ['image /pics/a.webp?w=3']],
    [
      '<div data-bg="url(\'a.jpg\')"></div><section data-background-image=b.jpg>',
      ['image a.jpg', 'image b.jpg'],
    ],
    ['<img data-src="a_{width}.jpg" data-image=\'{"a":"b.jpg"}\'>', []],
    ['<a data-title="a.jpg" href=b.jpg>', []],
    [
      '<noscript><img src=a.jpg></noscript><template><img src=b.jpg></template>',
      ['image a.jpg', 'image b.jpg'],
    ],
    [
      '<!-- <img src=no.jpg> --><script>"<img src=no.jpg>"</script><style>/*<img src=no.jpg>*/</style><textarea><img src=no.jpg></textarea>',
      [],
    ],
    ['<input type=image src=a.png><input type=text src=no.png>', ['image a.png']],
    ['<body background=a.png><table background=b.png>', ['image a.png', 'image b.png']],
    [
      '<svg><image href=a.png /><image xlink:href="b.png"/><use href="s.svg#x"/></svg>',
      ['image a.png', 'image b.png', 'image s.svg#x'],
    ],
    [
      '<link rel="icon" href=i.png><link rel="apple-touch-icon shortcut" href=t.png>',
      ['image i.png', 'image t.png'],
    ],
    [
      '<link rel=preload as=image imagesrcset="s.jpg 400w, l.jpg 1300w" imagesizes=100vw href=s.jpg>',
      ['image l.jpg'],
    ],
    ['<amp-img src=a.jpg></amp-img>', ['image a.jpg']],
  ])('%s', (html, expected) => expect(found(html)).toEqual(expected))
})

describe('everything else in a document', () => {
  it.each([
    [
      '<link rel=stylesheet href=a.css media=print><link REL="alternate StyleSheet" href=b.css>',
      ['style a.css', 'style b.css'],
    ],
    [
      '<link rel=preload as=style href=a.css><link rel=preload as=font href=f.woff2><link rel=prefetch href=no.html>',
      ['style a.css', 'font f.woff2'],
    ],
    [
      '<iframe src=a.html></iframe><iframe data-src=b.html></iframe><frame src=c.html>',
      ['frame a.html', 'frame b.html', 'frame c.html'],
    ],
    ['<object data=a.svg></object><embed src=b.svg>', ['frame a.svg', 'frame b.svg']],
    [
      '<video poster=p.jpg><source src=a.flv type=video/x-flv><source src=a.webm type=video/webm><source src=a.mp4></video>',
      ['image p.jpg', 'media a.webm'],
    ],
    ['<audio src=a.mp3></audio><track src=a.vtt>', ['media a.mp3', 'other a.vtt']],
    ['<script src=a.js></script>', ['script a.js']],
    ['<a href=b.html><form action=c><link rel=canonical href=d>', []],
  ])('%s', (html, expected) => expect(found(html)).toEqual(expected))

  it('styles, base, inline documents and the referrer policy are told', () => {
    const html =
      '<base target=_blank><base href="/one/"><base href="/two/"><meta name=Referrer content="unsafe-url, no-referrer">' +
      '<style>a{}</style><p style="color:red"><iframe src=no.html srcdoc="&lt;img src=in.png&gt;"></iframe>'
    expect(read(html)).toMatchObject({
      base: '/one/',
      styles: ['a{}', 'color:red'],
      inlineDocuments: ['<img src=in.png>'],
      referrerPolicy: 'no-referrer',
      references: [],
    })
  })

  it('a style sheet named in an XML instruction is found', () => {
    expect(found('<?xml-stylesheet type="text/css" href="a.css"?><svg/>')).toEqual(['style a.css'])
  })

  it('a page of five megabytes takes one pass', () => {
    const html =
      '<p class="a">Words of a long live page, <a href="/x">linked</a>.</p><img src="/i.jpg">'.repeat(60_000)
    expect(read(html).references).toHaveLength(60_000)
  })
})
