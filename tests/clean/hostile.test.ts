import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleHtml, articleMarkdown } from '../../archive/clean/index.ts'
import { articleText } from '../../archive/model/article-text.ts'
import { clean, page, paragraphs, STORY, texts } from './page.ts'

describe('hostile and odd pages', () => {
  it('takes nesting far deeper than any reader would', () => {
    const deep = `${'<div>'.repeat(3_000)}${paragraphs()}${'</div>'.repeat(3_000)}`
    expect(texts(clean(page(deep)).article)).toEqual(STORY)
  })

  it('takes thousands of nested inline elements', () => {
    const deep = `<p>${'<b>'.repeat(2_000)}${STORY[0]}${'</b>'.repeat(2_000)}</p>`
    expect(articleText(clean(page(deep + paragraphs(STORY.slice(1)))).article)).toContain(STORY[0])
  })

  it('takes attributes without end, lone surrogates and NULs', () => {
    const html = page(
      `<p class="${'x '.repeat(50_000)}">${STORY[0]}</p><p>\uD800\0 ${STORY[1]}</p>${paragraphs(STORY.slice(2))}`,
    )
    expect(articleText(clean(html).article)).toContain(STORY[0])
  })

  it('takes a table that claims a million columns', () => {
    const { article } = clean(
      page(
        `${paragraphs()}<table><tr><th>a</th><th colspan="99999999">b</th></tr><tr><td rowspan="-3">c</td><td>d</td></tr></table>`,
      ),
    )
    expect(JSON.stringify(article)).not.toContain('99999999')
  })

  it('never throws, and always renders, whatever tags it meets', () => {
    const open = [
      'p',
      'div',
      'ul',
      'li',
      'table',
      'tr',
      'td',
      'figure',
      'figcaption',
      'blockquote',
      'h2',
      'a href="x"',
      'b',
      'svg',
      'text',
      'picture',
      'pre',
      'noscript',
      'template shadowrootmode="open"',
      'slot',
      'br',
      'img src="a.jpg"',
      'form',
      'select',
      'iframe src="https://a.example/"',
    ]
    const piece = fc.oneof(
      fc.constantFrom(...open.map(tag => `<${tag}>`), ...open.map(tag => `</${tag.split(' ')[0]}>`)),
      fc.constantFrom(
        ...STORY,
        'Related articles',
        'Photo: A',
        ' ',
        '&nbsp;',
        '<!--',
        '<script>',
        '</script>',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const { article } = clean(`<body>${pieces.join('')}`)
        expect(articleHtml(article)).toContain('</html>')
        articleMarkdown(article)
        for (const block of article.blocks) {
          if (block.kind !== 'paragraph') continue
          for (const span of block.spans) {
            expect(span.start).toBeGreaterThanOrEqual(0)
            expect(span.end).toBeLessThanOrEqual(block.text.length)
            expect(span.start).toBeLessThan(span.end)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

function entry(i: number): string {
  return `<div class="entry" id="e${i}"><h3>Update ${i}: the count in ward ${i % 50}</h3><time>1${i % 10}:0${i % 6}</time>
<p>At the ${i}th hour of the count, officials said that district ${i} had reported, with turnout at ${40 + (i % 30)} per cent, and that nothing else was known, for now.</p>
<p>A <a href="/w/${i}">second report</a>, number ${i * 7}, followed, and it was longer than the first, with more commas, and a name: <em>Ada ${i}</em>.</p>
<figure><img src="/i/${i}.jpg" alt="p${i}"><figcaption>Ward ${i} <span class="credit">Photo: B. ${i}</span></figcaption></figure></div>`
}

describe('a page of five megabytes', () => {
  const ENTRIES = 8_500

  it('is cleaned whole, without time that grows by its square', { timeout: 120_000 }, () => {
    const html = page(Array.from({ length: ENTRIES }, (_, i) => entry(i)).join('\n'), {
      title: 'Live: the count',
    })
    expect(html.length).toBeGreaterThan(4_500_000)
    const { article } = clean(html)
    expect(article.title).toBe('Live: the count')
    const count = (kind: string): number => article.blocks.filter(block => block.kind === kind).length
    expect(count('heading')).toBe(ENTRIES)
    expect(count('paragraph')).toBeGreaterThanOrEqual(2 * ENTRIES)
    expect(count('figure')).toBe(ENTRIES)
  })
})
