import type { Definition, PhrasingContent } from 'mdast'
import type { RichText, Span } from '../../../model/article.ts'
import { parseUrl } from '../../../model/url.ts'

export interface Inline extends RichText {
  readonly images: readonly { readonly src: string | null; readonly alt: string; readonly title: string }[]
}

export interface InlineContext {
  /** Base for relative addresses, null where the file names none. */
  readonly base: string | null
  readonly definitions: ReadonlyMap<string, Definition>
}

/** Absolute address a reader may follow, or null: no script, no local file. */
function safeHref(href: string, base: string | null): string | null {
  const url = parseUrl(href, base ?? undefined)
  return url && /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null
}

const MARKS = { emphasis: 'em', strong: 'strong', delete: 'del' } as const

/** Words and marks of a Markdown paragraph. Line ends are spaces, hard breaks newlines; pictures come out apart. */
export function readInline(nodes: readonly PhrasingContent[], context: InlineContext): Inline {
  let text = ''
  const spans: Span[] = []
  const images: { src: string | null; alt: string; title: string }[] = []
  const add = (words: string): void => {
    const collapsed = words.replaceAll(/\s+/g, ' ')
    text += /(?:^|\s)$/.test(text) ? collapsed.trimStart() : collapsed
  }
  const marked = (
    children: readonly PhrasingContent[],
    make: (start: number, end: number) => Span | null,
  ): void => {
    const start = text.length
    walk(children)
    const end = start + text.slice(start).trimEnd().length
    const span = end > start ? make(start, end) : null
    if (span) spans.push(span)
  }
  const link = (children: readonly PhrasingContent[], address: string | undefined): void => {
    const href = address === undefined ? null : safeHref(address, context.base)
    marked(children, (start, end) => (href ? { kind: 'link', start, end, href } : null))
  }
  const walk = (children: readonly PhrasingContent[]): void => {
    for (const node of children) {
      switch (node.type) {
        case 'text':
          add(node.value)
          break
        case 'emphasis':
        case 'strong':
        case 'delete':
          marked(node.children, (start, end) => ({ kind: MARKS[node.type], start, end }))
          break
        case 'inlineCode': {
          const start = text.length
          text += node.value
          if (node.value !== '') spans.push({ kind: 'code', start, end: text.length })
          break
        }
        case 'link':
          link(node.children, node.url)
          break
        case 'linkReference':
          link(node.children, context.definitions.get(node.identifier)?.url)
          break
        case 'image':
          images.push({ src: safeHref(node.url, context.base), alt: node.alt ?? '', title: node.title ?? '' })
          break
        case 'imageReference': {
          const target = context.definitions.get(node.identifier)
          images.push({
            src: safeHref(target?.url ?? '', context.base),
            alt: node.alt ?? '',
            title: target?.title ?? '',
          })
          break
        }
        case 'break':
          text = text.trimEnd() + '\n'
          break
        case 'footnoteReference':
          text += `[${node.label ?? node.identifier}]`
          break
        case 'html':
          if (/^<br\b/i.test(node.value)) text = text.trimEnd() + '\n'
          break
      }
    }
  }
  walk(nodes)
  return trimmed(text, spans, images)
}

function trimmed(text: string, spans: readonly Span[], images: Inline['images']): Inline {
  const lead = text.length - text.trimStart().length
  const end = text.trimEnd().length
  const moved = spans
    .map(span => ({ ...span, start: Math.max(0, span.start - lead), end: Math.min(span.end, end) - lead }))
    .filter(span => span.end > span.start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  return { text: text.trim(), spans: moved, images }
}
