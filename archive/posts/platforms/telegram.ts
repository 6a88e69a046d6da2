import type { PlatformRule } from '../platform-rule.ts'

/** A post's number counts within its channel only, so the id holds both: `channel/123`. */
export const telegram: PlatformRule = {
  platform: 'telegram',
  hosts: ['t.me', 'telegram.me', 'telegram.dog'],
  names: ['telegram', 'tg'],
  addresses: [
    {
      name: 'post',
      path: /^\/(?:s\/)?(?<id>(?!c\/|s\/|joinchat\/|share\/|addstickers\/|proxy\/)(?<handle>\w{3,64})\/\d{1,10})\/?$/,
      permalink: ({ id }) => `https://t.me/${id}`,
    },
  ],
  classes: ['telegram-post', 'telegram-embed'],
  elements: [],
  id: /^\w{3,64}\/\d{1,10}$/,
  permalinkOfId: id => `https://t.me/${id}`,
  sourceUrl: ({ id }) => `https://t.me/${id.toLowerCase()}`,
}
