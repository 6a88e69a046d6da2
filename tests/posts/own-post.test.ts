import { describe, expect, it } from 'vitest'
import { ownAddressOf } from '../../archive/posts/index.ts'
import { og, ownPost } from './own-page.ts'

const knownAs = (url: string) => ownAddressOf(url)?.url ?? null

describe("a post's own address", () => {
  it('is one for every way in which X writes it', () => {
    const ways = [
      'https://twitter.com/AnaRuiz/status/1700000000000060000?s=20&t=abc',
      'https://x.com/anaruiz/status/1700000000000060000/photo/1',
      'https://mobile.twitter.com/anaruiz/status/1700000000000060000#m',
      'https://www.x.com/anaruiz/statuses/1700000000000060000?ref_src=twsrc%5Etfw',
    ]
    expect(new Set(ways.map(knownAs))).toEqual(new Set(['https://x.com/anaruiz/status/1700000000000060000']))
  })

  it.each([
    ['https://youtu.be/dQw4w9WgXcQ?t=3', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    [
      'https://m.youtube.com/watch?v=dQw4w9WgXcQ&feature=share',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    ],
    ['https://www.instagram.com/ana/reel/C12345abc/?igsh=1', 'https://www.instagram.com/p/C12345abc/'],
    ['https://www.threads.net/@Ana/post/C12345abc?xmt=1', 'https://www.threads.com/@ana/post/C12345abc'],
    [
      'https://mastodon.example/users/ana/statuses/113000000000000001',
      'https://mastodon.example/@ana/113000000000000001',
    ],
    [
      'https://old.reddit.com/r/News/comments/1abcde/a_title/',
      'https://www.reddit.com/r/news/comments/1abcde/',
    ],
    [
      'https://www.reddit.com/r/news/comments/1abcde/a_title/kx12345/',
      'https://www.reddit.com/r/news/comments/1abcde/comment/kx12345/',
    ],
    ['https://t.me/s/chan/12', 'https://t.me/chan/12'],
    [
      'https://www.linkedin.com/posts/ana_hello-activity-7100000000000000000-abcd',
      'https://www.linkedin.com/feed/update/urn:li:activity:7100000000000000000',
    ],
    [
      'https://bsky.app/profile/Ana.bsky.social/post/3l5abcdefgh2x',
      'https://bsky.app/profile/ana.bsky.social/post/3l5abcdefgh2x',
    ],
  ])('of %s is %s', (url, known) => expect(knownAs(url)).toBe(known))

  it('is none of a profile, a search, a share button or a story', () => {
    const none = [
      'https://x.com/anaruiz',
      'https://x.com/search?q=bridge',
      'https://www.youtube.com/@channel',
      'https://news.example/2024/status/bridge-closed',
      'https://news.example/a/status/12',
      'https://twitter.com/intent/tweet?url=https://x.com/a/status/1700000000000060000',
    ]
    expect(none.map(knownAs)).toEqual(none.map(() => null))
  })

  it.each([
    ['/anaruiz/status/1786300000000000000', 'x:1786300000000000000'],
    ['/profile/ana.example/post/1786300000000000000', 'bluesky:1786300000000000000'],
    ['/@ana/113000000000000001', 'mastodon:113000000000000001'],
    ['/@ana/post/C6fabcdEFGH', 'threads:C6fabcdEFGH'],
    ['/@ana/video/7300000000000000000', 'tiktok:7300000000000000000'],
    ['/p/C6fabcdEFGH1/', 'instagram:C6fabcdEFGH1'],
    ['/city/posts/178630000000000000', 'facebook:178630000000000000'],
    ['/r/city/comments/1abcde/the_bridge/', 'reddit:1abcde'],
  ])('on a server of one’s own is known by its path: %s', (path, key) => {
    const url = `http://127.0.0.1:4812${path}`
    const found = ownAddressOf(`${url}?utm_source=a#top`)
    expect(`${found?.platform}:${found?.postId}`).toBe(key)
    expect(found?.url).toBe(url.replace(/\/$/, ''))
  })

  it('on a server of one’s own is none of a story', () => {
    const stories = [
      '/news/p31-embed',
      '/p/bridge-closed',
      '/2024/05/03/the-bridge/',
      '/wall',
      '/@ana',
      '/r/city/',
    ]
    expect(stories.map(path => knownAs(`http://127.0.0.1:4812${path}`))).toEqual(stories.map(() => null))
  })

  it('of a mirror is the mirror’s own, and claims no platform', () => {
    const mirror = 'https://mirror.example/anaruiz/status/1700000000000060000'
    expect(ownAddressOf(mirror)).toMatchObject({ platform: 'other', url: mirror })
  })
})

const X_CARD = (id: string, name: string, handle: string, text: string, more = '') => `
  <article data-testid="tweet" role="article" tabindex="0">
    <div data-testid="User-Name"><a href="/${handle}"><span>${name}</span></a><a href="/${handle}"><span>@${handle}</span></a></div>
    ${more}<div data-testid="tweetText" lang="en">${text}</div>
    <a href="/${handle}/status/${id}"><time datetime="2024-05-03T09:15:00.000Z">9:15 AM · May 3, 2024</time></a>
    <div role="group">12 replies 34 reposts 56 likes</div>
  </article>`

describe("a post's own page", () => {
  const url = 'https://x.com/anaruiz/status/1786300000000000000'

  it('of X gives the post, what it quotes, and the answers around it', () => {
    const quote = `<div role="link"><div data-testid="User-Name"><span>City Hall</span><span>@cityhall</span></div>
      <div data-testid="tweetText">The bridge is open.</div><a href="/cityhall/status/1786200000000000000"><time datetime="2024-05-02T10:00:00Z"></time></a></div>`
    const body = `<main><section>
      ${X_CARD('1786299999999999999', 'Ben Okafor', 'benok', 'Is the bridge open?')}
      <div>${X_CARD('1786300000000000000', 'Ana Ruiz', 'anaruiz', 'The bridge is closed.<br>Since this morning.', `<div>Replying to <a href="/benok">@benok</a></div>${quote}<div data-testid="tweetPhoto"><img src="https://pbs.example/media/bridge.jpg" alt="A closed bridge"></div>`)}</div>
      <div>${X_CARD('1786300000000000001', 'Cleo', 'cleo', 'Thank you.')}</div>
    </section></main>`
    const found = ownPost(url, '<title>Ana Ruiz on X</title>', body)
    expect(found?.post).toMatchObject({
      key: 'x:1786300000000000000',
      url,
      author: 'Ana Ruiz',
      handle: 'anaruiz',
      postedAt: '2024-05-03T09:15:00.000Z',
      text: 'The bridge is closed.\nSince this morning.',
      media: [{ kind: 'image', url: 'https://pbs.example/media/bridge.jpg', alt: 'A closed bridge' }],
      form: 'page',
      state: 'live',
      quote: {
        author: 'City Hall',
        handle: 'cityhall',
        text: 'The bridge is open.',
        url: 'https://x.com/cityhall/status/1786200000000000000',
      },
      replyTo: { handle: 'benok' },
    })
    expect(found?.blocks).toMatchObject([
      { kind: 'quote', cite: 'Ben Okafor @benok, 2024-05-03', paragraphs: [{ text: 'Is the bridge open?' }] },
      { kind: 'post', post: 'x:1786300000000000000' },
      { kind: 'quote', cite: 'Cleo @cleo, 2024-05-03', paragraphs: [{ text: 'Thank you.' }] },
    ])
  })

  it('of X that says when it was last edited is edited, with those words', () => {
    const body = X_CARD(
      '1786300000000000000',
      'Ana Ruiz',
      'anaruiz',
      'The bridge is closed.',
      '<div><span>Last edited 10:02 AM · May 3, 2024</span></div>',
    )
    expect(ownPost(url, '', body)?.post).toMatchObject({
      state: 'edited',
      stateEvidence: { words: 'Last edited 10:02 AM · May 3, 2024', where: url },
      text: 'The bridge is closed.',
    })
  })

  it('that shows nothing but previews gives the post from them, and says so', () => {
    const head = og('title', 'Ana Ruiz on X: "The bridge is closed." / X') + og('url', url)
    expect(ownPost(url, head)).toMatchObject({
      fromPreview: true,
      post: { author: 'Ana Ruiz', handle: 'anaruiz', text: 'The bridge is closed.', postedAtFrom: 'id' },
    })
  })

  it('of Mastodon, as its server sends it, gives the whole text', () => {
    const page = 'https://social.example/@ana/113000000000000001'
    const head =
      og('title', 'Ana Ruiz (@ana@social.example)') +
      og('description', 'Attached: 1 image\n\nThe bridge is closed.') +
      og('image', 'https://files.social.example/media/bridge.png') +
      og('published_time', '2024-05-03T09:15:00Z') +
      '<link rel="alternate" type="application/activity+json" href="https://social.example/users/ana/statuses/113000000000000001">'
    expect(ownPost(page, head, '<div id="mastodon"></div>')?.post).toMatchObject({
      platform: 'mastodon',
      author: 'Ana Ruiz',
      handle: 'ana',
      text: 'The bridge is closed.',
      media: [{ url: 'https://files.social.example/media/bridge.png' }],
      postedAt: '2024-05-03T09:15:00.000Z',
    })
  })

  it('of Mastodon, as rendered, tells the post from those it answers', () => {
    const page = 'https://social.example/@ana/113000000000000001'
    const status = (cls: string, name: string, acct: string, text: string) => `<div class="${cls}">
      <a class="display-name" href="/@${acct}"><strong class="display-name__html">${name}</strong> <span class="display-name__account">@${acct}</span></a>
      <div class="status__content"><div class="status__content__text"><p>${text}</p></div></div>
      <time datetime="2024-05-03T09:15:00.000Z">3 May</time></div>`
    const body = `<div class="scrollable">${status('status', 'Ben', 'ben', 'Is it open?')}${status('detailed-status', 'Ana Ruiz', 'ana@social.example', 'It is closed.')}${status('status', 'Cleo', 'cleo', 'Oh.')}</div>`
    const found = ownPost(page, '', body)
    expect(found?.post).toMatchObject({ author: 'Ana Ruiz', text: 'It is closed.', handle: 'ana' })
    expect(found?.blocks.map(block => block.kind)).toEqual(['quote', 'post', 'quote'])
  })

  it('of Bluesky, as its server sends it, is read from its summary', () => {
    const page = 'https://bsky.app/profile/ana.example/post/3l5abcdefgh2x'
    const body = `<div id="bsky_post_summary"><h3>Post</h3><p id="bsky_display_name">Ana Ruiz</p><p id="bsky_handle">ana.example</p>
      <p id="bsky_did">did:plc:abc</p><p id="bsky_post_text">The bridge is closed.</p><p id="bsky_post_indexedat">2024-10-03T09:15:00.000Z</p></div>`
    expect(ownPost(page, '', body)?.post).toMatchObject({
      platform: 'bluesky',
      author: 'Ana Ruiz',
      handle: 'ana.example',
      text: 'The bridge is closed.',
      postedAt: '2024-10-03T09:15:00.000Z',
    })
  })

  it('of Telegram is read from its message', () => {
    const page = 'https://t.me/citynews/412'
    const body = `<div class="tgme_widget_message" data-post="citynews/412"><a class="tgme_widget_message_owner_name">City News</a>
      <a class="tgme_widget_message_photo_wrap" style="background-image:url('https://cdn.example/file/a.jpg')"></a>
      <div class="tgme_widget_message_text js-message_text">The bridge is closed.<br>More soon.</div>
      <span class="tgme_widget_message_meta"><a class="tgme_widget_message_date"><time datetime="2024-05-03T09:15:00+00:00">09:15</time></a></span></div>`
    expect(ownPost(page, '', body)?.post).toMatchObject({
      key: 'telegram:citynews/412',
      author: 'City News',
      text: 'The bridge is closed.\nMore soon.',
      media: [{ kind: 'image', url: 'https://cdn.example/file/a.jpg' }],
    })
  })

  it('of Reddit has title and text, and its comments around it', () => {
    const page = 'https://www.reddit.com/r/city/comments/1abcde/the_bridge/'
    const body = `<shreddit-post author="anaruiz" post-title="The bridge" created-timestamp="2024-05-03T09:15:00+0000" permalink="/r/city/comments/1abcde/the_bridge/"><div slot="text-body"><p>It is closed.</p></div></shreddit-post>
      <shreddit-comment author="ben"><div slot="comment"><p>Since when?</p></div></shreddit-comment>`
    const found = ownPost(page, '', body)
    expect(found?.post).toMatchObject({
      key: 'reddit:1abcde',
      author: 'anaruiz',
      text: 'The bridge\n\nIt is closed.',
      url: 'https://www.reddit.com/r/city/comments/1abcde/',
    })
    expect(found?.blocks).toMatchObject([{ kind: 'post' }, { kind: 'quote', cite: 'ben @ben' }])
  })

  it('of YouTube is a video with its title, from structured data', () => {
    const body = `<div itemscope itemtype="http://schema.org/VideoObject"><link itemprop="url" href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">
      <meta itemprop="name" content="The bridge from above"><meta itemprop="description" content="Filmed in May.">
      <span itemprop="author" itemscope itemtype="http://schema.org/Person"><link itemprop="url" href="http://www.youtube.com/@cityfilms"><link itemprop="name" content="City Films"></span>
      <meta itemprop="datePublished" content="2024-05-03T02:00:00-07:00"></div>`
    expect(ownPost('https://www.youtube.com/watch?v=dQw4w9WgXcQ', '', body)?.post).toMatchObject({
      platform: 'youtube',
      author: 'City Films',
      handle: 'cityfilms',
      text: 'The bridge from above\n\nFilmed in May.',
      postedAt: '2024-05-03T09:00:00.000Z',
    })
  })

  it('of Instagram is read from its previews', () => {
    const head =
      og('title', 'Ana Ruiz on Instagram: "The bridge is closed."') +
      og('description', '1,204 likes, 12 comments - anaruiz on May 3, 2024: "The bridge is closed."') +
      og('image', 'https://scontent.example/v/bridge.jpg')
    expect(ownPost('https://www.instagram.com/p/C6fabcdEFGH/', head)?.post).toMatchObject({
      author: 'Ana Ruiz',
      handle: 'anaruiz',
      postedAt: '2024-05-03',
      text: 'The bridge is closed.',
    })
  })

  it('of an unknown site is known by what the page says of itself', () => {
    const page = 'https://forum.example/t/bridge/77'
    const data = {
      '@type': 'DiscussionForumPosting',
      url: page,
      author: { '@type': 'Person', name: 'Ana Ruiz', url: 'https://forum.example/u/anaruiz' },
      text: 'The bridge is closed.',
      datePublished: '2024-05-03T09:15:00Z',
      dateModified: '2024-05-04T08:00:00Z',
    }
    expect(
      ownPost(page, `<script type="application/ld+json">${JSON.stringify(data)}</script>`)?.post,
    ).toMatchObject({
      platform: 'other',
      url: page,
      author: 'Ana Ruiz',
      handle: 'anaruiz',
      text: 'The bridge is closed.',
      state: 'edited',
      stateEvidence: { words: 'dateModified 2024-05-04T08:00:00.000Z' },
    })
  })

  it('without a card of its own is the whole of a page that names its author', () => {
    const page = 'http://127.0.0.1:4812/anaruiz/status/1786300000000000000'
    const body =
      '<main><h1>Ana Ruiz <span>@anaruiz</span></h1><div>The bridge is closed.</div><time datetime="2024-05-03T09:15:00Z">May 3</time></main>'
    expect(ownPost(page, '<title>Murmur</title>', body)?.post).toMatchObject({
      author: 'Ana Ruiz',
      text: 'The bridge is closed.',
      postedAt: '2024-05-03T09:15:00.000Z',
    })
    expect(ownPost(page, '', '<main><h1>Murmur</h1><p>Log in to see posts.</p></main>')).toBeNull()
  })

  it('saved as a file without an address is known by what it says of itself', () => {
    const head =
      `<link rel="canonical" href="${url}">` + og('title', 'Ana Ruiz on X: "The bridge is closed."')
    expect(ownPost('about:blank', head)?.post).toMatchObject({ key: 'x:1786300000000000000', url })
  })

  it('is none where a story carries posts, offers ActivityPub, or speaks of itself as an article', () => {
    const activity = '<link rel="alternate" type="application/activity+json" href="/?p=7">'
    const data = [
      { '@type': 'NewsArticle', headline: 'The bridge' },
      { '@type': 'SocialMediaPosting', url: 'https://x.com/a/status/1786300000000000000', text: 'Hm.' },
    ]
    const json = `<script type="application/ld+json">${JSON.stringify(data)}</script>`
    const body = '<article><h1>The bridge</h1><p>It is closed, says the city.</p></article>'
    expect(ownPost('https://blog.example/2024/the-bridge/', activity, body)).toBeNull()
    expect(ownPost('https://news.example/the-bridge', json, body)).toBeNull()
  })

  it('that shows only that the post is gone is none', () => {
    const gone = '<article><p>This post was deleted by its author.</p></article>'
    expect(ownPost(url, '', gone)).toBeNull()
    expect(
      ownPost(
        'https://www.instagram.com/p/C6fabcdEFGH/',
        '<title>Instagram</title>',
        "<main>Sorry, this page isn't available.</main>",
      ),
    ).toBeNull()
  })
})
