import type { Article, Block, FigureBlock, RichText, TableBlock } from '../../archive/model/article.ts'
import type { Post } from '../../archive/model/post.ts'

export function anArticle(over: Partial<Article> = {}): Article {
  return {
    format: 'stet-article/1',
    cleaner: 'test/1',
    title: 'Old bridge to close for repairs',
    byline: ['Ana Ruiz'],
    site: 'The Quay Courier',
    published: '2026-03-02T08:00:00Z',
    modified: null,
    section: null,
    language: 'en',
    canonicalUrl: null,
    origins: {},
    dir: 'ltr',
    blocks: [paragraph('The council met on Monday.'), paragraph('The bridge carries 4,000 people a day.')],
    posts: [],
    removed: [],
    words: 12,
    ...over,
  }
}

export function rich(text: string, links: Readonly<Record<string, string>> = {}): RichText {
  const spans = Object.entries(links).map(([words, href]) => {
    const start = text.indexOf(words)
    return { kind: 'link' as const, href, start, end: start + words.length }
  })
  return { text, spans }
}

export function paragraph(text: string, links: Readonly<Record<string, string>> = {}): Block {
  return { kind: 'paragraph', ...rich(text, links) }
}

export function figure(src: string, caption = '', credit: string | null = null): FigureBlock {
  return { kind: 'figure', media: 'image', src, alt: '', caption: rich(caption), credit }
}

export function table(...rows: readonly (readonly string[])[]): TableBlock {
  return {
    kind: 'table',
    caption: null,
    rows: rows.map(row => row.map(text => ({ ...rich(text), header: false }))),
  }
}

export function aPost(over: Partial<Post> = {}): Post {
  return {
    key: 'x:77',
    platform: 'x',
    postId: '77',
    url: 'https://x.example/mayor/status/77',
    author: 'The Mayor',
    handle: 'mayor',
    postedAt: '2026-03-01',
    postedAtFrom: 'page',
    text: 'The bridge is safe.',
    media: [],
    form: 'blockquote',
    state: 'live',
    ...over,
  } as Post
}
