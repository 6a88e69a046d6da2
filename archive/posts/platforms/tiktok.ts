import { secondsTime } from '../id-time.ts'
import type { PlatformRule } from '../platform-rule.ts'

const ofId = (id: string) => `https://www.tiktok.com/@/video/${id}`

export const tiktok: PlatformRule = {
  platform: 'tiktok',
  hosts: ['tiktok.com'],
  names: ['tiktok'],
  addresses: [
    {
      name: 'video or photo post',
      path: /^\/@(?<handle>[\w.-]*)\/(?:video|photo)\/(?<id>\d{5,25})(?:\/|$)/,
    },
    {
      name: 'player',
      path: /^\/(?:embed(?:\/v\d)?|player\/v\d)\/(?<id>\d{5,25})(?:\/|$)/,
      use: 'player',
      permalink: ({ id }) => ofId(id),
    },
    {
      name: 'old mobile link',
      path: /^\/v\/(?<id>\d{5,25})(?:\.html)?\/?$/,
      permalink: ({ id }) => ofId(id),
    },
    {
      name: 'short link',
      hosts: ['vm.tiktok.com', 'vt.tiktok.com'],
      path: /^\/(?<id>\w{6,})\/?$/,
    },
    { name: 'shared short link', path: /^\/t\/(?<id>\w{6,})\/?$/ },
  ],
  classes: ['tiktok-embed'],
  elements: [
    { tag: 'amp-tiktok', attributes: ['data-src'] },
    { tag: 'lite-tiktok', attributes: ['videoid'] },
    { tag: 'tiktok-video', attributes: ['video-id', 'videoid'] },
  ],
  id: /^\d{17,20}$/,
  permalinkOfId: ofId,
  sourceUrl: ({ url, id, handle }) =>
    /^\d+$/.test(id) ? `https://www.tiktok.com/@${handle?.toLowerCase() ?? ''}/video/${id}` : url.href,
  timeOfId: secondsTime,
}
