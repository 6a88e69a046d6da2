import { snowflakeTime } from '../id-time.ts'
import type { PlatformRule } from '../platform-rule.ts'

/** Ids below this were counted one by one, before X (then Twitter) began snowflakes in November 2010. */
const FIRST_SNOWFLAKE_DIGITS = 14

export const x: PlatformRule = {
  platform: 'x',
  hosts: ['twitter.com', 'x.com', 'vxtwitter.com', 'fxtwitter.com', 'fixupx.com', 'mobile.x.com'],
  names: ['twitter', 'tweet', 'tweets', 'twttr', 'xpost'],
  addresses: [
    {
      name: 'status by number alone',
      path: /^\/i\/(?:web\/)?status(?:es)?\/(?<id>\d{2,20})(?:\/|$)/,
    },
    {
      name: 'status',
      path: /^\/(?:#!\/)?(?<handle>\w{1,50})\/status(?:es)?\/(?<id>\d{2,20})(?:\D|$)/,
      permalink: ({ url, id, handle }) =>
        `${url.protocol === 'http:' && url.port !== '' ? 'http' : 'https'}://${url.host.replace(/^(www|m|mobile)\./, '')}/${handle}/status/${id}`,
    },
    {
      name: 'old status',
      path: /^\/statuses\/(?<id>\d{2,20})\/?$/,
      permalink: ({ id }) => `https://x.com/i/status/${id}`,
    },
    {
      name: 'embedded tweet frame',
      hosts: ['platform.twitter.com', 'platform.x.com'],
      path: /^\/embed\//,
      query: { name: 'id', value: /^\d{2,20}$/ },
      use: 'player',
      permalink: ({ id }) => `https://x.com/i/status/${id}`,
    },
  ],
  classes: [
    'twitter-tweet',
    'twitter-video',
    'twitter-tweet-rendered',
    'react-tweet-theme',
    'embedded-tweet',
  ],
  feeds: ['twitter-timeline', 'twitter-grid', 'twitter-moment'],
  elements: [
    { tag: 'amp-twitter', attributes: ['data-tweetid'] },
    { tag: 'bento-twitter', attributes: ['data-tweetid', 'tweetid'] },
    { tag: 'twitterwidget', attributes: ['data-tweet-id'] },
    { tag: 'twitter-widget', attributes: ['data-tweet-id'] },
    { tag: 'x-post', attributes: ['id', 'post-id', 'tweet-id'] },
  ],
  id: /^\d{8,20}$/,
  permalinkOfId: id => `https://x.com/i/status/${id}`,
  // Handles differ in case only where they are written, never by owner.
  sourceUrl: ({ id, handle }) => `https://x.com/${handle?.toLowerCase() ?? 'i'}/status/${id}`,
  timeOfId: id => (id.length < FIRST_SNOWFLAKE_DIGITS ? null : snowflakeTime(id, 22n, 1288834974657)),
}
