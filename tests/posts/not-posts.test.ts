import { describe, expect, it } from 'vitest'
import { permalinkOf } from '../../archive/posts/index.ts'
import { lift } from './page.ts'

const NOT_POSTS: readonly (readonly [name: string, html: string])[] = [
  [
    'share buttons',
    '<div class="share"><a href="https://twitter.com/intent/tweet?url=https%3A%2F%2Fx.com%2Fa%2Fstatus%2F1700000000000000000">Tweet</a><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fnews.example%2Fstory">Share</a></div>',
  ],
  [
    'a share button with data',
    '<div class="share-button twitter" data-url="https://twitter.com/a/status/1700000000000000000"></div>',
  ],
  [
    'profile links in a footer',
    '<footer><a href="https://twitter.com/paper">X</a><a href="https://www.instagram.com/paper/">I</a><a href="https://www.youtube.com/channel/UC123456789">Y</a><a href="https://t.me/paper">T</a></footer>',
  ],
  [
    'a like button',
    '<iframe src="https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1234567890"></iframe><div class="fb-like" data-href="https://www.facebook.com/a/posts/1234567890"></div>',
  ],
  [
    'a page box',
    '<iframe src="https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Fpaper"></iframe>',
  ],
  [
    'helper frames of the platforms',
    '<iframe src="https://platform.twitter.com/widgets/widget_iframe.1.html?origin=https%3A%2F%2Fnews.example"></iframe><iframe src="https://www.redditmedia.com/gtm/jail?id=GTM-1"></iframe>',
  ],
  ['a follow button', '<a class="twitter-follow-button" href="https://twitter.com/paper">Follow @paper</a>'],
  [
    'a TikTok profile widget',
    '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@larks9" data-unique-id="larks9" data-embed-type="creator"><section><a href="https://www.tiktok.com/@larks9?refer=creator_embed">@larks9</a></section></blockquote>',
  ],
  [
    'a citation inside a sentence',
    '<p>As she <a href="https://twitter.com/a/status/1700000000000000000">wrote on Monday</a>, nobody came.</p>',
  ],
  [
    'a quotation that cites a post',
    '<blockquote><p>Nobody came, as <a href="https://twitter.com/a/status/1700000000000000000">she wrote</a>.</p></blockquote>',
  ],
  [
    'a picture that links to a post',
    `<figure><a class="image-link" href="https://twitter.com/a/status/1700000000000000000"><img src="x.jpg" data-attrs='{"href":"https://twitter.com/a/status/1700000000000000000"}'></a></figure>`,
  ],
  [
    'a list of sources',
    '<ul><li><a href="https://www.youtube.com/watch?v=AbCdEfGhIjK">https://www.youtube.com/watch?v=AbCdEfGhIjK</a></li></ul>',
  ],
  [
    'a map, an advert and a chart',
    '<iframe src="https://www.google.com/maps/embed?pb=1"></iframe><iframe src="https://ads.example/frame?url=https%3A%2F%2Fnews.example"></iframe><iframe src="https://datawrapper.dwcdn.net/abc/1/"></iframe>',
  ],
]

describe('what is no post', () => {
  it.each(NOT_POSTS)('stays as it is: %s', (_, html) => {
    const before = lift('').document.createElement('div')
    before.innerHTML = html
    const { posts, document } = lift(html)
    expect(posts).toEqual([])
    expect(document.body.innerHTML).toContain(before.innerHTML)
  })

  it('a timeline widget is noted as a feed and gets no place in the story', () => {
    const { posts, left } = lift(
      '<a class="twitter-timeline" href="https://twitter.com/paper?ref_src=twsrc%5Etfw">Tweets by paper</a>',
    )
    expect(posts).toMatchObject([
      { platform: 'x', postId: null, url: 'https://twitter.com/paper', handle: 'paper' },
    ])
    expect(left).toEqual(['The story begins.', 'The story ends.'])
  })
})

describe('permalinkOf', () => {
  it.each([
    ['https://mobile.twitter.com/a/statuses/370525864523743232?s=20', 'x', '370525864523743232'],
    ['https://www.instagram.com/larks/reel/CxYzAbCdEfG/?igsh=1', 'instagram', 'CxYzAbCdEfG'],
    ['https://www.facebook.com/watch/?v=1759831398205160&ref=sharing', 'facebook', '1759831398205160'],
    ['https://youtu.be/AbCdEfGhIjK?si=x', 'youtube', 'AbCdEfGhIjK'],
    ['https://www.youtube.com/shorts/AbCdEfGhIjK', 'youtube', 'AbCdEfGhIjK'],
    ['https://bsky.app/profile/larks.bsky.social/post/3kt2abcdefg2z', 'bluesky', '3kt2abcdefg2z'],
    ['https://hachyderm.io/@larks/112233445566778899', 'mastodon', '112233445566778899'],
    ['https://old.reddit.com/r/boats/comments/1abcde2/x/', 'reddit', '1abcde2'],
    [
      'https://www.linkedin.com/posts/larks_mud-activity-7100000000000000000-AbCd',
      'linkedin',
      '7100000000000000000',
    ],
    ['https://vimeo.com/123456789', 'vimeo', '123456789'],
    ['https://t.me/s/harbour/68', 'telegram', 'harbour/68'],
  ])('knows %s', (url, platform, postId) => {
    expect(permalinkOf(url)).toMatchObject({ platform, postId })
  })

  it.each([
    'https://twitter.com/paper',
    'https://twitter.com/share?url=https://x.com/a/status/1700000000000000000',
    'https://www.instagram.com/larks/',
    'https://www.youtube.com/@larks',
    'https://www.youtube.com/playlist?list=PL0123456789',
    'https://www.tiktok.com/@larks',
    'https://news.example/2024/05/03/story',
    'javascript:alert(1)',
    'not a url',
    '',
  ])('knows nothing of %s', url => {
    expect(permalinkOf(url)).toBeNull()
  })
})
