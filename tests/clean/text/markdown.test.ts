import { describe, expect, it } from 'vitest'
import { postPlaceholder } from '../../../archive/model/post-token.ts'
import { cleanMarkdown, removedTexts } from './clean.ts'

describe('a Markdown file', () => {
  it('gives its front matter as facts', () => {
    const found = cleanMarkdown(
      '---\ntitle: "The wall: a plan"\nauthor:\n  - Ann Lee\n  - "[[Bo Ek]]"\ndate: 2026-03-03T10:00:00+01:00\nsource: https://paper.example/w/plan\nsite: The Paper\nlang: en-GB\ntags: [a, b]\n---\n\n# The wall: a plan\n\nWords.\n',
    )
    expect(found).toMatchObject({
      title: 'The wall: a plan',
      byline: ['Ann Lee', 'Bo Ek'],
      published: '2026-03-03T10:00:00+01:00',
      canonicalUrl: 'https://paper.example/w/plan',
      site: 'The Paper',
      language: 'en-GB',
      origins: { title: 'file-header', byline: 'file-header', language: 'file-header' },
    })
    expect(found.blocks).toEqual([{ kind: 'paragraph', text: 'Words.', spans: [] }])
  })

  it('takes the first heading as the title where there is no front matter', () => {
    expect(
      cleanMarkdown(
        '# The wall\n\nBy Ann Lee\n\nIt stands in the way of the ferry and of everybody who has to be on the other side by noon.',
      ),
    ).toMatchObject({
      title: 'The wall',
      byline: ['Ann Lee'],
    })
  })

  it('keeps marks and links as spans, and drops addresses that run script', () => {
    const [block] = cleanMarkdown(
      'Read the **whole *plan*** [here](https://p.example/a "t"), [not here](javascript:alert(1)) and `code`.',
    ).blocks
    expect(block).toEqual({
      kind: 'paragraph',
      text: 'Read the whole plan here, not here and code.',
      spans: [
        { kind: 'strong', start: 9, end: 19 },
        { kind: 'em', start: 15, end: 19 },
        { kind: 'link', start: 20, end: 24, href: 'https://p.example/a' },
        { kind: 'code', start: 39, end: 43 },
      ],
    })
  })

  it('keeps headings, quotes, lists, tables, code and pictures as what they are', () => {
    const found = cleanMarkdown(
      '## Part\n\n> One.\n>\n> Two.\n\n1. a\n   - b\n2. c\n\n| h | i |\n|---|---|\n| 1 | 2 |\n\n```js\nx < 1\n```\n\n![A crane](https://p.example/c.jpg "At dawn")\n\nSetext\n======\n',
    )
    expect(found.title).toBe('Part')
    expect(found.blocks.map(block => block.kind)).toEqual([
      'quote',
      'list',
      'table',
      'code',
      'figure',
      'heading',
    ])
    expect(found.blocks[0]).toMatchObject({ paragraphs: [{ text: 'One.' }, { text: 'Two.' }] })
    expect(found.blocks[1]).toMatchObject({
      ordered: true,
      items: [{ text: 'a', items: [{ text: 'b' }] }, { text: 'c' }],
    })
    expect(found.blocks[2]).toMatchObject({
      rows: [
        [{ text: 'h', header: true }, { text: 'i' }],
        [{ text: '1', header: false }, { text: '2' }],
      ],
    })
    expect(found.blocks[3]).toEqual({ kind: 'code', text: 'x < 1' })
    expect(found.blocks[4]).toMatchObject({
      src: 'https://p.example/c.jpg',
      alt: 'A crane',
      caption: { text: 'At dawn' },
    })
  })

  it('holds no raw markup', () => {
    const found = cleanMarkdown(
      '<div onclick="x()">Some <b>words</b></div>\n\n<script>alert(1)</script>\n\nText <img src=x onerror=y> more.',
    )
    expect(JSON.stringify(found.blocks)).not.toMatch(/onclick|onerror|alert|<\w/)
  })

  it('loses its furniture like any saved text', () => {
    const found = cleanMarkdown(
      '# The wall\n\nIt stands.\n\n## Related articles\n\n- [Another wall](https://p.example/b)\n\nBack to top',
    )
    expect(removedTexts(found)).toEqual(['Related articles', 'Another wall', 'Back to top'])
  })

  it('has its posts put back, inside a quote too', () => {
    const one = {
      key: 'x:1',
      platform: 'x',
      postId: null,
      url: null,
      author: null,
      handle: null,
      postedAt: null,
      postedAtFrom: null,
      text: null,
      media: [],
      form: 'plain-text',
      state: 'unknown',
      blockIndex: null,
    } as const
    const found = cleanMarkdown(`Before.\n\n> ${postPlaceholder(0)}\n\nAfter.`, [one])
    expect(found.blocks.map(block => block.kind)).toEqual(['paragraph', 'post', 'paragraph'])
  })
})
