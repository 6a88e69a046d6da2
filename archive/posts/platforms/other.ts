import type { AddressRule, PlatformRule } from '../platform-rule.ts'

/**
 * Sites whose posts, clips and sounds are embedded in the same way, but that have no module of their own. The
 * permalink is the address the page gives. Host, then the path of one post there.
 */
const SITES: readonly (readonly [host: string, path: RegExp])[] = [
  ['dailymotion.com', /^\/(?:embed\/)?(?:video|swf)\/(?<id>\w+)/],
  ['dai.ly', /^\/(?<id>\w+)\/?$/],
  ['geo.dailymotion.com', /^\/player(?:\/\w+)?\.html$/],
  [
    'open.spotify.com',
    /^\/(?:embed\/|embed-podcast\/|intl-\w+\/)?(?:track|album|playlist|show|episode|artist)\/(?<id>\w+)/,
  ],
  ['soundcloud.com', /^\/(?:tracks|playlists|users)\/(?<id>\d+)/],
  ['podcasts.apple.com', /^\/(?:\w+\/)?podcast\/[^?]*?(?<id>id\d+)/],
  ['music.apple.com', /^\/(?:\w+\/)?(?:album|playlist|song|music-video)\/[^?]*?(?<id>[\w.]+)$/],
  ['giphy.com', /^\/(?:embed|gifs|clips)\/(?:[^/]*-)?(?<id>\w{6,})/],
  ['tenor.com', /^\/(?:embed|view)\/(?:[^/]*-)?(?<id>\d+)/],
  ['imgur.com', /^\/(?:a\/|gallery\/)?(?<id>\w{5,})\/embed/],
  ['gfycat.com', /^\/(?:ifr\/)?(?<id>\w{8,})$/],
  ['streamable.com', /^\/(?:[eost]\/)?(?<id>\w{4,8})(?:\/|$)/],
  ['clips.twitch.tv', /^\/(?:embed$|(?<id>[\w-]{6,}))/],
  ['player.twitch.tv', /^\/$/],
  ['vine.co', /^\/v\/(?<id>\w+)/],
  ['pinterest.com', /^\/pin\/(?:[^/]*--)?(?<id>\d+)/],
  ['tumblr.com', /^\/(?:post|embed\/post)\/(?:[^/]+\/)*?(?<id>\d{5,})/],
  ['flickr.com', /^\/photos\/[^/]+\/(?<id>\d{5,})/],
  ['rumble.com', /^\/embed\/(?<id>[\w.]+)/],
  ['odysee.com', /^\/\$\/embed\/(?<id>.+)/],
  ['bitchute.com', /^\/(?:embed|video)\/(?<id>\w+)/],
  ['vk.com', /^\/(?:video_ext\.php$|(?:wall|video|clip)(?<id>-?\d+_\d+))/],
  ['vkvideo.ru', /^\/(?:video_ext\.php$|video(?<id>-?\d+_\d+))/],
  ['ok.ru', /^\/(?:videoembed|video)\/(?<id>\d+)/],
  ['rutube.ru', /^\/(?:play\/embed|video(?:\/embed)?|shorts)\/(?<id>\w+)/],
  ['weibo.com', /^\/(?:\d+\/(?<id>\w{6,})|tv\/show\/.+)/],
  ['player.bilibili.com', /^\/player\.html$/],
  ['bilibili.com', /^\/video\/(?<id>\w+)/],
  ['nicovideo.jp', /^\/(?:watch|thumb_watch)\/(?<id>\w+)/],
  ['tv.naver.com', /^\/(?:embed|v)\/(?<id>\d+)/],
  ['tv.kakao.com', /^\/embed\/player\/cliplink\/(?<id>\d+)/],
  ['bandcamp.com', /^\/EmbeddedPlayer\/.*?(?<id>(?:album|track)=\d+)/],
  ['mixcloud.com', /^\/widget\/iframe\/?$/],
  ['widget.deezer.com', /^\/widget\/\w+\/(?<id>\w+\/\d+)/],
  ['embed.ted.com', /^\/talks\/(?<id>\w+)/],
  ['embed.acast.com', /^\/(?<id>.+)/],
  ['player.acast.com', /^\/(?<id>.+)/],
  ['audioboom.com', /^\/(?:posts|boos|embed)\/(?<id>.+)/],
  ['widget.spreaker.com', /^\/player$/],
  ['truthsocial.com', /^\/(?:@(?<handle>\w+)\/(?:posts\/)?|embed\/)(?<id>\d{15,20})/],
  ['gab.com', /^\/(?<handle>\w+)\/posts\/(?<id>\d+)/],
  ['gettr.com', /^\/post\/(?<id>\w+)/],
  ['substack.com', /^\/@(?<handle>\w+)\/note\/(?<id>c-\d+)/],
  ['snapchat.com', /^\/spotlight\/(?<id>[\w-]+)/],
  ['twitcasting.tv', /^\/[^/]+\/movie\/(?<id>\d+)/],
  ['9gag.com', /^\/(?:gag|embed)\/(?<id>\w+)/],
  ['coub.com', /^\/(?:embed|view)\/(?<id>\w+)/],
]

/** A subdomain's number or code: what tells two players at the same path apart. */
const IN_QUERY: readonly string[] = ['video', 'clip', 'bvid', 'aid', 'oid', 'id', 'feed', 'episode_id', 'i']

function keepNaming(url: URL): string {
  const out = new URL(url.origin + url.pathname)
  for (const name of IN_QUERY) {
    const value = url.searchParams.get(name)
    if (value !== null) out.searchParams.set(name, value)
  }
  return out.href
}

function ruleOf([host, path]: (typeof SITES)[number]): AddressRule {
  return { name: host, hosts: [host], path, use: 'player', permalink: ({ url }) => keepNaming(url) }
}

export const other: PlatformRule = {
  platform: 'other',
  hosts: SITES.map(([host]) => host),
  names: [],
  addresses: SITES.map(ruleOf),
  classes: [],
  elements: [
    {
      tag: 'amp-dailymotion',
      attributes: ['data-videoid'],
      address: id => `https://www.dailymotion.com/video/${id}`,
    },
    {
      tag: 'amp-soundcloud',
      attributes: ['data-trackid'],
      address: id => `https://api.soundcloud.com/tracks/${id}`,
    },
    { tag: 'amp-pinterest', attributes: ['data-url'] },
    { tag: 'amp-vine', attributes: ['data-vineid'], address: id => `https://vine.co/v/${id}` },
  ],
  id: /^(?!)/,
  permalinkOfId: () => null,
}
