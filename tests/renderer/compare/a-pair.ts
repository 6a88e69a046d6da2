import { compareArticles, zonesOf } from '../../../archive/compare/index.ts'
import type { Pair } from '../../../archive/contract/source.ts'
import { articleText } from '../../../archive/model/article-text.ts'
import type { Article } from '../../../archive/model/article.ts'
import { anArticle, paragraph } from '../../compare/an-article.ts'

export interface Story {
  readonly title: string
  readonly paragraphs: readonly string[]
}

const articleOf = ({ title, paragraphs }: Story): Article =>
  anArticle({
    title,
    blocks: paragraphs.map(text => paragraph(text)),
    words: paragraphs.join(' ').split(' ').length,
  })

/** Two versions of one story, compared as the core compares them. */
export function aPair(before: Story, after: Story): Pair {
  const [from, to] = [articleOf(before), articleOf(after)]
  const side = (article: Article, version: number): Pair['from'] => ({
    snapshot: {
      snapshotId: `snapshot-${version}`,
      sourceId: 'source-1',
      url: 'https://courier.example/late-crossing',
      version,
      capturedAt: `2026-11-2${version}T08:00:00.000Z`,
      title: article.title,
      contentHash: String(version).repeat(64),
      fixityHash: 'f'.repeat(64),
      contentHashRule: 'content-hash/1',
      witness: 'captured',
      words: article.words,
      posts: 0,
      path: `/archive/snapshot-${version}`,
    },
    clock: 'system',
    site: article.site,
    byline: article.byline,
    published: article.published,
    modified: article.modified,
    language: article.language,
    dir: article.dir,
    text: articleText(article),
    blocks: zonesOf(article).map(({ block, range }) => ({
      kind: block.kind,
      role: null,
      level: null,
      range,
    })),
  })
  const comparison = compareArticles(from, to)
  const sideName = ({ snapshot: { url, version, capturedAt } }: Pair['from']) => ({
    url,
    version,
    capturedAt,
  })
  const [fromSide, toSide] = [side(from, 1), side(to, 2)]
  return {
    comparison: {
      ...comparison,
      from: 'snapshot-1',
      to: 'snapshot-2',
      sides: { from: sideName(fromSide), to: sideName(toSide) },
      sources: null,
    },
    from: fromSide,
    to: toSide,
  }
}

export const BOAT = 'The late boat leaves the island at ten o’clock.'
export const COST = 'Running it costs 2.1 million crowns a year.'
export const COST_CORRECTED = 'Running it costs 1.2 million crowns a year.'
export const CROWD = 'A crowd stood on the quay with lanterns and drums.'
export const MAYOR = 'The mayor asks the company to wait until spring.'
