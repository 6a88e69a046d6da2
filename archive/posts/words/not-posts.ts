/** Frames of the platforms that show no post, whatever address they carry along. */
export const NOT_POSTS: readonly {
  readonly name: string
  readonly hosts: readonly string[]
  readonly path: RegExp
}[] = [
  {
    name: 'Facebook buttons, page boxes and comments',
    hosts: ['facebook.com'],
    path: /\/(?:plugins\/(?!post\.php|video\.php|comment_embed\.php)|sharer|dialog\/|share\.php|tr\/?$)/,
  },
  {
    name: 'X buttons and helper frames',
    hosts: ['twitter.com', 'x.com'],
    path: /^\/(?:widgets\/|intent\/|share\/?$|home\/?$|hashtag\/|search\/?$|i\/(?:flow|jot)\b)/,
  },
  {
    name: 'Reddit tag manager and buttons',
    hosts: ['reddit.com', 'redditmedia.com'],
    path: /^\/(?:gtm|static|submit)\b/,
  },
  { name: 'YouTube subscribe button', hosts: ['youtube.com'], path: /^\/subscribe_embed/ },
  { name: 'LinkedIn share', hosts: ['linkedin.com'], path: /^\/(?:sharing|shareArticle|cws)\b/i },
  { name: 'Pinterest save button', hosts: ['pinterest.com'], path: /^\/pin\/create\b/ },
  { name: 'Telegram share', hosts: ['t.me', 'telegram.me'], path: /^\/share\b/ },
  { name: 'Tumblr share', hosts: ['tumblr.com'], path: /^\/(?:share|widgets)\b/ },
]
