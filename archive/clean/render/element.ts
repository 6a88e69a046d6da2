import { ALLOWED, allowedUrl } from './allowed.ts'
import { escapeHtml } from '../../model/markup/escape-html.ts'

/** Markup that is already escaped. */
export interface Markup {
  readonly html: string
}

const VOID: ReadonlySet<string> = new Set(['br', 'img', 'meta'])

export function words(text: string): Markup {
  return { html: escapeHtml(text) }
}

export function join(parts: readonly Markup[], between = ''): Markup {
  return { html: parts.map(part => part.html).join(between) }
}

/**
 * Writes one element. Names are checked against the allow-list, values are escaped, addresses with another
 * scheme than the allowed ones are left out: there is no other way from an article into `article.html`.
 */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | number | null | undefined>>,
  content: readonly Markup[] = [],
): Markup {
  const allowed = ALLOWED[tag]
  if (!allowed) throw new TypeError(`The element <${tag}> is not on the allow-list.`)
  let open = `<${tag}`
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || !allowed.includes(name)) continue
    const safe = name === 'href' || name === 'src' ? allowedUrl(String(value), name) : String(value)
    if (safe !== null) open += ` ${name}="${escapeHtml(safe)}"`
  }
  return { html: VOID.has(tag) ? `${open}>` : `${open}>${join(content).html}</${tag}>` }
}
