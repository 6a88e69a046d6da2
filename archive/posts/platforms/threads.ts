import { shortcodeTime } from '../id-time.ts'
import type { PlatformRule } from '../platform-rule.ts'

export const threads: PlatformRule = {
  platform: 'threads',
  hosts: ['threads.net', 'threads.com'],
  names: ['threads'],
  addresses: [
    {
      name: 'post',
      path: /^\/@(?<handle>[\w.]+)\/post\/(?<id>[\w-]{5,30})(?:\/|$)/,
      permalink: ({ url, id, handle }) => `https://${url.host}/@${handle}/post/${id}`,
    },
    {
      name: 'short post link',
      path: /^\/t\/(?<id>[\w-]{5,30})(?:\/|$)/,
      permalink: ({ url, id }) => `https://${url.host}/t/${id}`,
    },
  ],
  classes: ['text-post-media'],
  elements: [],
  id: /^[\w-]{9,15}$/,
  permalinkOfId: id => `https://www.threads.net/t/${id}`,
  sourceUrl: ({ id, handle }) =>
    handle === null
      ? `https://www.threads.com/t/${id}`
      : `https://www.threads.com/@${handle.toLowerCase()}/post/${id}`,
  // Threads shares Instagram's numbering.
  timeOfId: shortcodeTime,
}
