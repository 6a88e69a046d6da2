import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { styleReferences } from '../../../archive/capture/discover/css.ts'

const read = (css: string, characters = 'abc') =>
  styleReferences(css, {
    pixelRatio: 1,
    characters: () => Array.from(characters, c => c.codePointAt(0)!).toSorted((a, b) => a - b),
  })

describe('imports of a style sheet', () => {
  it.each([
    ['@import "a.css";', ['a.css']],
    ["@import 'a.css' screen and (min-width: 10px);", ['a.css']],
    ['@import url(a.css) layer(base) supports(display: grid);', ['a.css']],
    ['@IMPORT URL( "a.css" ) ;@import url(b.css);', ['a.css', 'b.css']],
    ['/* @import "no.css"; */ @import "y\\65 s.css";', ['yes.css']],
    ['@charset "utf-8";@layer x;@import "a.css" layer;p{}', ['a.css']],
    ['@import url("a.css?x=1;y=2");', ['a.css?x=1;y=2']],
    ['@import "broken.css\n;p{color:red}', []],
  ])('%s', (css, imports) => expect(read(css).imports).toEqual(imports))
})

describe('pictures of a style sheet', () => {
  it.each([
    ['a{background:url(a.png)}', ['a.png']],
    ['a{background:#fff url( "a b.png" ) no-repeat}', ['a b.png']],
    ["a{background:URL('a.png'),url(b.png)}", ['a.png', 'b.png']],
    ['a{background:url(a\\)b.png)}', ['a)b.png']],
    [':root{--hero:url(a.png)}', ['a.png']],
    [
      'a::before{content:url(a.png)} b{cursor:url(c.cur),auto} c{mask-image:url(m.svg#id)}',
      ['a.png', 'c.cur', 'm.svg#id'],
    ],
    ['@media (min-width:1px){@supports (display:grid){a{border-image:url("a.png") 20}}}', ['a.png']],
    ['a{background:image-set("one.png" 1x, "two.png" 2x)}', ['one.png']],
    ['a{background:-webkit-image-set(url(two.png) 2x, url(one.png) 1x)}', ['one.png']],
    ['a{background:image-set("x.jxl" type("image/jxl") 1x, "x.png" type("image/png") 1x)}', ['x.png']],
    ['a{background:image-set(url(hi.png) 192dpi, url(lo.png) 96dpi)}', ['lo.png']],
    ['@namespace svg url(http://www.w3.org/2000/svg);a{color:red}', []],
    ['a{background:url()}', []],
    ['/* url(no.png) */ a{content:"url(no.png)"}', []],
    ['a{background:url(a.png', ['a.png']],
    ['}} a{background:url(a.png)}', ['a.png']],
    ['background:url(attribute.png);color:red', ['attribute.png']],
  ])('%s', (css, images) => expect(read(css).images).toEqual(images))
})

describe('fonts of a style sheet', () => {
  it('of each face the one file a browser takes', () => {
    const css = `@font-face{font-family:A;src:url(a.eot);src:local("A"),url(a.eot?#iefix) format("embedded-opentype"),
      url('a.woff2') format("woff2"),url(a.woff) format(woff)}
      @font-face{src:url(b.ttf)} @font-face{src:url(c.svg#c) format("svg")}`
    expect(read(css)).toEqual({ imports: [], images: [], fonts: ['a.woff2', 'b.ttf'] })
  })

  it('a face for characters that are not on the page is left out', () => {
    const css =
      '@font-face{src:url(han.woff2);unicode-range:U+4E00-9FFF}@font-face{src:url(latin.woff2);unicode-range: u+0-ff, U+131}' +
      '@font-face{unicode-range:U+4??;src:url(cyrillic.woff2)}'
    expect(read(css, 'abc').fonts).toEqual(['latin.woff2'])
    expect(read(css, '日本').fonts).toEqual(['han.woff2'])
    expect(read(css, 'ж').fonts).toEqual(['cyrillic.woff2'])
  })
})

it('any text at all is read to its end without a failure', () => {
  const piece = constantFrom(
    '@import',
    '@font-face',
    'url(',
    '"',
    "'",
    '(',
    ')',
    '{',
    '}',
    ';',
    '\\',
    '/*',
    'image-set(',
    'a.png',
    ' ',
    ':',
    'src',
  )
  assert(property(array(piece, { maxLength: 30 }), pieces => void read(pieces.join(''))))
})
