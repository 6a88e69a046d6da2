import type { PlatformRule } from '../platform-rule.ts'

export const reddit: PlatformRule = {
  platform: 'reddit',
  hosts: ['reddit.com', 'redditmedia.com', 'redd.it'],
  names: ['reddit'],
  addresses: [
    {
      name: 'comment',
      path: /^\/(?:r|user|u)\/[\w-]+\/comments\/\w{4,10}\/(?:comment|[^/]+)\/(?<id>\w{5,10})(?:\/|$)/,
      permalink: ({ url }) => `https://www.reddit.com${url.pathname}`,
    },
    {
      name: 'post',
      path: /^\/(?:(?:r|user|u)\/[\w-]+\/)?comments\/(?<id>\w{4,10})(?:\/|$)/,
      permalink: ({ url }) => `https://www.reddit.com${url.pathname.replace(/\/embed\/?$/, '/')}`,
    },
    { name: 'share link', path: /^\/r\/\w+\/s\/(?<id>\w{6,})\/?$/ },
    {
      name: 'short link',
      hosts: ['redd.it'],
      path: /^\/(?<id>\w{4,10})\/?$/,
      permalink: ({ id }) => `https://redd.it/${id}`,
    },
  ],
  classes: ['reddit-embed-bq', 'reddit-embed', 'reddit-card'],
  elements: [
    { tag: 'amp-reddit', attributes: ['data-src'] },
    { tag: 'shreddit-embed', attributes: ['permalink', 'src', 'href'] },
  ],
  // Base 36 of this length is also a plain word, so a lone value only counts with its kind in front.
  id: /^t[13]_\w{5,10}$/,
  permalinkOfId: id => (id.startsWith('t3_') ? `https://redd.it/${id.slice(3)}` : null),
  // The title in the path is for readers; the numbers before and after it name the post.
  sourceUrl: ({ url }) => {
    const parts = /^\/(?:r|u|user)\/[^/]+\/comments\/\w+(?:\/[^/]+\/\w+)?/i.exec(url.pathname)?.[0]
    if (parts === undefined) return url.href
    const path = parts.toLowerCase().replace(/(\/comments\/\w+)\/[^/]+\//, '$1/comment/')
    return `https://www.reddit.com${path}/`
  },
}
