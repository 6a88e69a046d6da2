import { expect, test } from 'vitest'
import { rewriteStyle } from '../../archive/replay/style.ts'
import { bagWith } from './answering.ts'

const bag = bagWith({
  'https://quay.example/a.png': 'a.png',
  'https://quay.example/b.css': 'b.css',
  'https://quay.example/f.woff2': 'f.woff2',
})
const rewritten = (css: string): string => rewriteStyle(css, bag.answering(null))

test('Addresses lead into the bag, wherever CSS lets one stand', () => {
  expect(rewritten('a{background:url( /a.png ) 0 0}')).toBe('a{background:url("a.png") 0 0}')
  expect(rewritten("a{background:URL('/a.png')}")).toBe('a{background:URL("a.png")}')
  expect(rewritten('a{background:u\\72 l(/a.png)}')).toBe('a{background:url("a.png")}')
  expect(rewritten('@import "/b.css" screen;')).toBe('@import "b.css" screen;')
  expect(rewritten('@import url(/b.css) layer(x);')).toBe('@import url("b.css") layer(x);')
  expect(rewritten('a{--p:url(/a.png)}')).toBe('a{--p:url("a.png")}')
  expect(rewritten('@font-face{src:url(/f.woff2) format("woff2")}')).toBe(
    '@font-face{src:url("f.woff2") format("woff2")}',
  )
})

test('What is not held asks nobody', () => {
  expect(rewritten('a{background:url(//out.example/x)}')).toBe('a{background:url("data:,")}')
  expect(rewritten('@import "https://out.example/x.css";')).toBe('@import "data:,";')
  expect(rewritten('a{background:url(broken "https://out.example/x)}')).not.toContain('out.example')
  expect(rewritten('@import "data:text/css,a{background:url(https://out.example/x)}";')).not.toContain(
    'out.example',
  )
})

test('In a set of pictures all sizes show the one that is held', () => {
  expect(rewritten('a{background:image-set("/gone.png" 1x, "/a.png" 2x)}')).toBe(
    'a{background:image-set("a.png" 1x, "a.png" 2x)}',
  )
})

test('Strings that are no addresses, places in the document and data stay as they are', () => {
  const css =
    'a::before{content:"https://out.example"}a[href^="https://x"]{fill:url(#p);background:url(data:image/gif;base64,R0)}@namespace svg url(http://www.w3.org/2000/svg);@charset "utf-8";'
  expect(rewritten(css)).toBe(css)
})

test('Of a font only what no file is held of is missing', () => {
  const { answering, missing } = bagWith({ 'https://quay.example/f.woff2': 'f.woff2' })
  rewriteStyle(
    '@font-face{src:url(/f.woff2),url(/f.ttf)} @font-face{src:url(/g.woff2)} a{b:url(/h.png)}',
    answering(null),
  )
  expect(missing).toEqual(['https://quay.example/g.woff2', 'https://quay.example/h.png'])
})
