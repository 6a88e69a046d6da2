import type {
  BlockContent,
  Definition,
  DefinitionContent,
  List,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast'
import type { Block, ListItem, RichText } from '../../../model/article.ts'
import { postIndexIn } from '../../../model/post-token.ts'
import { blockTexts } from '../../block-words.ts'
import type { Unit } from '../unit.ts'
import { readInline, type Inline, type InlineContext } from './inline.ts'

type AnyContent = RootContent | BlockContent | DefinitionContent

function rich({ text, spans }: Inline): RichText {
  return { text, spans }
}

function figures(images: Inline['images']): Block[] {
  return images.map(({ src, alt, title }) => ({
    kind: 'figure',
    media: 'image',
    src,
    alt,
    caption: { text: title, spans: [] },
    credit: null,
  }))
}

function paragraph(children: readonly PhrasingContent[], context: InlineContext): Block[] {
  const inline = readInline(children, context)
  const words: Block[] = inline.text === '' ? [] : [{ kind: 'paragraph', ...rich(inline) }]
  return [...words, ...figures(inline.images)]
}

function listItem(nodes: readonly AnyContent[], context: InlineContext): ListItem {
  const texts: RichText[] = []
  const items: ListItem[] = []
  let ordered = false
  for (const node of nodes) {
    if (node.type === 'list') {
      ordered = node.ordered ?? false
      items.push(...node.children.map(child => listItem(child.children, context)))
    } else if (node.type === 'paragraph') texts.push(rich(readInline(node.children, context)))
    else
      texts.push(
        ...blocksOf(node, context)
          .flatMap(blockTexts)
          .map(text => ({ text, spans: [] })),
      )
  }
  const nested = items.length > 0 ? { items, ...(ordered ? { ordered } : {}) } : {}
  return { ...joined(texts), ...nested }
}

/** Several paragraphs as one text with newlines, spans moved along. */
function joined(parts: readonly RichText[]): RichText {
  let text = ''
  const spans = parts.flatMap((part, i) => {
    if (i > 0) text += '\n'
    const offset = text.length
    text += part.text
    return part.spans.map(span => ({ ...span, start: span.start + offset, end: span.end + offset }))
  })
  return { text, spans }
}

function table(node: Table, context: InlineContext): Block {
  const rows = node.children.map((row, i) =>
    row.children.map(cell => ({ ...rich(readInline(cell.children, context)), header: i === 0 })),
  )
  return { kind: 'table', caption: null, rows }
}

function list(node: List, context: InlineContext): Block {
  return {
    kind: 'list',
    ordered: node.ordered ?? false,
    items: node.children.map(item => listItem(item.children, context)),
  }
}

/** A quote's paragraphs as one block; posts and tables inside it stand on their own. */
function quote(children: readonly AnyContent[], context: InlineContext): Block[] {
  const out: Block[] = []
  for (const block of children.flatMap(child => blocksOf(child, context))) {
    const quotable =
      (block.kind === 'paragraph' || block.kind === 'heading') && postIndexIn(block.text) === null
    const inner =
      block.kind === 'quote' ? block.paragraphs : quotable ? [{ text: block.text, spans: block.spans }] : null
    const last = out.at(-1)
    if (!inner) out.push(block)
    else if (last?.kind === 'quote')
      out[out.length - 1] = { ...last, paragraphs: [...last.paragraphs, ...inner] }
    else out.push({ kind: 'quote', paragraphs: inner, cite: null })
  }
  return out
}

/** Words between the tags of a raw HTML block. */
function htmlWords(value: string): Block[] {
  const text = value
    .replaceAll(/<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return text === '' ? [] : [{ kind: 'paragraph', text, spans: [] }]
}

function blocksOf(node: AnyContent, context: InlineContext): Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node.children, context)
    case 'heading': {
      const inline = readInline(node.children, context)
      const words: Block[] =
        inline.text === '' ? [] : [{ kind: 'heading', level: node.depth, ...rich(inline) }]
      return [...words, ...figures(inline.images)]
    }
    case 'blockquote':
      return quote(node.children, context)
    case 'list':
      return [list(node, context)]
    case 'code':
      return [{ kind: 'code', text: node.value }]
    case 'table':
      return [table(node, context)]
    case 'html':
      return htmlWords(node.value)
    case 'footnoteDefinition':
      return node.children.flatMap(child => blocksOf(child, context))
    default:
      return []
  }
}

function definitionsIn(root: Root): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>()
  for (const node of root.children) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
  }
  return found
}

/** The blocks of a parsed Markdown file. `base`: address for relative links, null where unknown. */
export function markdownUnits(root: Root, base: string | null): readonly Unit[] {
  const context = { base, definitions: definitionsIn(root) }
  return root.children
    .flatMap(node => blocksOf(node, context))
    .map(block => ({ block, text: blockTexts(block).filter(Boolean).join('\n') }))
}
