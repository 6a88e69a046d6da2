import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareHtml } from '../../archive/clean/index.ts'

describe('preparing the source of a page', () => {
  it('drops style sheets, scripts, comments and drawings without words', () => {
    const html =
      '<p>a</p><style>p{}</style><script>x("</p>")</script><!-- c --><svg><path d="M0"/></svg><p>b</p>'
    expect(prepareHtml(html)).toBe('<p>a</p><p>b</p>')
  })

  it('keeps JSON-LD, whatever its content looks like', () => {
    const html = '<script type="application/ld+json">{"a":"<style>x</style><!-- -->"}</script><p>a'
    expect(prepareHtml(html)).toBe(html)
  })

  it('keeps a drawing that holds words', () => {
    const html = '<svg viewBox="0 0 1 1"><text>31 %</text></svg>'
    expect(prepareHtml(html)).toBe(html)
  })

  it('keeps noscript pictures', () => {
    const html = '<noscript><img src="a.jpg"></noscript>'
    expect(prepareHtml(html)).toBe(html)
  })

  it('leaves tags alone that are only text', () => {
    for (const html of [
      '<textarea><style>a</style></textarea>',
      '<title><script>a</title>',
      '<xmp><!-- --></xmp>',
    ]) {
      expect(prepareHtml(html)).toBe(html)
    }
  })

  it('is not misled by a tag inside an attribute', () => {
    const html = '<p title="<script>">story</p><p>more</p><script>gone()</script>'
    expect(prepareHtml(html)).toBe('<p title="<script>">story</p><p>more</p>')
  })

  it('reads on where an end tag has spaces and attributes', () => {
    expect(prepareHtml('<script>a</script  foo="1">b')).toBe('b')
  })

  it('leaves everything after a construct that never ends', () => {
    for (const html of [
      'a<script>b',
      'a<style>b</p>',
      'a<!-- b',
      'a<p title="b',
      '<plaintext><style>x</style>',
    ]) {
      expect(prepareHtml(html)).toBe(html)
    }
  })

  it('takes no longer than in proportion for thousands of unclosed drawings', () => {
    const html = '<svg>'.repeat(20_000)
    const start = performance.now()
    expect(prepareHtml(html)).toBe(html)
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  it('only ever cuts: what is left stands in the source in the same order', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<script>',
      '</script>',
      '<style ',
      '>',
      '<!--',
      '-->',
      '"',
      "'",
      '=',
      'word',
      '<svg/>',
      '<',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const html = pieces.join('')
        let at = 0
        for (const c of prepareHtml(html)) {
          at = html.indexOf(c, at)
          if (at < 0) return false
          at++
        }
        return true
      }),
      { numRuns: 300 },
    )
  })
})
