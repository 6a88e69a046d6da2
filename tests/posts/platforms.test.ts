import { describe, expect, it } from 'vitest'
import type { Post } from '../../archive/model/post.ts'
import { liftOne } from './page.ts'

interface Case {
  readonly name: string
  readonly html: string
  readonly post: Partial<Post>
}

const CASES: readonly Case[] = [
  {
    name: 'a tweet in a block quote',
    html: `<blockquote class="twitter-tweet" data-lang="en"><p lang="en" dir="ltr">Ferry cancelled.<br>Fog &amp; ice <a href="https://t.co/Ab12Cd34Ef">pic.twitter.com/Ab12Cd34Ef</a></p>&mdash; Harbour Office (@harbour_office) <a href="https://twitter.com/harbour_office/status/1700000000000000000?ref_src=twsrc%5Etfw">September 8, 2023</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>`,
    post: {
      key: 'x:1700000000000000000',
      platform: 'x',
      url: 'https://twitter.com/harbour_office/status/1700000000000000000',
      author: 'Harbour Office',
      handle: 'harbour_office',
      postedAt: '2023-09-08',
      postedAtFrom: 'page',
      text: 'Ferry cancelled.\nFog & ice',
      media: [{ kind: 'link', url: 'https://pic.twitter.com/Ab12Cd34Ef' }],
      form: 'blockquote',
      state: 'unknown',
      blockIndex: null,
    },
  },
  {
    name: 'a tweet whose quote holds nothing but the link',
    html: `<blockquote class="twitter-tweet"><a href="https://x.com/harbour_office/status/1700000000000000000">&nbsp;</a></blockquote>`,
    post: {
      postId: '1700000000000000000',
      text: null,
      postedAt: '2023-09-08T04:15:59.129Z',
      postedAtFrom: 'id',
    },
  },
  {
    name: 'a tweet frame',
    html: `<iframe src="https://platform.twitter.com/embed/Tweet.html?dnt=false&amp;id=1700000000000000000&amp;theme=light"></iframe>`,
    post: { platform: 'x', url: 'https://x.com/i/status/1700000000000000000', form: 'iframe' },
  },
  {
    name: 'a tweet quoting another, known by its own link, the last',
    html: `<blockquote class="twitter-tweet"><p>See this <a href="https://twitter.com/b/status/1600000000000000000">twitter.com/b/status/16…</a></p>— A (@a) <a href="https://twitter.com/a/status/1700000000000000000">8. Sept. 2023</a></blockquote>`,
    post: { postId: '1700000000000000000', handle: 'a', postedAt: '2023-09-08' },
  },
  {
    name: 'an Instagram post with its caption',
    html: `<blockquote class="instagram-media" data-instgrm-captioned data-instgrm-permalink="https://www.instagram.com/p/CxYzAbCdEfG/?utm_source=ig_embed&amp;utm_campaign=loading"><div><a href="https://www.instagram.com/p/CxYzAbCdEfG/"><div>View this post on Instagram</div></a><p><a href="https://www.instagram.com/p/CxYzAbCdEfG/">Low tide this morning</a></p><p>A post shared by Mud Larks (@mud.larks) on <time datetime="2023-09-19T20:51:15+00:00">Sep 19, 2023</time></p></div></blockquote>`,
    post: {
      key: 'instagram:CxYzAbCdEfG',
      url: 'https://www.instagram.com/p/CxYzAbCdEfG/',
      author: 'Mud Larks',
      handle: 'mud.larks',
      text: 'Low tide this morning',
      postedAt: '2023-09-19',
    },
  },
  {
    name: 'an Instagram post in German',
    html: `<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/reel/CxYzAbCdEfG/"><a href="https://www.instagram.com/reel/CxYzAbCdEfG/">Sieh dir diesen Beitrag auf Instagram an</a><p>Ein Beitrag geteilt von Mud Larks (@mud.larks)</p></blockquote>`,
    post: {
      url: 'https://www.instagram.com/reel/CxYzAbCdEfG/',
      author: 'Mud Larks',
      handle: 'mud.larks',
      text: null,
    },
  },
  {
    name: 'a Facebook post with its text',
    html: `<div class="fb-post" data-href="https://www.facebook.com/harbour/posts/928812574504508/" data-width="600"><blockquote cite="https://graph.facebook.com/harbour/posts/928812574504508/" class="fb-xfbml-parse-ignore"><p>The pier is shut</p>Posted by <a href="https://www.facebook.com/harbour">Harbour Office</a> on&nbsp;<a href="https://graph.facebook.com/x">Monday, February 7, 2022</a></blockquote></div>`,
    post: {
      key: 'facebook:928812574504508',
      url: 'https://www.facebook.com/harbour/posts/928812574504508/',
      author: 'Harbour Office',
      text: 'The pier is shut',
      postedAt: '2022-02-07',
    },
  },
  {
    name: 'a Facebook plug-in frame',
    html: `<iframe src="https://www.facebook.com/plugins/video.php?height=314&amp;href=https%3A%2F%2Fwww.facebook.com%2Fharbour%2Fvideos%2F1759831398205160%2F&amp;show_text=false"></iframe>`,
    post: {
      postId: '1759831398205160',
      url: 'https://www.facebook.com/harbour/videos/1759831398205160/',
      form: 'iframe',
    },
  },
  {
    name: 'a Facebook post named in the query',
    html: `<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fpermalink.php%3Fstory_fbid%3Dpfbid02AbC%26id%3D61550000000000%26__tn__%3D-R"></iframe>`,
    post: {
      postId: 'pfbid02AbC',
      url: 'https://www.facebook.com/permalink.php?story_fbid=pfbid02AbC&id=61550000000000',
    },
  },
  {
    name: 'a Threads post',
    html: `<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@mud.larks/post/C8abcdefghi"><a href="https://www.threads.net/@mud.larks/post/C8abcdefghi"><div>Post by @mud.larks</div><div>View on Threads</div></a></blockquote>`,
    post: { key: 'threads:C8abcdefghi', handle: 'mud.larks', text: null },
  },
  {
    name: 'a TikTok',
    html: `<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@mud.larks/video/7100000000000000000" data-video-id="7100000000000000000"><section><a title="@mud.larks" href="https://www.tiktok.com/@mud.larks?refer=embed">@mud.larks</a> <p>Digging for clay pipes <a href="https://www.tiktok.com/tag/mud">#mud</a></p> <a href="https://www.tiktok.com/music/x-1">♬ original sound - Mud Larks</a></section></blockquote>`,
    post: {
      key: 'tiktok:7100000000000000000',
      handle: 'mud.larks',
      text: 'Digging for clay pipes #mud',
      postedAt: '2022-05-21T01:46:09.000Z',
    },
  },
  {
    name: 'a YouTube frame with its title',
    html: `<iframe title="How to mend a net" src="https://www.youtube-nocookie.com/embed/AbCdEfGhIjK?feature=oembed&amp;start=30"></iframe>`,
    post: {
      key: 'youtube:AbCdEfGhIjK',
      url: 'https://www.youtube.com/watch?v=AbCdEfGhIjK',
      text: 'How to mend a net',
    },
  },
  {
    name: 'a YouTube frame whose title says nothing',
    html: `<iframe title="YouTube video player" src="//www.youtube.com/embed/AbCdEfGhIjK"></iframe>`,
    post: { postId: 'AbCdEfGhIjK', text: null },
  },
  {
    name: 'a YouTube playlist frame, as a playlist',
    html: `<iframe src="https://www.youtube.com/embed/videoseries?list=PL0123456789"></iframe>`,
    post: { postId: 'PL0123456789', url: 'https://www.youtube.com/playlist?list=PL0123456789' },
  },
  {
    name: 'a YouTube plug-in object of the old kind',
    html: `<object width="425"><param name="movie" value="http://www.youtube.com/v/AbCdEfGhIjK&amp;hl=en"><embed src="http://www.youtube.com/v/AbCdEfGhIjK&amp;hl=en"></object>`,
    post: { postId: 'AbCdEfGhIjK' },
  },
  {
    name: 'a Bluesky post',
    html: `<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3kt2abcdefg2z"><p lang="en">Gulls again<br><br><a href="https://bsky.app/profile/did:plc:abc/post/3kt2abcdefg2z?ref_src=embed">[image or embed]</a></p>&mdash; Mud Larks (<a href="https://bsky.app/profile/did:plc:abc?ref_src=embed">@larks.bsky.social</a>) <a href="https://bsky.app/profile/did:plc:abc/post/3kt2abcdefg2z?ref_src=embed">June 1, 2024 at 3:45 PM</a></blockquote>`,
    post: {
      key: 'bluesky:3kt2abcdefg2z',
      author: 'Mud Larks',
      handle: 'larks.bsky.social',
      text: 'Gulls again',
      postedAt: '2024-06-01',
    },
  },
  {
    name: 'a Mastodon post on a host of its own',
    html: `<iframe src="https://social.harbour.example/@larks/112233445566778899/embed" class="mastodon-embed"></iframe>`,
    post: {
      key: 'mastodon:112233445566778899',
      url: 'https://social.harbour.example/@larks/112233445566778899',
      handle: 'larks',
    },
  },
  {
    name: 'a Reddit card',
    html: `<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/boats/comments/1abcde2/my_new_boat/">My new boat</a><br> by<a href="https://www.reddit.com/user/mud-lark/">u/mud-lark</a> in<a href="https://www.reddit.com/r/boats/">boats</a></blockquote>`,
    post: { key: 'reddit:1abcde2', text: 'My new boat', handle: 'mud-lark' },
  },
  {
    name: 'a Telegram script',
    html: `<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="harbour/68" data-width="100%"></script>`,
    post: { key: 'telegram:harbour/68', url: 'https://t.me/harbour/68', handle: 'harbour', form: 'script' },
  },
  {
    name: 'a LinkedIn frame',
    html: `<iframe src="https://www.linkedin.com/embed/feed/update/urn:li:share:7100000000000000000" title="Embedded post"></iframe>`,
    post: {
      key: 'linkedin:7100000000000000000',
      url: 'https://www.linkedin.com/feed/update/urn:li:share:7100000000000000000',
    },
  },
  {
    name: 'a Vimeo player, with its own address kept',
    html: `<iframe src="https://player.vimeo.com/video/123456789?h=abc"></iframe>`,
    post: {
      key: 'vimeo:123456789',
      url: 'https://vimeo.com/123456789',
      embeddedAs: 'https://player.vimeo.com/video/123456789?h=abc',
    },
  },
  {
    name: 'a sound on a site without a module of its own',
    html: `<iframe src="https://open.spotify.com/embed/episode/4Bz7L7MWImCl1fdhDPCkPq?utm_source=generator"></iframe>`,
    post: { platform: 'other', url: 'https://open.spotify.com/embed/episode/4Bz7L7MWImCl1fdhDPCkPq' },
  },
]

describe('each platform in its own embed code', () => {
  it.each(CASES)('lifts $name', ({ html, post }) => {
    expect(liftOne(html)).toMatchObject(post)
  })
})

describe('a page that was moved to another host', () => {
  it('believes the class for the platform and the path for the id', () => {
    const html = `<blockquote class="twitter-tweet"><p>Moved</p>— Jo (@jo) <a href="http://127.0.0.3:4812/jo/status/1700000000000031002">2024-05-03</a></blockquote>`
    expect(liftOne(html)).toMatchObject({
      key: 'x:1700000000000031002',
      url: 'http://127.0.0.3:4812/jo/status/1700000000000031002',
      handle: 'jo',
      postedAt: '2024-05-03',
    })
  })

  it.each(['instagram-media', 'bluesky-embed', 'tiktok-embed', 'mastodon-embed'])(
    'takes the id of a %s from data-post-id and the permalink from the link that holds it',
    name => {
      const html = `<blockquote class="${name}" data-post-id="1700000000000031001"><p>Moved</p>— Jo (@jo) <a href="http://127.0.0.3:4812/jo/status/1700000000000031001">2024-05-03</a></blockquote>`
      expect(liftOne(html)).toMatchObject({
        postId: '1700000000000031001',
        url: 'http://127.0.0.3:4812/jo/status/1700000000000031001',
        text: 'Moved',
      })
    },
  )
})

describe('the state a page tells', () => {
  it('calls a post deleted where the markup says so, and takes the notice for no words of the post', () => {
    const html = `<blockquote class="twitter-tweet"><p>This Tweet was deleted by the Tweet author. <a href="#">Learn more</a></p><a href="https://twitter.com/a/status/1700000000000000000"></a></blockquote>`
    expect(liftOne(html)).toMatchObject({ state: 'deleted', text: null })
  })

  it('leaves it unknown where a post only speaks of deleting', () => {
    const html = `<blockquote class="twitter-tweet"><p>Why I deleted my account: this tweet was deleted, they said, and nobody could tell me on what grounds it had been taken down at all</p>— A (@a) <a href="https://twitter.com/a/status/1700000000000000000">May 3, 2024</a></blockquote>`
    expect(liftOne(html).state).toBe('unknown')
  })
})
