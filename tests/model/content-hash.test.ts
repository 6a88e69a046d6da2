import { describe, expect, test } from 'vitest'
import type { Article, Block, ParagraphBlock } from '../../archive/model/article.ts'
import { contentHash } from '../../archive/model/content-hash.ts'

const paragraph = (text: string, href?: string): ParagraphBlock => ({
  kind: 'paragraph',
  text,
  spans: href ? [{ start: 0, end: 3, kind: 'link', href }] : [],
})

const figure = (src: string, caption: string): Block => ({
  kind: 'figure',
  media: 'image',
  src,
  alt: '',
  caption: { text: caption, spans: [] },
  credit: null,
})

function article(blocks: readonly Block[], more: Partial<Article> = {}): Article {
  return {
    format: 'stet-article/1',
    cleaner: 'test',
    title: 'Harbour board delays the barrier',
    byline: ['Mara Ellison'],
    site: 'Tidings',
    published: '2026-11-20',
    modified: null,
    section: null,
    language: 'en',
    canonicalUrl: null,
    origins: {},
    dir: 'ltr',
    blocks,
    posts: [],
    removed: [],
    words: 10,
    ...more,
  }
}

const base = article([
  paragraph('The total was 412 crowns, “a lot” – they said.', 'https://a.example/x?utm_source=mail'),
  figure('https://a.example/p.jpg', 'The quay at dawn'),
])
const value = (a: Article, pictures = {}) => contentHash(a, pictures).value

describe('content-hash/1 is the same', () => {
  test.each<[string, Article]>([
    [
      'with other quotes, dashes, spaces and tracking',
      article([
        paragraph('The total was 412  crowns, "a lot" - they\u00a0said.', 'http://a.example/x?fbclid=1'),
        figure('https://a.example/p.jpg', 'The quay at dawn'),
      ]),
    ],
    [
      'with other dates, section, language and removed furniture',
      {
        ...base,
        modified: '2026-11-21T10:00:00Z',
        section: 'News',
        removed: [{ rule: 'related', text: 'x' }],
      },
    ],
    [
      'with decomposed letters',
      article(base.blocks, { title: 'Harbour board delays the barrier'.normalize('NFD') }),
    ],
    [
      'with a line that counts or ages by itself',
      article([...base.blocks, paragraph('1,204 views'), paragraph('Updated 3 hours ago')]),
    ],
    [
      'with other emphasis',
      article([
        {
          ...(base.blocks[0] as ParagraphBlock),
          spans: [...(base.blocks[0] as ParagraphBlock).spans, { start: 4, end: 9, kind: 'em' }],
        },
        base.blocks[1] as Block,
      ]),
    ],
  ])('%s', (_, other) => {
    expect(value(other)).toBe(value(base))
  })
  test('for the same picture under another address', () => {
    const moved = article([base.blocks[0] as Block, figure('https://cdn.example/z.jpg', 'The quay at dawn')])
    expect(value(moved, { 'https://cdn.example/z.jpg': 'aa' })).toBe(
      value(base, { 'https://a.example/p.jpg': 'aa' }),
    )
  })
})

describe('content-hash/1 differs', () => {
  const text = 'The total was 412 crowns, “a lot” – they said.'
  test.each<[string, Article]>([
    [
      'for one figure',
      article([paragraph(text.replace('412', '214'), 'https://a.example/x'), base.blocks[1] as Block]),
    ],
    ['for a link', article([paragraph(text, 'https://a.example/y'), base.blocks[1] as Block])],
    [
      'for a caption',
      article([base.blocks[0] as Block, figure('https://a.example/p.jpg', 'The quay at dusk')]),
    ],
    [
      'for a picture',
      article([base.blocks[0] as Block, figure('https://a.example/q.jpg', 'The quay at dawn')]),
    ],
    ['for a byline', article(base.blocks, { byline: ['Staff reporters'] })],
    ['for a headline', article(base.blocks, { title: 'Harbour board scraps the barrier' })],
    ['for the order of blocks', article(base.blocks.toReversed())],
    [
      'for an age inside a sentence',
      article([...base.blocks, paragraph('The ship sank 3 hours ago, the board said.')]),
    ],
  ])('%s', (_, other) => {
    expect(value(other)).not.toBe(value(base))
  })
  test('for new bytes under the same picture address', () => {
    const at = 'https://a.example/p.jpg'
    expect(value(base, { [at]: 'aa' })).not.toBe(value(base, { [at]: 'bb' }))
  })
  test('between lines of different age only where they are the story', () => {
    const aged = (n: number) =>
      article([...base.blocks, paragraph(`It happened ${n} hours ago in the old mill.`)])
    expect(value(aged(3))).not.toBe(value(aged(4)))
  })
})
