import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { postsInText } from '../../archive/posts/index.ts'
import { lift } from './page.ts'

const FRAGMENTS = [
  '<blockquote class="twitter-tweet">',
  '</blockquote>',
  '<iframe data-src="https://www.youtube.com/embed/AbCdEfGhIjK">',
  '<template>',
  '</template>',
  '<div class="tweet" data-attrs=\'{"url":"https://twitter.com/a/status/17\'>',
  '<div data-tweet-id="99999999999999999999999">',
  '<a href="https://x.com/a/status/1">',
  '<a href="http://[">',
  '— A (@a) May 3, 2024',
  '<p>',
  '<table><figure>',
  '<noscript>',
  '<object><param value="https://youtu.be/AbCdEfGhIjK">',
  '<div data-x="&lt;blockquote class=twitter-tweet&gt;&lt;a href=https://x.com/a/status/170&gt;">',
  '%E0%A4%A',
]

describe('hostile markup', () => {
  it('never throws, and numbers every placeholder it leaves', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 25 }), parts => {
        const { posts, left } = lift(parts.join(''))
        for (const line of left) {
          const index = /^\[(\d+)\]$/.exec(line)?.[1]
          if (index !== undefined) expect(Number(index)).toBeLessThan(posts.length)
        }
        expect(new Set(posts.map(post => post.key)).size).toBe(posts.length)
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['block quotes nested a thousand deep', '<blockquote class="twitter-tweet">'.repeat(1000)],
    [
      'wrappers nested a thousand deep',
      '<span>'.repeat(1000) + '<iframe src="https://youtu.be/AbCdEfGhIjK"></iframe>',
    ],
    ['data that is not JSON', `<div class="tweet" data-attrs='${'['.repeat(20_000)}'></div>`],
    [
      'code inside code inside code',
      Array.from({ length: 6 }).reduce<string>(
        html =>
          `<div data-x="${html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"></div>`,
        '<iframe src="https://youtu.be/AbCdEfGhIjK"></iframe>',
      ),
    ],
    [
      'a handle without end',
      `<blockquote class="twitter-tweet">${'— ('.repeat(5000)}(@${'a'.repeat(20_000)}</blockquote>`,
    ],
  ])('is survived: %s', (_, html) => {
    expect(() => lift(html)).not.toThrow()
  })

  it('gives no post an address that could run', () => {
    const { posts } = lift(
      '<blockquote class="twitter-tweet"><p>x</p>— A (@a) <a href="javascript:alert(1)//status/1700000000000000000">May 3, 2024</a></blockquote>',
    )
    expect(posts).toMatchObject([{ url: null, handle: 'a' }])
  })

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        const { posts } = postsInText(text)
        expect(posts.length).toBeLessThan(400)
      }),
      { numRuns: 100 },
    )
  })
})
