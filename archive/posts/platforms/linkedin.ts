import { snowflakeTime } from '../id-time.ts'
import type { PlatformRule } from '../platform-rule.ts'

export const linkedin: PlatformRule = {
  platform: 'linkedin',
  hosts: ['linkedin.com'],
  names: ['linkedin'],
  addresses: [
    {
      name: 'update',
      path: /^\/(?:embed\/)?feed\/update\/urn(?::|%3A)li(?::|%3A)(?<kind>share|ugcPost|activity)(?::|%3A)(?<id>\d{10,25})(?:\/|$)/i,
      permalink: ({ url, id }) => {
        const kind = /li(?::|%3A)(share|ugcPost|activity)/i.exec(url.pathname)?.[1] ?? 'activity'
        return `https://www.linkedin.com/feed/update/urn:li:${kind}:${id}`
      },
    },
    {
      name: 'named post',
      path: /^\/posts\/(?<handle>[^/_]+)_[^/]*?(?:activity|share|ugcPost)-(?<id>\d{10,25})(?:-[\w-]+)?\/?$/i,
      permalink: ({ url }) => `https://www.linkedin.com${url.pathname}`,
    },
  ],
  classes: [],
  elements: [],
  id: /^urn:li:(?:share|ugcPost|activity):\d{10,25}$/,
  permalinkOfId: id => `https://www.linkedin.com/feed/update/${id}`,
  sourceUrl: ({ url, id }) => {
    const kind = /(share|ugcPost)(?::|%3A|-)\d/i.exec(url.pathname)?.[1] ?? 'activity'
    return `https://www.linkedin.com/feed/update/urn:li:${kind}:${id}`
  },
  timeOfId: id => snowflakeTime(id.replace(/^.*:/, ''), 22n, 0),
}
