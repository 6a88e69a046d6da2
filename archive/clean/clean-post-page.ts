import type { Article, Block } from '../model/article.ts'
import type { Post } from '../model/post.ts'
import type { Cleaned } from '../ports/workers.ts'
import { blockTexts } from './block-words.ts'
import { CLEANER } from './cleaner.ts'
import { textDirection } from './direction.ts'
import { readMetadata } from './metadata/index.ts'
import { pageSignals, readPageFacts } from './signals.ts'
import { readTree } from './tree/read-tree.ts'
import { countWords } from './words.ts'

export interface PostPage {
  /** The address that answered: base for relative links. */
  readonly url: string
  readonly post: Post
  /** The post, and what stands around it. */
  readonly blocks: readonly Block[]
  /** The post was read from the page's previews for other sites. */
  readonly fromPreview: boolean
}

/** "(3) Ana Ruiz on X": unread messages of whoever looks at the page. */
const UNREAD = /^\(\d+\+?\)\s+/

/** Platforms spell their names in titles as they like; a title that is nothing but the site's name tells nothing. */
function titleOf(claimed: string | null, site: string | null, { author, handle }: Post): string | null {
  const title = claimed?.replace(UNREAD, '') ?? null
  const isSite = title !== null && (title.length < 2 || title.toLowerCase() === site?.toLowerCase())
  if (title !== null && !isSite) return title
  const who = author ?? (handle === null ? null : `@${handle}`)
  return who === null ? title : site === null ? who : `${who} on ${site}`
}

/** The article of a page that is a post's own: the post is its story, its author the byline. */
export function cleanPostPage(document: Document, { url, post, blocks, fromPreview }: PostPage): Cleaned {
  const lang = document.documentElement.getAttribute('lang')
  const dir = document.documentElement.getAttribute('dir') ?? document.body.getAttribute('dir')
  const tree = readTree(document)
  const metadata = readMetadata(document, url)
  const facts = readPageFacts(document, tree)
  const who = post.author ?? (post.handle === null ? null : `@${post.handle}`)
  const texts = [post.text ?? '', ...blocks.flatMap(blockTexts)]
  const spoken: Block = { kind: 'paragraph', text: post.text ?? '', spans: [] }
  const article: Article = {
    format: 'stet-article/1',
    kind: 'post',
    cleaner: CLEANER,
    ...metadata,
    title: titleOf(metadata.title, metadata.site, post),
    byline: who === null ? metadata.byline : [who],
    published: post.postedAtFrom === 'page' ? post.postedAt : metadata.published,
    origins: {
      ...metadata.origins,
      ...(who === null ? {} : { byline: 'html' as const }),
      ...(post.postedAtFrom === 'page' ? { published: 'html' as const } : {}),
    },
    dir: textDirection(dir, metadata.language ?? lang, [spoken, ...blocks]),
    blocks,
    posts: [{ ...post, blockIndex: blocks.findIndex(block => block.kind === 'post') }],
    removed: [],
    words: texts.reduce((sum, text) => sum + countWords(text), 0),
  }
  return { article, signals: { ...pageSignals(facts, article), postFromPreview: fromPreview } }
}
