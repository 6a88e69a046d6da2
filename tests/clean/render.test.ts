import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { articleHtml, articleMarkdown } from '../../archive/clean/index.ts'
import { ALLOWED } from '../../archive/clean/render/allowed.ts'
import type { Article, Block } from '../../archive/model/article.ts'

const BAD = '"><script>alert(1)</script><img src=x onerror=alert(1)>'

function article(blocks: readonly Block[], more: Partial<Article> = {}): Article {
  return {
    format: 'stet-article/1',
    cleaner: 'stet-clean/1',
    title: 'Old bridge closes',
    byline: ['Ann Winter'],
    site: 'The Paper',
    published: '2026-01-05',
    modified: null,
    section: null,
    language: 'en',
    canonicalUrl: 'https://paper.example/bridge',
    origins: {},
    dir: 'ltr',
    blocks,
    posts: [],
    removed: [],
    words: 0,
    ...more,
  }
}

const plain = { text: '', spans: [] }

describe('article.html', () => {
  it('is a whole page with headline, byline, dates and body', () => {
    const html = articleHtml(
      article([
        { kind: 'paragraph', role: 'standfirst', text: 'Cracks.', spans: [] },
        { kind: 'heading', level: 3, text: 'Cost', spans: [] },
        {
          kind: 'paragraph',
          text: 'It\ncosts much.',
          spans: [{ start: 3, end: 8, kind: 'link', href: 'https://a.example/' }],
        },
      ]),
    )
    const { document } = new JSDOM(html).window
    expect(document.querySelector('h1')?.textContent).toBe('Old bridge closes')
    expect(document.querySelector('.byline')?.textContent).toBe(
      'Ann Winter · The Paper · Published 2026-01-05',
    )
    expect(document.querySelector('p.standfirst')?.textContent).toBe('Cracks.')
    expect(document.querySelector('h3')?.textContent).toBe('Cost')
    expect(document.querySelector('a')?.outerHTML).toBe(
      '<a href="https://a.example/" rel="noreferrer">costs</a>',
    )
    expect(document.querySelectorAll('article > p')[1]?.innerHTML).toMatch(/^It<br><a/)
  })

  it('says the language and the direction', () => {
    expect(articleHtml(article([], { language: 'ar', dir: 'rtl' }))).toContain('<html lang="ar" dir="rtl">')
  })

  it('holds no element, attribute or address that is not on the list, whatever the article says', () => {
    const bad = {
      text: BAD,
      spans: [{ start: 0, end: 9, kind: 'link' as const, href: 'javascript:alert(1)' }],
    }
    const html = articleHtml(
      article(
        [
          { kind: 'heading', level: 2, ...bad },
          { kind: 'paragraph', ...bad },
          { kind: 'list', ordered: false, items: [{ ...bad, items: [bad] }] },
          { kind: 'quote', paragraphs: [bad], cite: BAD },
          { kind: 'figure', media: 'image', src: 'javascript:alert(1)', alt: BAD, caption: bad, credit: BAD },
          {
            kind: 'figure',
            media: 'frame',
            src: 'data:text/html,<script>',
            alt: BAD,
            caption: bad,
            credit: null,
          },
          { kind: 'table', caption: BAD, rows: [[{ ...bad, header: true }]] },
          { kind: 'code', text: BAD },
          { kind: 'post', post: 'x:1' },
        ],
        {
          title: BAD,
          byline: [BAD],
          site: BAD,
          language: BAD,
          canonicalUrl: 'javascript:alert(1)',
          published: BAD,
          posts: [
            {
              key: 'x:1',
              platform: 'x',
              postId: null,
              url: 'javascript:alert(1)',
              author: BAD,
              handle: BAD,
              postedAt: BAD,
              postedAtFrom: 'page',
              text: BAD,
              media: [],
              form: 'blockquote',
              state: 'unknown',
              blockIndex: 8,
            },
          ],
        },
      ),
    )
    const { document } = new JSDOM(html).window
    for (const element of document.querySelectorAll('*')) {
      const allowed = ALLOWED[element.localName]
      expect(allowed, element.localName).toBeDefined()
      for (const name of element.getAttributeNames()) {
        if (name !== 'http-equiv') expect(allowed, `${element.localName} ${name}`).toContain(name)
      }
      for (const name of ['href', 'src']) {
        expect(element.getAttribute(name) ?? 'https:').toMatch(/^(?:https?|mailto):/)
      }
    }
    expect(document.querySelector('script, iframe, [onerror]')).toBeNull()
    expect(html).toContain("default-src 'none'")
  })

  it('shows pictures from the archive, and links to those it does not hold', () => {
    const figure = (src: string): Block => ({
      kind: 'figure',
      media: 'image',
      src,
      alt: 'Pier',
      caption: plain,
      credit: null,
    })
    const held = `resources/${'ab'.repeat(32)}.jpg`
    const html = articleHtml(
      article([figure('https://a.example/held.jpg'), figure('https://a.example/lost.jpg')]),
      src => (src.includes('held') ? held : null),
    )
    const { document } = new JSDOM(html).window
    expect([...document.images].map(image => image.getAttribute('src'))).toEqual([held])
    expect(document.querySelector('figure a')?.getAttribute('href')).toBe('https://a.example/lost.jpg')
  })

  it('shows no picture from the web, whoever names it', () => {
    const figure: Block = {
      kind: 'figure',
      media: 'image',
      src: 'x:y',
      alt: 'Pier',
      caption: plain,
      credit: null,
    }
    expect(articleHtml(article([figure]), () => 'https://spy.example/p.gif')).not.toContain('spy.example')
  })

  it('shows films and frames as links, so that nothing loads by itself', () => {
    const html = articleHtml(
      article([
        {
          kind: 'figure',
          media: 'frame',
          src: 'https://maps.example/x',
          alt: 'Map',
          caption: plain,
          credit: null,
        },
      ]),
    )
    expect(html).toContain('<a href="https://maps.example/x" rel="noreferrer">Map</a>')
    expect(html).not.toContain('<iframe')
  })

  it('nests spans that cover one another', () => {
    const html = articleHtml(
      article([
        {
          kind: 'paragraph',
          text: 'one two three',
          spans: [
            { start: 0, end: 13, kind: 'strong' },
            { start: 4, end: 7, kind: 'em' },
            { start: 4, end: 7, kind: 'link', href: 'https://a.example/' },
          ],
        },
      ]),
    )
    expect(html).toContain(
      '<strong>one <em><a href="https://a.example/" rel="noreferrer">two</a></em> three</strong>',
    )
  })
})

describe('Markdown', () => {
  it('writes every kind of block', () => {
    const text = articleMarkdown(
      article([
        { kind: 'heading', level: 2, text: 'Cost', spans: [] },
        { kind: 'paragraph', text: 'So *much* money', spans: [{ start: 3, end: 9, kind: 'strong' }] },
        {
          kind: 'list',
          ordered: true,
          items: [{ text: 'one', spans: [], items: [{ text: 'deep', spans: [] }] }],
        },
        { kind: 'quote', paragraphs: [{ text: 'No.', spans: [] }], cite: 'Ann' },
        {
          kind: 'figure',
          media: 'image',
          src: 'https://a.example/a b.jpg',
          alt: 'Pier',
          caption: { text: 'A pier', spans: [] },
          credit: 'Ann',
        },
        {
          kind: 'table',
          caption: null,
          rows: [[{ text: 'a|b', spans: [], header: true }], [{ text: 'c', spans: [], header: false }]],
        },
        { kind: 'code', text: 'a ``` b' },
      ]),
    )
    expect(text).toBe(
      [
        '# Old bridge closes',
        '*Ann Winter · The Paper · 2026-01-05*',
        '## Cost',
        'So **\\*much\\*** money',
        '1. one\n   - deep',
        '> No.\n>\n> — Ann',
        '[Pier](<https://a.example/a%20b.jpg>)\n\nA pier (Ann)',
        '| a\\|b |\n| --- |\n| c |',
        '````\na ``` b\n````\n',
      ].join('\n\n'),
    )
  })
})
