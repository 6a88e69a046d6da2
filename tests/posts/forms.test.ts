import { describe, expect, it } from 'vitest'
import type { PostForm } from '../../archive/model/post.ts'
import { lift, liftOne } from './page.ts'

const FRAME = '<iframe src="https://www.youtube.com/embed/AbCdEfGhIjK"></iframe>'
const TWEET =
  '<blockquote class="twitter-tweet"><p>Fog</p>— A (@a) <a href="https://twitter.com/a/status/1700000000000000000">May 3, 2024</a></blockquote>'
const escape = (html: string) =>
  html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const base64 = (text: string) => Buffer.from(text).toString('base64')

const YOUTUBE: readonly (readonly [name: string, html: string, form: PostForm])[] = [
  ['data-src', '<iframe src="" data-src="https://www.youtube.com/embed/AbCdEfGhIjK"></iframe>', 'lazy'],
  [
    'data-cookieblock-src',
    '<iframe src="about:blank" data-cookieblock-src="https://www.youtube.com/embed/AbCdEfGhIjK"></iframe>',
    'lazy',
  ],
  [
    'data-consent-src',
    '<iframe data-consent-src="https://www.youtube.com/embed/AbCdEfGhIjK"></iframe>',
    'lazy',
  ],
  [
    'srcdoc',
    `<iframe srcdoc="${escape('<a href="https://www.youtube.com/watch?v=AbCdEfGhIjK">https://www.youtube.com/watch?v=AbCdEfGhIjK</a>').replace('&lt;a', '&lt;p>&lt;a')}"></iframe>`,
    'link',
  ],
  [
    'an embedding proxy on the same site',
    '<iframe data-src="/embed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DAbCdEfGhIjK&amp;id=3"></iframe>',
    'lazy',
  ],
  [
    'an embedding service',
    '<iframe src="https://cdn.embedly.com/widgets/media.html?src=x&amp;url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DAbCdEfGhIjK"></iframe>',
    'iframe',
  ],
  [
    'a copy from the Web Archive',
    '<iframe src="https://web.archive.org/web/20200101000000if_/https://www.youtube.com/embed/AbCdEfGhIjK"></iframe>',
    'iframe',
  ],
  ['template', `<template>${FRAME}</template>`, 'lazy'],
  ['noscript', `<noscript>${FRAME}</noscript>`, 'iframe'],
  [
    'a script that does not run',
    `<script type="text/plain" data-category="social">${FRAME}</script>`,
    'lazy',
  ],
  [
    'escaped code in an attribute',
    `<div class="consent" data-embed-code="${escape(FRAME)}"><p>Please accept cookies to see this video.</p><button>OK</button></div>`,
    'lazy',
  ],
  ['code escaped twice', `<div class="consent" data-html="${escape(escape(FRAME))}"></div>`, 'lazy'],
  ['code in base 64', `<div data-borlabs-cookie-content="${base64(FRAME)}"></div>`, 'lazy'],
  ['percent-encoded code', `<div data-embed="${encodeURIComponent(FRAME)}"></div>`, 'lazy'],
  ['lite-youtube', '<lite-youtube videoid="AbCdEfGhIjK"></lite-youtube>', 'script'],
  ['amp-youtube', '<amp-youtube data-videoid="AbCdEfGhIjK" layout="responsive"></amp-youtube>', 'amp'],
  ['amp-iframe', '<amp-iframe src="https://www.youtube.com/embed/AbCdEfGhIjK"></amp-iframe>', 'amp'],
  [
    "an id beside the platform's name",
    '<div class="video video--youtube" data-video-id="AbCdEfGhIjK"></div>',
    'lazy',
  ],
  ['an id in an attribute of the platform', '<div data-youtube-id="AbCdEfGhIjK"></div>', 'lazy'],
  [
    'Substack data',
    `<div class="youtube-wrap" data-attrs="${escape('{"videoId":"AbCdEfGhIjK"}')}"><iframe src="https://www.youtube-nocookie.com/embed/AbCdEfGhIjK"></iframe></div>`,
    'substack',
  ],
  [
    'wp-block-embed',
    `<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">${FRAME}</div></figure>`,
    'wordpress',
  ],
  [
    'a bare link in a wp-block-embed',
    '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">https://youtu.be/AbCdEfGhIjK?si=x</div></figure>',
    'wordpress',
  ],
  [
    'a paragraph that is nothing but the link',
    '<p><a href="https://www.youtube.com/watch?v=AbCdEfGhIjK&amp;t=3s">https://www.youtube.com/watch?v=AbCdEfGhIjK</a></p>',
    'link',
  ],
]

describe('the same video in every form of embedding', () => {
  it.each(YOUTUBE)('is lifted from %s', (_, html, form) => {
    const { posts, left } = lift(html)
    expect(posts.map(post => [post.key, post.form])).toEqual([['youtube:AbCdEfGhIjK', form]])
    expect(left).toEqual(['The story begins.', '[0]', 'The story ends.'])
  })
})

const TWEETS: readonly (readonly [name: string, html: string, text: string | null])[] = [
  ['amp-twitter with an id', '<amp-twitter data-tweetid="1700000000000000000"></amp-twitter>', null],
  [
    'amp-twitter with an address',
    '<amp-twitter data-tweetid="https://twitter.com/a/status/1700000000000000000"></amp-twitter>',
    null,
  ],
  [
    'twitterwidget',
    '<twitterwidget class="twitter-tweet" data-tweet-id="1700000000000000000"></twitterwidget>',
    null,
  ],
  [
    'data-tweet-id',
    '<figure><div class="widget__tweet" data-tweet-id="1700000000000000000"></div></figure>',
    null,
  ],
  ['a block quote without its class', TWEET.replace(' class="twitter-tweet"', ''), 'Fog'],
  ['a template', `<div class="embed"><template>${TWEET}</template></div>`, 'Fog'],
  ['an inert script', `<script type="text/template">${TWEET}</script>`, 'Fog'],
  [
    'oEmbed data',
    `<div data-oembed="${escape(JSON.stringify({ type: 'rich', url: 'https://twitter.com/a/status/1700000000000000000', html: TWEET }))}"></div>`,
    'Fog',
  ],
  [
    'Substack data',
    `<div class="tweet" data-attrs="${escape(JSON.stringify({ url: 'https://twitter.com/a/status/1700000000000000000?s=20', full_text: 'Fog', username: 'a', name: 'A', date: 'Fri May 03 09:30:00 +0000 2024' }))}"></div>`,
    'Fog',
  ],
]

describe('the same tweet in every form of embedding', () => {
  it.each(TWEETS)('is lifted from %s', (_, html, text) => {
    expect(liftOne(html)).toMatchObject({ key: 'x:1700000000000000000', text })
  })

  it('has author and full time where Substack keeps them', () => {
    const html = TWEETS.at(-1)?.[1] ?? ''
    expect(liftOne(html)).toMatchObject({
      author: 'A',
      handle: 'a',
      postedAt: '2024-05-03T09:30:00.000Z',
      form: 'substack',
    })
  })
})

describe('the place a post leaves', () => {
  it('is one paragraph where the whole wrapper stood, with the caption after it', () => {
    const { left, document } = lift(
      `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">${TWEET}</div><figcaption>As seen at noon.</figcaption></figure>`,
    )
    expect(left).toEqual(['The story begins.', '[0]', 'As seen at noon.', 'The story ends.'])
    expect(document.querySelector('figure')).toBeNull()
  })

  it('parts a paragraph that had words on both sides', () => {
    const { left } = lift(`<p>Before <b>and ${FRAME} after</b> it</p>`)
    expect(left).toEqual(['The story begins.', 'Before and', '[0]', 'after it', 'The story ends.'])
  })

  it('keeps a wrapper that holds words of the story', () => {
    const { left } = lift(
      `<div class="embed"><p>A sentence of the story that nobody should lose.</p>${FRAME}</div>`,
    )
    expect(left).toEqual([
      'The story begins.',
      'A sentence of the story that nobody should lose.',
      '[0]',
      'The story ends.',
    ])
  })

  it('is kept twice for a post embedded twice, which is one entry', () => {
    const { posts, left } = lift(`${TWEET}<p>Between.</p>${TWEET}`)
    expect(posts).toHaveLength(1)
    expect(left).toEqual(['The story begins.', '[0]', 'Between.', '[0]', 'The story ends.'])
  })

  it('is one for a placeholder and the same frame in noscript right after it', () => {
    const { posts, left } = lift(
      `<div class="ratio"><div class="rll-youtube-player" data-src="https://www.youtube.com/embed/AbCdEfGhIjK" data-id="AbCdEfGhIjK"></div><noscript><iframe title="How to mend a net" src="https://www.youtube.com/embed/AbCdEfGhIjK"></iframe></noscript></div>`,
    )
    expect(posts).toMatchObject([{ key: 'youtube:AbCdEfGhIjK', text: 'How to mend a net' }])
    expect(left).toEqual(['The story begins.', '[0]', 'The story ends.'])
  })

  it('follows the order of the page', () => {
    const { posts, left } = lift(`${FRAME}<p>Between.</p>${TWEET}`)
    expect(posts.map(post => post.platform)).toEqual(['youtube', 'x'])
    expect(left).toEqual(['The story begins.', '[0]', 'Between.', '[1]', 'The story ends.'])
  })
})
