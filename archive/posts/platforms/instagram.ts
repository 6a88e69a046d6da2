import { shortcodeTime } from '../id-time.ts'
import type { PlatformRule } from '../platform-rule.ts'

export const instagram: PlatformRule = {
  platform: 'instagram',
  hosts: ['instagram.com', 'instagr.am', 'ddinstagram.com'],
  names: ['instagram', 'instgrm', 'insta'],
  addresses: [
    {
      name: 'post or reel',
      path: /^\/(?:(?<handle>[\w.]+)\/)?(?<kind>p|reels?|tv)\/(?<id>[\w-]{5,60})(?:\/|$)/,
      permalink: ({ url, id }) => {
        const kind = /\/(p|reels?|tv)\//.exec(url.pathname)?.[1] ?? 'p'
        const origin = url.port === '' ? 'https://www.instagram.com' : url.origin
        return `${origin}/${kind === 'reels' ? 'reel' : kind}/${id}/`
      },
    },
  ],
  classes: ['instagram-media', 'instagram-media-rendered'],
  elements: [
    { tag: 'amp-instagram', attributes: ['data-shortcode'] },
    { tag: 'bento-instagram', attributes: ['data-shortcode', 'shortcode'] },
  ],
  id: /^[\w-]{9,15}$/,
  permalinkOfId: id => `https://www.instagram.com/p/${id}/`,
  // Posts and reels share their codes, and either opens under `/p/`.
  sourceUrl: ({ id }) => `https://www.instagram.com/p/${id}/`,
  timeOfId: shortcodeTime,
}
