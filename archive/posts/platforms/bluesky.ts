import { tidTime } from '../id-time.ts'
import type { PlatformRule } from '../platform-rule.ts'

export const bluesky: PlatformRule = {
  platform: 'bluesky',
  hosts: ['bsky.app'],
  names: ['bluesky', 'bsky'],
  addresses: [
    {
      name: 'post',
      path: /^\/profile\/(?<handle>[^/]+)\/post\/(?<id>\w{5,20})(?:\/|$)/,
      permalink: ({ url, id, handle }) =>
        `${url.port === '' ? 'https:' : url.protocol}//${url.host}/profile/${handle}/post/${id}`,
    },
    {
      name: 'player',
      hosts: ['embed.bsky.app'],
      path: /^\/embed\/(?<handle>did:[^/]+)\/app\.bsky\.feed\.post\/(?<id>\w{5,20})(?:\/|$)/,
      use: 'player',
      permalink: ({ id, handle }) => `https://bsky.app/profile/${handle}/post/${id}`,
    },
  ],
  classes: ['bluesky-embed'],
  elements: [{ tag: 'bluesky-post', attributes: ['src', 'href', 'uri', 'post-uri'] }],
  id: /^[2-7a-z]{13}$/,
  permalinkOfId: () => null,
  sourceUrl: ({ id, handle }) => `https://bsky.app/profile/${handle?.toLowerCase()}/post/${id}`,
  timeOfId: tidTime,
}
