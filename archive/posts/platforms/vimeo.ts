import type { PlatformRule } from '../platform-rule.ts'

const ofId = (id: string) => `https://vimeo.com/${id}`

export const vimeo: PlatformRule = {
  platform: 'vimeo',
  hosts: ['vimeo.com'],
  names: ['vimeo'],
  addresses: [
    { name: 'player', path: /^\/video\/(?<id>\d{4,12})(?:\D|$)/, permalink: ({ id }) => ofId(id) },
    {
      name: 'video',
      path: /^\/(?:channels\/[^/]+\/|groups\/[^/]+\/videos\/|album\/\d+\/video\/|showcase\/\d+\/video\/)?(?<id>\d{4,12})(?:\/\w+)?\/?$/,
      permalink: ({ id }) => ofId(id),
    },
    {
      name: 'event',
      path: /^\/event\/(?<id>\d{4,12})(?:\/|$)/,
      permalink: ({ id }) => `https://vimeo.com/event/${id}`,
    },
    {
      name: 'old player',
      path: /^\/moogaloop\.swf$/,
      query: { name: 'clip_id', value: /^\d{4,12}$/ },
      use: 'player',
      permalink: ({ id }) => ofId(id),
    },
  ],
  classes: [],
  elements: [
    { tag: 'amp-vimeo', attributes: ['data-videoid'] },
    { tag: 'lite-vimeo', attributes: ['videoid'] },
    { tag: 'vimeo-video', attributes: ['src', 'videoid'] },
  ],
  id: /^\d{6,12}$/,
  permalinkOfId: ofId,
}
