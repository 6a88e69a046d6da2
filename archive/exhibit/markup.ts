import { escapeHtml } from '../model/markup/escape-html.ts'

/** Markup that is already escaped. */
export interface Markup {
  readonly html: string
}

type Content = Markup | string | null | readonly Content[]

function write(content: Content): string {
  if (content === null) return ''
  if (typeof content === 'string') return escapeHtml(content)
  return 'html' in content ? content.html : content.map(write).join('')
}

type Attributes = Readonly<Record<string, string | number | null>>

const VOID: ReadonlySet<string> = new Set(['img', 'meta'])

/** One element. Words and values are escaped; an attribute that is null is left out. */
export function h(tag: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
  const open = `<${tag}${written.join('')}>`
  return { html: VOID.has(tag) ? open : `${open}${write(content)}</${tag}>` }
}

export function fragment(...content: readonly Content[]): Markup {
  return { html: write(content) }
}

/** Constant text of our own that is no HTML: a style sheet. */
export function raw(html: string): Markup {
  return { html }
}
