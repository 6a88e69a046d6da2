import { elementsNamed } from '../elements.ts'
import { readLooseJson } from './json-repair.ts'
import { bare, plain } from './words.ts'

/** An object of a JSON-LD graph. */
export type LdNode = Readonly<Record<string, unknown>>

const MAX_DEPTH = 12
const MAX_NODES = 5_000

/** Whether a value is an object, as nodes are. */
export function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as a list: JSON-LD lets one thing stand alone where several may stand. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.flat(2) : [value]
}

/** The types of a node without their vocabulary prefix: `NewsArticle`. */
export function typesOf(node: LdNode): readonly string[] {
  return listOf(node['@type'] ?? node['type'])
    .filter(type => typeof type === 'string')
    .map(type => type.replace(/^.*[/#:]/, ''))
}

/** The first string a value holds, as words; of an object, its `name` or `@value`. */
export function ldText(value: unknown): string | null {
  for (const item of listOf(value)) {
    if (typeof item === 'number') return String(item)
    const text = typeof item === 'string' ? item : isNode(item) ? (item['@value'] ?? item['name']) : null
    const words = typeof text === 'string' ? plain(text) : Array.isArray(text) ? ldText(text) : null
    if (words) return words
  }
  return null
}

/** Every node in the page's JSON-LD, with references (`{"@id": …}`) looked up on demand. */
export interface LdGraph {
  readonly nodes: readonly LdNode[]
  resolve(value: unknown): readonly LdNode[]
}

/** What hangs below these is another thing than the page: a teaser, a comment, an older post. */
const SIDE_BRANCHES: ReadonlySet<string> = new Set([
  'itemListElement',
  'relatedLink',
  'comment',
  'review',
  'reviews',
  'liveBlogUpdate',
  'citation',
  'isBasedOn',
  'mentions',
  'hasPart',
  'suggestedAnswer',
  'acceptedAnswer',
])

export function readJsonLd(document: Document): LdGraph {
  const nodes: LdNode[] = []
  const byId = new Map<string, LdNode>()
  const walk = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return
    for (const item of listOf(value)) {
      if (!isNode(item)) continue
      if (typesOf(item).length > 0 || item['headline'] !== undefined) nodes.push(item)
      const id = item['@id']
      const known = typeof id === 'string' ? byId.get(id) : undefined
      if (typeof id === 'string' && (!known || Object.keys(known).length < Object.keys(item).length)) {
        byId.set(id, item)
      }
      for (const [key, inner] of Object.entries(item)) {
        if (typeof inner === 'object' && !SIDE_BRANCHES.has(key)) walk(inner, depth + 1)
      }
    }
  }
  for (const script of elementsNamed(document, 'script')) {
    if (!/ld\+json/i.test(script.getAttribute('type') ?? '')) continue
    walk(readLooseJson(script.textContent ?? ''), 0)
  }
  const resolve = (value: unknown): readonly LdNode[] =>
    listOf(value).flatMap(item => {
      if (typeof item === 'string') return [{ name: item }]
      if (!isNode(item)) return []
      const id = item['@id']
      const full = typeof id === 'string' && item['name'] === undefined ? byId.get(id) : undefined
      return [full ?? item]
    })
  return { nodes, resolve }
}

const ARTICLE_TYPE =
  /(?:Article|Posting|Report|^Review|Recipe|^CreativeWork|AnalysisNews|^VideoObject|Podcast)/
const CORE_TYPE = /(?:Article|BlogPosting|LiveBlogPosting|Report|AnalysisNews)/

function addressOf(node: LdNode): string {
  const page = node['mainEntityOfPage']
  const claim = node['url'] ?? (isNode(page) ? (page['@id'] ?? page['url']) : page) ?? node['@id']
  return typeof claim === 'string' ? claim.replace(/[#?].*$/, '').replace(/\/$/, '') : ''
}

/**
 * The node that describes the page's story: an article by type, best one whose address or headline is the
 * page's own, since pages also mark up teasers of other stories. Null where there is none.
 */
export function storyNode(graph: LdGraph, url: string, titles: readonly string[]): LdNode | null {
  const here = url.replace(/[#?].*$/, '').replace(/\/$/, '')
  const known = titles.map(bare).filter(Boolean)
  const rank = (node: LdNode): number => {
    const types = typesOf(node)
    if (!types.some(type => ARTICLE_TYPE.test(type))) return -1
    const headline = bare(ldText(node['headline'] ?? node['name']) ?? '')
    const titleFits =
      headline !== '' && known.some(title => title.includes(headline) || headline.includes(title))
    return (
      (types.some(type => CORE_TYPE.test(type)) ? 4 : 0) +
      (titleFits ? 4 : 0) +
      (here !== '' && addressOf(node) === here ? 2 : 0) +
      (node['datePublished'] !== undefined ? 2 : 0) +
      (node['author'] !== undefined ? 1 : 0)
    )
  }
  let best: LdNode | null = null
  let top = 0
  for (const node of graph.nodes) {
    const score = rank(node)
    if (score > top) [best, top] = [node, score]
  }
  return best
}
