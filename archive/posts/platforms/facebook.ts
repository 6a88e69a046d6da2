import type { AddressParts, PlatformRule } from '../platform-rule.ts'

/** Some of Facebook's permalinks live in the query; these are the parameters that name the post. */
const NAMING = ['story_fbid', 'fbid', 'id', 'v', 'set']

function withNamingQuery({ url }: AddressParts): string {
  const out = new URL(`https://www.facebook.com${url.pathname}`)
  for (const name of NAMING) {
    const value = url.searchParams.get(name)
    if (value !== null && !(name === 'set' && url.searchParams.has('fbid'))) out.searchParams.set(name, value)
  }
  return out.href
}

const onPath = ({ url }: AddressParts) => `https://www.facebook.com${url.pathname}`

const NUMBER_OR_PFBID = /^(?:\d{5,25}|pfbid\w+)$/

export const facebook: PlatformRule = {
  platform: 'facebook',
  hosts: ['facebook.com', 'fb.com', 'fb.watch'],
  names: ['facebook', 'fb'],
  addresses: [
    {
      name: 'post',
      path: /^\/(?:groups\/[^/]+|(?<handle>[^/]+))\/(?:posts|permalink)\/(?:[^/]*[^/\d][^/]*\/)?(?<id>\d{5,25}|pfbid\w+)(?:[/:]|$)/,
      permalink: onPath,
    },
    { name: 'named post', path: /^\/(?<handle>[^/]+)\/posts\/(?<id>[^/]{8,})\/?$/, permalink: onPath },
    {
      name: 'video',
      path: /^\/(?<handle>[^/]+)\/videos\/(?:[^/]+\/)*?(?<id>\d{5,25})\/?$/,
      permalink: onPath,
    },
    {
      name: 'photo',
      path: /^\/(?<handle>[^/]+)\/photos\/(?:[^/]+\/)*?(?<id>\d{5,25})\/?$/,
      permalink: onPath,
    },
    { name: 'reel', path: /^\/reels?\/(?<id>\d{5,25})\/?$/, permalink: onPath },
    { name: 'share', path: /^\/share\/(?:[pvr]\/)?(?<id>[\w-]{6,})\/?$/, permalink: onPath },
    {
      name: 'watch',
      path: /^\/(?:watch\/?(?:live\/?)?|video\.php)$/,
      query: { name: 'v', value: /^\d{5,25}$/ },
      permalink: withNamingQuery,
    },
    {
      name: 'photo by number',
      path: /^\/photo(?:\.php|\/)?$/,
      query: { name: 'fbid', value: /^\d{5,25}$/ },
      permalink: withNamingQuery,
    },
    {
      name: 'story by number',
      path: /^\/(?:permalink|story)\.php$/,
      query: { name: 'story_fbid', value: NUMBER_OR_PFBID },
      permalink: withNamingQuery,
    },
    {
      name: 'short video link',
      hosts: ['fb.watch'],
      path: /^\/(?<id>[\w-]{6,})\/?$/,
      permalink: ({ id }) => `https://fb.watch/${id}/`,
    },
  ],
  classes: ['fb-post', 'fb-video', 'fb-comment-embed', 'fb-xfbml-parse-ignore'],
  elements: [
    { tag: 'amp-facebook', attributes: ['data-href'] },
    { tag: 'bento-facebook', attributes: ['data-href'] },
    { tag: 'fb:post', attributes: ['href'] },
    { tag: 'fb:video', attributes: ['href'] },
  ],
  id: /^(?:\d{12,25}|pfbid\w+)$/,
  permalinkOfId: id => `https://www.facebook.com/${id}`,
}
