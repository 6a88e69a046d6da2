import { describe, expect, test } from 'vitest'
import { type DocumentKind, rewriteDocument } from '../../archive/replay/document.ts'
import type { Answering } from '../../archive/replay/types.ts'
import { bagWith } from './answering.ts'

const HELD = {
  'https://quay.example/boat.jpg': 'resources/b.jpg',
  'https://quay.example/boat-2x.jpg': 'resources/b2.jpg',
  'https://quay.example/quay.css': 'resources/q.css',
  'https://quay.example/tides.html': 'resources/t.html',
  'https://quay.example/wind.mp4': 'resources/w.mp4',
}

function rewritten(html: string, kind: DocumentKind = 'html'): string {
  const out = rewriteDocument(html, { kind, answering: bagWith(HELD).answering }).html
  return out.replace(/<style>:where[\s\S]*?<\/style>/, '').replaceAll(/\s+>/g, '>')
}

test('What has no address stays as it was written, to the letter', () => {
  const page =
    "<p CLASS=lead  data-x='1'>Tide &amp; wind<br/>turn<TABLE><tr><td>1</table><!-- kept --><p>open &lt;b> <b>end"
  expect(rewritten(page)).toBe(page)
})

test('Held addresses lead into the bag, relative to the page or to its base', () => {
  expect(rewritten('<img src="/boat.jpg">')).toBe('<img src="resources/b.jpg">')
  expect(rewritten('<base href="https://quay.example/x/"><img src=../boat.jpg>')).toBe(
    '<img src="resources/b.jpg">',
  )
  expect(rewritten('<link rel=stylesheet href=/quay.css integrity=x crossorigin>')).toBe(
    '<link href="resources/q.css" rel=stylesheet>',
  )
  expect(rewritten('<iframe src="/tides.html"></iframe>')).toBe('<iframe src="resources/t.html"></iframe>')
})

test('What is taken out is not missing', () => {
  const bag = bagWith(HELD)
  rewriteDocument(
    '<link rel=canonical href=/news/1><base href=/><script src=/s.js></script><a href=/x>x</a>',
    {
      kind: 'html',
      answering: bag.answering,
    },
  )
  expect(bag.missing).toEqual([])
})

test('What is not held is blocked, and said', () => {
  const bag = bagWith(HELD)
  const { html } = rewriteDocument(
    '<img src="/gone.png"><iframe src="//elsewhere.example/f"></iframe><video src=/gone.mp4 poster=/gone.jpg></video>',
    { kind: 'html', answering: bag.answering },
  )
  expect(html).not.toMatch(/gone|elsewhere/)
  expect(bag.missing.toSorted()).toEqual([
    'https://elsewhere.example/f',
    'https://quay.example/gone.jpg',
    'https://quay.example/gone.mp4',
    'https://quay.example/gone.png',
  ])
})

test('Of several sizes those that are held stay, and a source that holds none makes room for the next', () => {
  expect(
    rewritten('<img src=/gone.jpg srcset="/boat.jpg 400w, /gone.jpg 800w, /boat-2x.jpg 1200w" sizes=100vw>'),
  ).toBe(
    '<img srcset="resources/b.jpg 400w, resources/b2.jpg 1200w" src="resources/b.jpg" sizes=100vw>'.replace(
      'sizes',
      '  sizes',
    ),
  )
  expect(rewritten('<picture><source srcset=/gone.webp><img src=/boat.jpg></picture>')).toBe(
    '<picture><img src="resources/b.jpg"></picture>',
  )
})

test('A lazy picture shows what its loader would have shown', () => {
  const page = '<img class=lazy src="data:image/gif;base64,R0lG" data-src="/boat.jpg">'
  expect(rewritten(page)).toContain('src="resources/b.jpg"')
  expect(rewritten(page)).toContain('data-stet-shown')
  expect(rewritten('<div data-bg="/boat.jpg">')).toContain(
    'background-image:url(&quot;resources/b.jpg&quot;)',
  )
  expect(rewritten('<iframe data-src="/tides.html"></iframe>')).toContain('src="resources/t.html"')
})

test('A lazy picture with its own version for readers without scripts is not shown twice', () => {
  const page = '<img src="data:," data-src="/boat.jpg"> <noscript><img src="/boat.jpg"></noscript>'
  expect(rewritten(page).split('resources/b.jpg')).toHaveLength(2)
})

test('A picture that shows itself keeps its own size', () => {
  expect(rewritten('<img src="/boat.jpg" data-original="/boat-2x.jpg">')).toContain('src="resources/b.jpg"')
})

test('Links say where they led and lead nowhere; places on the page stay reachable', () => {
  expect(rewritten('<a href="/other" target=_top ping=/p>o</a>')).toBe(
    '<a data-stet-href="https://quay.example/other" title="https://quay.example/other" >o</a>'.replaceAll(
      ' >',
      '>',
    ),
  )
  expect(rewritten('<a title="Mine" href="/other">o</a>')).toContain('title="Mine"')
  expect(rewritten('<a href="#end">e</a>')).toBe('<a href="#end">e</a>')
  expect(rewritten('<a href="https://quay.example/news/1#end">e</a>')).toBe('<a href="#end">e</a>')
})

test('Scripts, handlers and script addresses go, and are counted', () => {
  const { html, scriptsRemoved } = rewriteDocument(
    `<script>document.write("</p>")</script><body onload=a()><p OnClick="b()">x</p><a href="jAva&#x73;cript:c()">y</a>
<a href=" java\nscript:d()">z</a><svg><script href="/s.js"/><circle onbegin=e() /></svg><script type=application/json>{}</script>`,
    { kind: 'html', answering: bagWith(HELD).answering },
  )
  expect(html).not.toMatch(/script|onload|onclick|onbegin|write/i)
  expect(html).toContain('<circle')
  expect(scriptsRemoved).toBe(8)
})

test('What sends a reader on, prepares a connection or changes the rules goes', () => {
  const page = `<meta http-equiv=Refresh content="0;url=/x"><meta http-equiv=content-security-policy content="img-src 'none'">
<base href=/ target=_top><link rel=preconnect href=//a.example><link rel="dns-prefetch" href=//b.example>
<link rel=modulepreload href=/m.js><link rel=manifest href=/m.json><link rel=prerender href=/p>
<form action=/send method=post target=_top><button formaction=/other>go</button></form>`
  expect(rewritten(page)).not.toMatch(/<(?:base|link)|action|target|example|http-equiv|content/)
  expect(rewritten('<meta charset=utf-8><meta name=author content="R. Holm">')).toContain('R. Holm')
})

test('Documents inside documents are rewritten the same way', () => {
  expect(
    rewritten(`<iframe src=/x srcdoc="<img src='/boat.jpg' onload=x()><script>y</script>"></iframe>`),
  ).toBe('<iframe srcdoc="&lt;img src=&quot;resources/b.jpg&quot;>"></iframe>')
  const nested = rewritten('<iframe src="data:text/html;base64,PGltZyBzcmM9L2JvYXQuanBnPg=="></iframe>')
  expect(nested).toContain('srcdoc="&lt;img src=&quot;resources/b.jpg&quot;')
})

test('A plug-in gives way to what stands in for it', () => {
  expect(rewritten('<object data=/o.swf type=x><p>No film</p></object>')).toBe(
    '<object><p>No film</p></object>',
  )
})

test('Pictures, drawings and pages in an object or embed show from the bag', () => {
  expect(rewritten('<object data=/tides.html type=text/html>no</object>')).toBe(
    '<object data="resources/t.html">no</object>',
  )
  expect(rewritten('<embed src=/boat.jpg type=image/jpeg>')).toContain('<embed src="resources/b.jpg"')
  const drawing = encodeURIComponent('<svg><script>x</script><image href="https://out.example/1"/></svg>')
  const inline = decodeURIComponent(rewritten(`<object data="data:image/svg+xml,${drawing}"></object>`))
  expect(inline).toContain('<svg>')
  expect(inline).not.toMatch(/script|out\.example/)
  expect(rewritten('<object data="data:text/html,<b>x"></object>')).not.toContain('data:')
})

test('A document that no page can show is named where it would stand', () => {
  const file = { path: 'data/resources/p.pdf', name: 'plan "A".pdf', href: null }
  const answering = (): Answering => ({ ...bagWith(HELD).answering(null), file: () => file })
  for (const tag of ['<embed src=/p>', '<object data=/p></object>', '<iframe src=/p></iframe>']) {
    const { html } = rewriteDocument(tag, { kind: 'html', answering })
    expect(html).toContain('data/resources/p.pdf')
    expect(html).not.toContain('"A"')
  }
})

test('What is used of a drawing comes into the page under a name of its own, with what it needs', () => {
  const sprite = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><linearGradient id="g"/>
    <symbol id="sail"><path fill="url(#g)" onload="x()"/></symbol><symbol id="oar"><path d="M0 0"/></symbol></svg>`
  const answering = (): Answering => ({ ...bagWith(HELD).answering(null), drawing: () => sprite })
  const shown = (name: string): string =>
    rewriteDocument(`<svg><use xlink:href="/s.svg#${name}"/></svg>`, { kind: 'html', answering }).html
  const [, id = ''] = /<use href="#([^"]+)"/.exec(shown('oar')) ?? []
  expect(id).not.toBe('oar')
  expect(shown('oar')).toContain(`<symbol id="${id}"><path d="M0 0"/></symbol></defs><use`)
  expect(shown('sail')).toMatch(/<linearGradient id="([\w-]+g)"[\s\S]*fill="url\(#\1\)"/)
  expect(shown('sail')).not.toContain('onload')
  expect(shown('gone')).not.toContain('s.svg')
})

test('Where one of several files is held, the others are not missing', () => {
  const missingOf = (html: string): readonly string[] => {
    const bag = bagWith(HELD)
    rewriteDocument(html, { kind: 'html', answering: bag.answering })
    return bag.missing
  }
  expect(missingOf('<picture><source srcset=/boat.jpg><img src=/gone.jpg></picture>')).toEqual([])
  expect(missingOf('<img src=/gone.jpg srcset="/boat.jpg 2x">')).toEqual([])
  expect(missingOf('<video><source src=/gone.mp4><source src=/wind.mp4></video>')).toEqual([])
  expect(missingOf('<video><source src=/gone.mp4><source src=/gone.webm></video>')).toEqual([
    'https://quay.example/gone.mp4',
  ])
  expect(missingOf('<img srcset="/gone.jpg 1x, /gone2.jpg 2x">')).toEqual(['https://quay.example/gone.jpg'])
})

test('A picture of another window size shows the one that is held', () => {
  const page = '<picture><source media="(min-width: 900px)" srcset=/boat.jpg><img src=/gone.jpg></picture>'
  expect(rewritten(page)).toContain('<img src="resources/b.jpg"')
})

describe('In a page that was kept as rendered', () => {
  const rendered = (html: string): string => {
    const answering = (base: string | null): Answering => ({
      ...bagWith(HELD).answering(base),
      rendered: true,
    })
    return rewriteDocument(html, { kind: 'html', answering }).html.replace(
      /<style>:where[\s\S]*?<\/style>/,
      '',
    )
  }

  test('what only readers without scripts would have seen stays out', () => {
    expect(rendered('<p>a<noscript><p>Turn on scripts<img src="/boat.jpg"></noscript>b')).toBe('<p>ab')
    expect(rewritten('<p>a<noscript>b</noscript>')).toContain('<noscript>b')
  })

  test('elements of scripts count as defined, and rules for pages with scripts hold', () => {
    const css = (text: string): string => rendered(`<style>${text}</style>`).slice(7, -8)
    expect(css('x-a:not(:defined){display:none}')).toBe('x-a:not(:not([data-stet-undefined])){display:none}')
    expect(css('@media (scripting: none){a{b:c}}')).toBe('@media (max-width: 0px){a{b:c}}')
    expect(css('@media (scripting:enabled){a{b:c}}')).toBe('@media (min-width: 0px){a{b:c}}')
    expect(css('@media not (scripting) and (color){a{b:c}}')).toBe(
      '@media not (min-width: 0px) and (color){a{b:c}}',
    )
  })
})

test('Videos play from the bag', () => {
  expect(
    rewritten('<video controls><source src=/wind.mp4 type=video/mp4><source src=/gone.webm></video>'),
  ).toBe('<video controls><source src="resources/w.mp4"  type=video/mp4></video>')
})

test('Markup that only a careless reader takes for text is found', () => {
  for (const page of [
    '<![CDATA[><img src=https://out.example/1>]]>',
    '<svg></svg><![CDATA[><img src=https://out.example/1>]]>',
    '<svg><title><style><!--</style><img src=https://out.example/1>--></title></svg>',
    '<!--><img src=https://out.example/1>-->',
    '<!-- --!><img src=https://out.example/1>-->',
    '<img/src=https://out.example/1/>',
    '<img alt="" src = \'https://out.example/1\'>',
    '<IMG SRC=https&colon;//out.example/1>',
    '<svg><style>@import "https://out.example/1"</style></svg>',
    '<svg><style><img src=https://out.example/1>',
    '<svg><meta http-equiv=refresh><style></style><img src=https://out.example/1>',
    '<math><mtext><img src=https://out.example/1></mtext></math>',
    '<p style="background:u\\72l(https://out.example/1)">',
    '<table background=https://out.example/1>',
    '<image src=https://out.example/1>',
    '<svg><set attributeName=href to=https://out.example/1 /></svg>',
  ]) {
    expect(rewritten(page), page).not.toContain('out.example')
  }
})

test('XHTML keeps its meaning though it is served as HTML', () => {
  expect(rewritten('<html><body><script src="x.js"/><p>Tide</p><div/><br/></body></html>', 'xhtml')).toBe(
    '<html><body><p>Tide</p><div/></div><br/></body></html>',
  )
})

test('A hundred thousand open tags take less than seconds', () => {
  const begin = performance.now()
  rewritten('<svg><script>'.repeat(50_000) + '<div style="a:url(x)">'.repeat(50_000))
  expect(performance.now() - begin).toBeLessThan(5_000)
})
