import type { PlatformRule } from '../platform-rule.ts'

const ofId = (id: string) => `https://www.youtube.com/watch?v=${id}`
const ofList = (id: string) => `https://www.youtube.com/playlist?list=${id}`

export const youtube: PlatformRule = {
  platform: 'youtube',
  hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
  names: ['youtube', 'yt', 'ytp'],
  addresses: [
    {
      name: 'playlist player',
      path: /^\/embed(?:\/videoseries)?\/?$/,
      query: { name: 'list', value: /^[\w-]{6,}$/ },
      use: 'player',
      permalink: ({ id }) => ofList(id),
    },
    {
      name: 'live channel player',
      path: /^\/embed\/live_stream\/?$/,
      query: { name: 'channel', value: /^[\w-]{6,}$/ },
      use: 'player',
      permalink: ({ id }) => `https://www.youtube.com/channel/${id}/live`,
    },
    {
      name: 'player',
      path: /^\/(?:embed|e|v)\/(?!videoseries|live_stream)(?<id>[\w-]{6,20})(?:[^\w-]|$)/,
      use: 'player',
      permalink: ({ id }) => ofId(id),
    },
    { name: 'short video', path: /^\/shorts\/(?<id>[\w-]{6,20})(?:\/|$)/, permalink: ({ id }) => ofId(id) },
    { name: 'live', path: /^\/live\/(?<id>[\w-]{6,20})(?:\/|$)/, permalink: ({ id }) => ofId(id) },
    {
      name: 'watch',
      path: /^\/watch(?:_popup)?\/?$/,
      query: { name: 'v', value: /^[\w-]{6,20}$/ },
      permalink: ({ id }) => ofId(id),
    },
    {
      name: 'short link',
      hosts: ['youtu.be'],
      path: /^\/(?<id>[\w-]{6,20})\/?$/,
      permalink: ({ id }) => ofId(id),
    },
  ],
  classes: ['rll-youtube-player', 'lyte', 'epyt-facade', 'youtube-embed'],
  elements: [
    { tag: 'amp-youtube', attributes: ['data-videoid'] },
    { tag: 'bento-youtube', attributes: ['data-videoid', 'videoid'] },
    { tag: 'lite-youtube', attributes: ['videoid'] },
    { tag: 'youtube-video', attributes: ['src', 'videoid', 'video-id'] },
    { tag: 'youtube-embed', attributes: ['videoid', 'video-id', 'src'] },
  ],
  id: /^[\w-]{11}$/,
  permalinkOfId: ofId,
}
