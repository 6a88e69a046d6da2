import type { Article, Block, ListItem } from './article.ts'
import type { Post, PostReference } from './post.ts'

function listLines(items: readonly ListItem[], ordered: boolean, depth: number): string[] {
  return items.flatMap((item, i) => [
    `${'  '.repeat(depth)}${ordered ? `${i + 1}.` : '-'} ${item.text}`,
    ...listLines(item.items ?? [], item.ordered ?? false, depth + 1),
  ])
}

function whoOf({ author, handle }: Pick<Post, 'author' | 'handle'>): string {
  return [author, handle ? `(@${handle})` : null].filter(Boolean).join(' ')
}

/** A post shown inside another: its words, one level deeper. */
function quotedText(quote: PostReference): string[] {
  const tail = [whoOf(quote), quote.postedAt?.slice(0, 10), quote.url].filter(Boolean).join(', ')
  return [...(quote.text?.split('\n') ?? []), `— ${tail}`].map(line => `> ${line}`.trimEnd())
}

/** A post in words, as it stands in `article.txt`. */
export function postText(post: Post): string {
  const tail = [whoOf(post), post.postedAt?.slice(0, 10), post.url].filter(Boolean).join(', ')
  const said = post.text ?? `[${post.platform} post]`
  const answered = post.replyTo?.author ?? (post.replyTo?.handle ? `@${post.replyTo.handle}` : '')
  return [
    ...(answered === '' ? [] : [`In reply to ${answered}:`]),
    ...said.split('\n'),
    ...(post.quote ? quotedText(post.quote) : []),
    `— ${tail}`,
  ]
    .map(line => `> ${line}`.trimEnd())
    .join('\n')
}

function blockText(block: Block, posts: ReadonlyMap<string, Post>): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'code':
      return block.text
    case 'list':
      return listLines(block.items, block.ordered, 0).join('\n')
    case 'quote':
      return [...block.paragraphs.map(p => p.text), ...(block.cite ? [`— ${block.cite}`] : [])]
        .map(line => `> ${line}`)
        .join('\n')
    case 'figure':
      return [block.caption.text, block.credit ? `(${block.credit})` : ''].filter(Boolean).join(' ')
    case 'table':
      return [
        ...(block.caption ? [block.caption] : []),
        ...block.rows.map(row => row.map(cell => cell.text).join('\t')),
      ].join('\n')
    case 'post': {
      const post = posts.get(block.post)
      return post ? postText(post) : ''
    }
  }
}

/** The body as plain text: blocks in order, an empty line between them. Headline and byline are not in it. */
export function articleText(article: Pick<Article, 'blocks' | 'posts'>): string {
  const posts = new Map(article.posts.map(post => [post.key, post]))
  return article.blocks
    .map(block => blockText(block, posts))
    .filter(text => text !== '')
    .join('\n\n')
}
