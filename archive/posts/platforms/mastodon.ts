import { snowflakeTime } from '../id-time.ts'
import type { PlatformRule } from '../platform-rule.ts'

/** Mastodon runs on any host, so that only the shape of the path tells: `/@name/<17 to 19 digits>`. */
export const mastodon: PlatformRule = {
  platform: 'mastodon',
  hosts: ['*'],
  names: ['mastodon'],
  addresses: [
    {
      name: 'post',
      path: /^\/@(?<handle>[\w.]+(?:@[\w.-]+)?)\/(?<id>\d{15,20})(?:\/embed)?\/?$/,
      permalink: ({ url, id, handle }) => `${url.origin}/@${handle}/${id}`,
    },
    {
      name: 'activity address',
      path: /^\/users\/(?<handle>[\w.]+)\/statuses\/(?<id>\d{15,20})(?:\/embed)?\/?$/,
      permalink: ({ url, id, handle }) => `${url.origin}/@${handle}/${id}`,
    },
  ],
  classes: ['mastodon-embed'],
  elements: [{ tag: 'mastodon-post', attributes: ['url', 'src', 'href'] }],
  id: /^\d{15,20}$/,
  permalinkOfId: () => null,
  timeOfId: id => snowflakeTime(id, 16n, 0),
}
