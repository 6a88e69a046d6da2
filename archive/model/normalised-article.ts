import type { Article, Block, ListItem, RichText } from './article.ts'
import { isSelfChanging, normaliseText } from './normalise.ts'
import type { Post } from './post.ts'
import { comparableUrl } from './url.ts'

/** SHA-256 of each picture's bytes, by its URL as it stands in the article. */
export type Pictures = Readonly<Record<string, string>>

type Line = readonly unknown[]

function textLine(rich: RichText): Line[] {
  const text = normaliseText(rich.text)
  if (text === '' || isSelfChanging(text)) return []
  const links = rich.spans.flatMap(span => (span.kind === 'link' ? [comparableUrl(span.href)] : []))
  return [['text', text, links]]
}

function listLines(items: readonly ListItem[]): Line[] {
  return items.flatMap(item => [...textLine(item), ...listLines(item.items ?? [])])
}

function postLine(post: Post): Line {
  return ['post', post.key, normaliseText(post.text ?? '')]
}

function blockLines(block: Block, posts: ReadonlyMap<string, Post>, pictures: Pictures): Line[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textLine(block)
    case 'list':
      return listLines(block.items)
    case 'quote':
      return [
        ...block.paragraphs.flatMap(textLine),
        ...(block.cite ? [['text', normaliseText(block.cite), []]] : []),
      ]
    case 'figure': {
      const shown = block.src === null ? null : (pictures[block.src] ?? comparableUrl(block.src))
      return [['figure', shown, normaliseText(block.caption.text), normaliseText(block.credit ?? '')]]
    }
    case 'table':
      return [
        ...(block.caption ? [['text', normaliseText(block.caption), []]] : []),
        ...block.rows.map(row => ['row', ...row.map(cell => textLine(cell))]),
      ]
    case 'code':
      return [['code', block.text.normalize('NFC')]]
    case 'post': {
      const post = posts.get(block.post)
      return post ? [postLine(post)] : []
    }
  }
}

/** On a post's own page the post is the story: answers to it come and go without changing it. */
function storyBlocks({ kind, blocks }: Article): readonly Block[] {
  return kind === 'post' ? blocks.filter(block => block.kind === 'post') : blocks
}

/**
 * The article as `content-hash/1` sees it. In: headline, byline, every block's words, links, pictures
 * (by the SHA-256 of their bytes where known, else by URL), captions, credits and posts, in order. Out:
 * mark-up (heading levels, emphasis, kind of list), the page's dates and section, alternative texts, whole
 * lines that change by themselves, and on a post's own page everything but the post. Exported so that a person can see what was hashed.
 */
export function normalisedArticle(article: Article, pictures: Pictures = {}): unknown {
  const posts = new Map(article.posts.map(post => [post.key, post]))
  return {
    algorithm: 'content-hash/1',
    title: normaliseText(article.title ?? ''),
    byline: article.byline.map(normaliseText),
    body: storyBlocks(article).flatMap(block => blockLines(block, posts, pictures)),
  }
}
