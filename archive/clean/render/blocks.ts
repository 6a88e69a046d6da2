import type { Block, FigureBlock, ListItem, QuoteBlock, TableBlock } from '../../model/article.ts'
import type { Post, PostReference } from '../../model/post.ts'
import { allowedUrl } from './allowed.ts'
import { element, join, words, type Markup } from './element.ts'
import { richMarkup } from './rich.ts'

function list(items: readonly ListItem[], ordered: boolean): Markup {
  const entries = items.map(item =>
    element('li', {}, [richMarkup(item), ...(item.items ? [list(item.items, item.ordered ?? false)] : [])]),
  )
  return element(ordered ? 'ol' : 'ul', {}, entries)
}

function quote(block: QuoteBlock): Markup {
  const paragraphs = block.paragraphs.map(paragraph => element('p', {}, [richMarkup(paragraph)]))
  const cite = block.cite ? [element('p', {}, [element('cite', {}, [words(`— ${block.cite}`)])])] : []
  return element('blockquote', {}, [...paragraphs, ...cite])
}

/** What a block needs besides itself. */
export interface RenderContext {
  readonly posts: ReadonlyMap<string, Post>
  readonly pictureFile: PictureFile
}

/** The file that holds a picture, as `article.html` is to name it; null where the archive does not hold it. */
export type PictureFile = (src: string) => string | null

/**
 * A picture is shown from the archive's own file. What is not held (and films, sounds and frames) is a link:
 * opening the page asks nobody for anything.
 */
function figure(block: FigureBlock, pictureFile: PictureFile): Markup {
  const file = block.media === 'image' && block.src !== null ? pictureFile(block.src) : null
  const image = file === null ? [] : [element('img', { src: file, alt: block.alt })]
  const address = file === null && block.src !== null ? allowedUrl(block.src, 'href') : null
  const link =
    address === null
      ? []
      : [
          element('p', {}, [
            element('a', { href: address, rel: 'noreferrer' }, [words(block.alt || address)]),
          ]),
        ]
  const credit = block.credit
    ? [words(block.caption.text === '' ? '' : ' '), element('small', {}, [words(block.credit)])]
    : []
  const caption =
    block.caption.text !== '' || block.credit
      ? [element('figcaption', {}, [richMarkup(block.caption), ...credit])]
      : []
  return element('figure', {}, [...image, ...link, ...caption])
}

function table(block: TableBlock): Markup {
  const rows = block.rows.map(row =>
    element(
      'tr',
      {},
      row.map(cell =>
        element(cell.header ? 'th' : 'td', { colspan: cell.colspan, rowspan: cell.rowspan }, [
          richMarkup(cell),
        ]),
      ),
    ),
  )
  const caption = block.caption ? [element('caption', {}, [words(block.caption)])] : []
  return element('table', {}, [...caption, element('tbody', {}, rows)])
}

function paragraphsOf(text: string): Markup[] {
  return text.split(/\n{2,}/).map(part => element('p', {}, [join(part.split('\n').map(words), '<br>')]))
}

/** The line that says whose a post is, when it was made and where it lives. */
function signature({ author, handle, postedAt, url }: PostReference, nobody: string): Markup {
  const who = [author, handle ? `(@${handle})` : null].filter(Boolean).join(' ') || nobody
  const when = postedAt
    ? [words(', '), element('time', { datetime: postedAt }, [words(postedAt.slice(0, 10))])]
    : []
  const where = url ? [words(', '), element('a', { href: url, rel: 'noreferrer' }, [words(url)])] : []
  return element('p', {}, [words(`— ${who}`), ...when, ...where])
}

function post(found: Post, pictureFile: PictureFile): Markup {
  const answered =
    found.replyTo && (found.replyTo.author ?? (found.replyTo.handle && `@${found.replyTo.handle}`))
  const pictures = found.media.flatMap(({ kind, url, alt = '' }) => {
    const file = kind === 'image' ? pictureFile(url) : null
    return file === null ? [] : [element('img', { src: file, alt })]
  })
  return element('blockquote', { class: 'post' }, [
    ...(answered ? [element('p', {}, [words(`In reply to ${answered}:`)])] : []),
    ...paragraphsOf(found.text ?? `[${found.platform} post]`),
    ...(pictures.length > 0 ? [element('p', {}, pictures)] : []),
    ...(found.quote
      ? [
          element('blockquote', {}, [
            ...paragraphsOf(found.quote.text ?? ''),
            signature(found.quote, found.platform),
          ]),
        ]
      : []),
    signature(found, found.platform),
  ])
}

/** One block as markup; an empty string for a post that the article does not list. */
export function blockMarkup(block: Block, { posts, pictureFile }: RenderContext): Markup {
  switch (block.kind) {
    case 'heading':
      return element(`h${Math.max(2, block.level)}`, {}, [richMarkup(block)])
    case 'paragraph':
      return element('p', { class: block.role }, [richMarkup(block)])
    case 'list':
      return list(block.items, block.ordered)
    case 'quote':
      return quote(block)
    case 'figure':
      return figure(block, pictureFile)
    case 'table':
      return table(block)
    case 'code':
      return element('pre', {}, [element('code', {}, [words(block.text)])])
    case 'post': {
      const found = posts.get(block.post)
      return found ? post(found, pictureFile) : words('')
    }
  }
}
