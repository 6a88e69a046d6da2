import { describe, expect, it } from 'vitest'
import { compareArticles } from '../../archive/compare/index.ts'
import { articleText } from '../../archive/model/article-text.ts'
import type { Article, Block } from '../../archive/model/article.ts'
import { contentHash } from '../../archive/model/content-hash.ts'
import { anArticle, aPost, figure, paragraph, table } from './an-article.ts'

const before = anArticle()
const blocks = before.blocks

/** Kind and rule of each line that is not noise. */
function told(from: Article, to: Article, pictures?: Parameters<typeof compareArticles>[2]): string[] {
  return compareArticles(from, to, pictures)
    .verdict.filter(line => line.kind !== 'noise')
    .map(line => `${line.kind}/${line.rule}`)
}

function summaries(from: Article, to: Article): string[] {
  return compareArticles(from, to).verdict.map(line => line.summary)
}

function linkedAndCounted(href: string, counter: string): Article {
  return anArticle({ blocks: [paragraph('See the plan.', { plan: href }), paragraph(counter)] })
}

function pierAt(src: string): Article {
  return anArticle({ blocks: [...blocks, figure(src, 'The pier')] })
}

function planAt(href: string): Article {
  return anArticle({ blocks: [paragraph('See the plan of works.', { plan: href })] })
}

function withLead(text: string): Article {
  return anArticle({ blocks: [{ kind: 'paragraph', role: 'standfirst', text, spans: [] }, ...blocks] })
}

describe('two captures of the same article', () => {
  it('are the same and there is nothing to say', () => {
    expect(compareArticles(before, anArticle())).toMatchObject({ same: true, verdict: [] })
  })

  it('are the same with other dates, trackers and counters, which are told as noise', () => {
    const from = linkedAndCounted('https://a.example/plan?utm_source=x', '1,204 views')
    const to = {
      ...linkedAndCounted('https://a.example/plan', '1,377 views'),
      modified: '2026-03-03T10:00:00Z',
    }
    const { same, verdict } = compareArticles(from, to)
    expect(same).toBe(true)
    expect(verdict.every(line => line.kind === 'noise')).toBe(true)
    expect(contentHash(from).value).toBe(contentHash(to).value)
  })

  it('are the same exactly where the content hash says so', () => {
    const variants = [
      before,
      anArticle({ title: 'Old bridge to open' }),
      anArticle({ byline: [] }),
      anArticle({ modified: '2026-03-03' }),
      anArticle({ site: 'Another' }),
      anArticle({ blocks: blocks.toReversed() }),
      anArticle({ blocks: [...blocks, figure('https://a.example/p.jpg', 'The pier')] }),
      anArticle({ blocks: [paragraph('The council met on Monday. The bridge carries 4,000 people a day.')] }),
      anArticle({ blocks: [{ kind: 'list', ordered: false, items: [{ text: 'One', spans: [] }] }] }),
      anArticle({ blocks: [{ kind: 'list', ordered: true, items: [{ text: 'One', spans: [] }] }] }),
    ]
    for (const from of variants) {
      for (const to of variants) {
        const { same, verdict } = compareArticles(from, to)
        expect(same).toBe(contentHash(from).value === contentHash(to).value)
        expect(verdict.every(line => line.kind === 'noise')).toBe(same)
      }
    }
  })

  it('say so where the cleaning rules differ', () => {
    expect(compareArticles(before, anArticle({ cleaner: 'test/2' })).verdict).toMatchObject([
      { kind: 'noise', rule: 'cleaner' },
    ])
  })
})

describe('the verdict on an article', () => {
  it('names headline, byline, outlet and the page’s dates', () => {
    const to = anArticle({
      title: 'Old bridge stays open',
      byline: ['Ana Ruiz', 'Tom Weir'],
      site: 'The Quay Herald',
      modified: '2026-03-02T11:00:00Z',
      blocks: [paragraph('The council met on Tuesday.'), blocks[1]!],
    })
    expect(told(before, to)).toEqual([
      'headline/headline',
      'date/date',
      'byline/byline',
      'outlet/outlet',
      'modified/modified',
    ])
    expect(summaries(before, to)[0]).toBe(
      'The headline “Old bridge to close for repairs” became “Old bridge stays open”.',
    )
  })

  it('takes one moment in two spellings for the same date', () => {
    expect(told(before, anArticle({ published: '2026-03-02T09:00:00+01:00' }))).toEqual([])
  })

  it('gives places in the article’s text', () => {
    const to = anArticle({ blocks: [blocks[0]!, paragraph('The bridge carries 4,500 people a day.')] })
    const [line] = compareArticles(before, to).verdict
    expect(line).toMatchObject({ kind: 'figure', before: '4,000', after: '4,500' })
    expect(articleText(to).slice(...line!.to!)).toBe('4,500')
  })

  it('names pictures that came, went or were replaced, and new captions', () => {
    const pier = figure('https://a.example/pier.jpg', 'The northern pier')
    const withPier = anArticle({ blocks: [...blocks, pier] })
    expect(told(before, withPier)).toEqual(['image/image'])
    expect(told(withPier, before)).toEqual(['image/image'])
    const other = figure('https://a.example/other.jpg', 'The northern pier')
    expect(summaries(withPier, anArticle({ blocks: [...blocks, other] }))).toEqual([
      'The picture “The northern pier” was replaced by another under the same caption.',
    ])
    const renamed = figure('https://a.example/pier.jpg', 'The southern pier', 'Photo: T. Weir')
    expect(told(withPier, anArticle({ blocks: [...blocks, renamed] }))).toEqual([
      'caption/caption',
      'caption/credit',
    ])
  })

  it('takes what is drawn in the page itself for the same where its words are', () => {
    const drawn = (caption: string, alt = ''): Block => ({
      kind: 'figure',
      media: 'graphic',
      src: null,
      alt,
      caption: { text: caption, spans: [] },
      credit: null,
    })
    const charts = (...words: string[]) =>
      anArticle({ blocks: [...blocks, drawn(''), drawn(''), ...words.map(word => drawn(word))] })
    expect(compareArticles(charts('Rainfall'), charts('Rainfall'))).toMatchObject({
      class: 'none',
      verdict: [],
    })
    expect(told(charts('Rainfall'), charts('Rainfall in May'))).toEqual(['caption/caption'])
    expect(told(charts('Rainfall', 'Snow'), charts('Rainfall'))).toEqual(['image/image'])
  })

  it('knows a picture by its bytes where both sides have them', () => {
    const [a, b] = ['https://a.example/1.jpg', 'https://a.example/2.jpg']
    const moved = compareArticles(pierAt(a), pierAt(b), { from: { [a]: 'aa' }, to: { [b]: 'aa' } })
    expect(moved).toMatchObject({ same: true, verdict: [] })
    expect(told(pierAt(a), pierAt(a), { from: { [a]: 'aa' }, to: { [a]: 'bb' } })).toEqual([
      'image/image-bytes',
    ])
    expect(compareArticles(pierAt(a), pierAt(a), { from: { [a]: 'aa' }, to: {} }).same).toBe(true)
  })

  it('names links that came, went or lead elsewhere, but not those of a new sentence', () => {
    const [from, to] = [planAt('https://a.example/1'), planAt('https://a.example/2')]
    expect(told(from, to)).toEqual(['link/link'])
    expect(told(from, anArticle({ blocks: [paragraph('See the plan of works.')] }))).toEqual(['link/link'])
    const added = paragraph('A map shows the ferry stops.', { map: 'https://a.example/map' })
    expect(told(before, anArticle({ blocks: [...blocks, added] }))).toEqual(['text-added/sentence'])
  })

  it('names posts that went, changed their words or were deleted', () => {
    const post = { kind: 'post', post: 'x:77' } as const
    const embedded = (over = {}) => anArticle({ blocks: [...blocks, post], posts: [aPost(over)] })
    expect(told(embedded(), before)).toEqual(['post/post'])
    expect(summaries(before, embedded())).toEqual([
      'An embedded post by The Mayor, @mayor on X was added: “The bridge is safe.”',
    ])
    expect(told(embedded(), embedded({ text: 'The bridge is not safe.' }))).toEqual(['post/post-text'])
    expect(compareArticles(embedded(), embedded({ state: 'deleted' })).verdict).toMatchObject([
      { rule: 'post-state', before: 'live', after: 'deleted' },
    ])
  })

  it('names the cell of a table', () => {
    const from = anArticle({ blocks: [...blocks, table(['Ward', 'Votes'], ['North', '120'])] })
    const to = anArticle({ blocks: [...blocks, table(['Ward', 'Votes'], ['North', '140'])] })
    expect(summaries(from, to)).toEqual(['In table 1, in the row “North”, “120” became “140”.'])
  })

  it('names a moved paragraph once', () => {
    const third = paragraph('A ferry will carry schoolchildren until the works are over.')
    const from = anArticle({ blocks: [...blocks, third] })
    expect(told(from, anArticle({ blocks: [third, ...blocks] }))).toEqual(['text-moved/sentence'])
  })

  it('names a changed standfirst', () => {
    expect(
      told(withLead('Ferries will run until autumn.'), withLead('Ferries will run until winter.')),
    ).toEqual(['standfirst/standfirst'])
  })

  it('gives a reason even where only the form differs', () => {
    const one = anArticle({
      blocks: [paragraph('The council met on Monday. The bridge carries 4,000 people a day.')],
    })
    expect(told(before, one)).toEqual(['text-edited/form'])
  })
})
