import { expect, it } from 'vitest'
import { articleHtml } from '../../archive/clean/index.ts'
import { articleText } from '../../archive/model/article-text.ts'
import type { Article } from '../../archive/model/article.ts'
import type { Post } from '../../archive/model/post.ts'

const FILE = `resources/${'a'.repeat(64)}.jpg`
const nobody = { url: null, author: null, handle: null, postedAt: null, text: null }

const POST: Post = {
  key: 'x:77',
  platform: 'x',
  postId: '77',
  url: 'https://x.com/ana/status/77',
  author: 'Ana Ruiz',
  handle: 'ana',
  postedAt: '2024-05-03T09:15:00.000Z',
  postedAtFrom: 'page',
  text: 'It is not.',
  media: [{ kind: 'image', url: 'https://pbs.example/bridge.jpg', alt: 'A <closed> bridge' }],
  form: 'page',
  state: 'live',
  blockIndex: 0,
  quote: { ...nobody, author: 'City Hall', handle: 'cityhall', text: 'The bridge\nis open.' },
  replyTo: { ...nobody, handle: 'ben' },
}

const ARTICLE: Article = {
  format: 'stet-article/1',
  kind: 'post',
  cleaner: 'stet-clean/1',
  title: 'Ana Ruiz on X',
  byline: ['Ana Ruiz'],
  site: 'X',
  published: null,
  modified: null,
  section: null,
  language: 'en',
  canonicalUrl: null,
  origins: {},
  dir: 'ltr',
  blocks: [{ kind: 'post', post: 'x:77' }],
  posts: [POST],
  removed: [],
  words: 3,
}

it('a post is written with what it answers and what it quotes', () => {
  expect(articleText(ARTICLE)).toBe(
    [
      '> In reply to @ben:',
      '> It is not.',
      '> > The bridge',
      '> > is open.',
      '> > — City Hall (@cityhall)',
      '> — Ana Ruiz (@ana), 2024-05-03, https://x.com/ana/status/77',
    ].join('\n'),
  )
})

it('a post’s page shows its picture from the archive, and only from there', () => {
  const html = articleHtml(ARTICLE, url => (url === POST.media[0]?.url ? FILE : null))
  expect(html).toContain(`<img src="${FILE}" alt="A &lt;closed&gt; bridge">`)
  expect(html).toContain('<blockquote><p>The bridge<br>is open.</p>')
  expect(articleHtml(ARTICLE, () => null)).not.toContain('<img')
})
