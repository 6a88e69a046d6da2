import { elementsNamed, firstNamed } from './elements.ts'

/** What a page says of its story elsewhere than in the story: used to recognise lines, never printed. */
export interface StoryHints {
  /** Headline in all the forms the page gives it. */
  readonly titles: readonly string[]
  /** Summaries: a standfirst is often one of them. */
  readonly descriptions: readonly string[]
  /** schema.org `articleBody`, tags and all; null where there is none. */
  readonly articleBody: string | null
}

const META_TITLES = ['og:title', 'twitter:title', 'title', 'dc.title', 'parsely-title', 'sailthru.title']
const META_DESCRIPTIONS = [
  'description',
  'og:description',
  'twitter:description',
  'dc.description',
  'sailthru.description',
]
const LONGEST_JSON_LD = 5_000_000

function metaContents(document: Document, names: readonly string[]): string[] {
  const out: string[] = []
  for (const meta of elementsNamed(document, 'meta')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? '').toLowerCase()
    const content = meta.getAttribute('content')
    if (content !== null && names.includes(name)) out.push(content)
  }
  return out
}

/** Every text under the named keys anywhere in a JSON value. */
function stringsNamed(
  value: unknown,
  names: ReadonlySet<string>,
  out: Map<string, string[]>,
  depth = 0,
): void {
  if (typeof value !== 'object' || value === null || depth > 12) return
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && names.has(key)) out.set(key, [...(out.get(key) ?? []), inner])
    else stringsNamed(inner, names, out, depth + 1)
  }
}

const WANTED: ReadonlySet<string> = new Set(['headline', 'alternativeHeadline', 'description', 'articleBody'])

function jsonLdStrings(document: Document): Map<string, string[]> {
  const out = new Map<string, string[]>()
  for (const script of elementsNamed(document, 'script')) {
    if (!script.getAttribute('type')?.includes('json')) continue
    const text = script.textContent ?? ''
    if (text.length > LONGEST_JSON_LD) continue
    try {
      stringsNamed(JSON.parse(text), WANTED, out)
    } catch {
      // Hints only: a block that is no JSON gives none.
    }
  }
  return out
}

function longest(texts: readonly string[]): string | null {
  return texts.reduce<string | null>((best, text) => (text.length > (best?.length ?? 0) ? text : best), null)
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map(text => text.replace(/\s+/g, ' ').trim()))].filter(Boolean)
}

/** Reads the hints of a page before cleaning takes it apart. */
export function readHints(document: Document): StoryHints {
  const found = jsonLdStrings(document)
  // Only the first: some pages set every sub-headline as h1.
  const headings = [firstNamed(document, 'h1')?.textContent ?? '']
  const titles = [
    document.title,
    ...headings,
    ...metaContents(document, META_TITLES),
    ...(found.get('headline') ?? []),
  ]
  const descriptions = [
    ...metaContents(document, META_DESCRIPTIONS),
    ...(found.get('description') ?? []),
    ...(found.get('alternativeHeadline') ?? []),
  ]
  return {
    titles: distinct(titles),
    descriptions: distinct(descriptions),
    articleBody: longest(found.get('articleBody') ?? []),
  }
}
