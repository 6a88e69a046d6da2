import type {
  Article,
  Block,
  FigureBlock,
  ListItem,
  RichText,
  Span,
  TableBlock,
} from '../../model/article.ts'
import { postText } from '../../model/article-text.ts'
import { allowedUrl } from './allowed.ts'
import type { PictureFile, RenderContext } from './blocks.ts'

/** Signs that would mean something to a Markdown reader (CommonMark 0.31, "backslash escapes"). */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/^(\s*)([#+-]|\d+[.)])(?=\s)/gm, '$1\\$2')
}

const MARKS: Readonly<Partial<Record<Span['kind'], string>>> = { em: '*', strong: '**', del: '~~', code: '`' }

function opening(span: Span): string {
  return span.kind === 'link' ? '[' : (MARKS[span.kind] ?? '')
}

function closing(span: Span): string {
  if (span.kind !== 'link') return MARKS[span.kind] ?? ''
  const url = allowedUrl(span.href, 'href')
  return url ? `](<${url.replaceAll('>', '%3E')}>)` : ']'
}

function inline(rich: RichText): string {
  const cuts = [
    ...new Set([0, rich.text.length, ...rich.spans.flatMap(span => [span.start, span.end])]),
  ].toSorted((a, b) => a - b)
  let out = ''
  for (let i = 0; i < cuts.length; i++) {
    const at = cuts[i]!
    for (const span of rich.spans.toReversed()) if (span.end === at && span.start < at) out += closing(span)
    for (const span of rich.spans) if (span.start === at && span.end > at) out += opening(span)
    out += escaped(rich.text.slice(at, cuts[i + 1] ?? at))
  }
  return out
}

function list(items: readonly ListItem[], ordered: boolean, indent: string): string {
  return items
    .map((item, i) => {
      const marker = ordered ? `${i + 1}. ` : '- '
      const deeper = indent + ' '.repeat(marker.length)
      const own = `${indent}${marker}${inline(item).replaceAll('\n', `\n${deeper}`)}`
      return item.items ? `${own}\n${list(item.items, item.ordered ?? false, deeper)}` : own
    })
    .join('\n')
}

function table(block: TableBlock): string {
  const width = Math.max(...block.rows.map(row => row.length))
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`
  const rows = block.rows.map(row =>
    row.map(cell => inline(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')),
  )
  const headed = block.rows[0]?.every(cell => cell.header) ?? false
  const [head = [], ...rest] = headed ? rows : [[], ...rows]
  const caption = block.caption ? [`**${escaped(block.caption)}**`, ''] : []
  return [...caption, line(head), line(Array.from({ length: width }, () => '---')), ...rest.map(line)].join(
    '\n',
  )
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map(line => `> ${line}`.trimEnd())
    .join('\n')
}

/** As in `article.html`: a picture from the archive's own file, everything else a link. */
function picture(block: FigureBlock, pictureFile: PictureFile): string {
  if (block.src === null) return ''
  const file = block.media === 'image' ? pictureFile(block.src) : null
  const own = file === null ? null : allowedUrl(file, 'src')
  if (own !== null) return `![${escaped(block.alt)}](<${own}>)`
  const address = allowedUrl(block.src, 'href')
  return address ? `[${escaped(block.alt || block.media)}](<${address.replaceAll('>', '%3E')}>)` : ''
}

function blockMarkdown(block: Block, { posts, pictureFile }: RenderContext): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.max(2, block.level))} ${inline(block).replaceAll('\n', ' ')}`
    case 'paragraph':
      return inline(block).replaceAll('\n', '  \n')
    case 'list':
      return list(block.items, block.ordered, '')
    case 'quote':
      return quoted(
        [...block.paragraphs.map(inline), ...(block.cite ? [`— ${escaped(block.cite)}`] : [])].join('\n\n'),
      )
    case 'figure': {
      const credit = block.credit ? `(${escaped(block.credit)})` : ''
      return [picture(block, pictureFile), [inline(block.caption), credit].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join('\n\n')
    }
    case 'table':
      return table(block)
    case 'code': {
      const fence = '`'.repeat(Math.max(3, ...[...block.text.matchAll(/`+/g)].map(run => run[0].length + 1)))
      return `${fence}\n${block.text}\n${fence}`
    }
    case 'post': {
      const post = posts.get(block.post)
      return post ? escaped(postText(post)).replace(/^\\> ?/gm, '> ') : ''
    }
  }
}

/** The article as Markdown (CommonMark, with tables and strike-through as GitHub writes them). */
export function articleMarkdown(article: Article, pictureFile: PictureFile = () => null): string {
  const context = { posts: new Map(article.posts.map(post => [post.key, post])), pictureFile }
  const facts = [article.byline.join(', '), article.site, article.published].filter(Boolean).join(' · ')
  const parts = [
    article.title ? `# ${escaped(article.title)}` : '',
    facts ? `*${escaped(facts)}*` : '',
    ...article.blocks.map(block => blockMarkdown(block, context)),
  ]
  return parts.filter(part => part !== '').join('\n\n') + '\n'
}
