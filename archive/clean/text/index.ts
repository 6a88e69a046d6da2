import type { Article, Block, MetadataField, Origin } from '../../model/article.ts'
import type { Post } from '../../model/post.ts'
import { blockTexts, blockWords } from '../block-words.ts'
import { CLEANER } from '../cleaner.ts'
import { textDirection } from '../direction.ts'
import { normaliseDate } from '../metadata/dates/normalise.ts'
import { languageOfScript, languageTag } from '../metadata/language.ts'
import { buildBody, putPostsBack } from './body.ts'
import { readHead, type HeadFacts } from './head.ts'
import { readLines } from './lines.ts'
import { readMarkdown } from './markdown/index.ts'
import { outletOf } from './outlet.ts'
import { cutTail } from './tail.ts'
import type { Unit } from './unit.ts'

export interface SavedText {
  /** The file's words, with a stand-in paragraph (`postPlaceholder`) for each post. */
  readonly text: string
  readonly markdown: boolean
  /** Name without its folder, null where there is none: a day in front ("2025-11-24-…") is a date. */
  readonly fileName: string | null
}

const DAY_IN_NAME = /^(\d{4}-\d{2}-\d{2})(?!\d)/

function asStandfirst(unit: Unit): Block {
  return unit.block.kind === 'paragraph' ? { ...unit.block, role: 'standfirst' } : unit.block
}

function placed(posts: readonly Post[], blocks: readonly Block[]): readonly Post[] {
  return posts.map(post => {
    const index = blocks.findIndex(block => block.kind === 'post' && block.post === post.key)
    return { ...post, blockIndex: index < 0 ? null : index }
  })
}

/**
 * Cleans an article that was saved as plain text or Markdown: headline, byline, outlet and dates from its own
 * words, the site's furniture cut off both ends into `removed`, the rest as blocks. `posts` are those that stand
 * in the text as placeholders, in their order. Never throws on a text, whatever it holds.
 */
export function cleanText({ text, markdown, fileName }: SavedText, posts: readonly Post[]): Article {
  const source = markdown ? readMarkdown(text) : { front: null, units: readLines(text) }
  const front = source.front
  const head = readHead(source.units, front?.facts ?? {})
  const { end, removed } = cutTail(head.rest, 0)
  const story = head.rest.slice(0, end)
  const body = markdown ? putPostsBack(story, posts) : buildBody(story, posts)
  const blocks = [...head.standfirst.map(asStandfirst), ...body]
  const { facts } = head
  const allRemoved = [...head.removed, ...removed]
  const sample = [facts.title ?? '', ...blocks.flatMap(blockTexts)].join(' ')
  const nameDate = normaliseDate(DAY_IN_NAME.exec(fileName ?? '')?.[1] ?? '')
  const site =
    facts.site ??
    outletOf(
      story.map(unit => unit.text),
      allRemoved.map(item => item.text),
    )
  const language = front?.language ? languageTag(front.language) : null
  const metadata = {
    title: facts.title,
    byline: facts.byline,
    site,
    published: facts.published ?? nameDate,
    modified: facts.modified,
    section: facts.section,
    language: language ?? languageOfScript(sample),
    canonicalUrl: facts.url,
  }
  return {
    format: 'stet-article/1',
    cleaner: CLEANER,
    ...metadata,
    origins: originsOf(metadata, front?.facts ?? {}, language !== null, facts.published === null),
    dir: textDirection(null, metadata.language, blocks),
    blocks,
    posts: placed(posts, blocks),
    removed: allRemoved,
    words: blocks.reduce((sum, block) => sum + blockWords(block), 0),
  }
}

const FIELDS: readonly MetadataField[] = [
  'title',
  'byline',
  'site',
  'published',
  'modified',
  'section',
  'language',
  'canonicalUrl',
]

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

function originsOf(
  metadata: Readonly<Partial<Record<MetadataField, unknown>>>,
  front: Partial<HeadFacts>,
  languageInFront: boolean,
  dateFromName: boolean,
): Partial<Record<MetadataField, Origin>> {
  const inFront: Readonly<Partial<Record<MetadataField, unknown>>> = { ...front, canonicalUrl: front.url }
  const origins: Partial<Record<MetadataField, Origin>> = {}
  for (const field of FIELDS) {
    if (isSaid(metadata[field])) origins[field] = isSaid(inFront[field]) ? 'file-header' : 'text'
  }
  if (origins.language && languageInFront) origins.language = 'file-header'
  if (origins.published && dateFromName) origins.published = 'name'
  return origins
}
