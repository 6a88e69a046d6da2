import { peopleIn } from '../../metadata/byline/people.ts'
import { normaliseDate } from '../../metadata/dates/normalise.ts'
import type { HeadFacts } from '../head.ts'

export interface FrontMatter {
  readonly facts: Partial<HeadFacts>
  readonly language: string | null
}

/** Keys that blogs, static site generators and web clippers use for each field, best first. */
const KEYS = {
  title: ['title', 'headline'],
  byline: ['author', 'authors', 'byline', 'by'],
  published: [
    'published',
    'date',
    'pubdate',
    'publishdate',
    'date_published',
    'datepublished',
    'published_at',
  ],
  modified: ['updated', 'lastmod', 'modified', 'last_modified_at', 'date_modified'],
  site: ['site', 'site_name', 'publisher', 'outlet', 'publication', 'source_name', 'website'],
  section: ['section', 'category', 'categories'],
  url: ['url', 'canonical_url', 'canonical', 'source', 'link', 'original_url', 'source_url'],
  language: ['lang', 'language'],
} as const

const FENCE = /^(---|\+\+\+)[^\S\n]*\n([\s\S]*?)\n(?:\1|\.\.\.)[^\S\n]*(?:\n|$)/
const PAIR = /^["']?([\w.-]+)["']?\s*[:=]\s*(.*)$/
const MAX_CHARS = 20_000

function unquoted(value: string): string {
  return value
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .replaceAll(/\[\[([^\]|]*\|)?([^\]]*)\]\]/g, '$2')
    .trim()
}

function valuesOf(value: string): readonly string[] {
  const inner = /^\[(?!\[)(.*)\]$/s.exec(value.trim())?.[1]
  return (inner === undefined ? [value] : inner.split(',')).map(unquoted).filter(Boolean)
}

/** `key: value` lines, lists in brackets or under their key; what else YAML or TOML can say is passed over. */
function readPairs(text: string): ReadonlyMap<string, readonly string[]> {
  const pairs = new Map<string, readonly string[]>()
  let key: string | null = null
  for (const line of text.split('\n')) {
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1]
    if (item !== undefined && key !== null) {
      pairs.set(key, [...(pairs.get(key) ?? []), ...valuesOf(item.replace(/^name:\s*/i, ''))])
      continue
    }
    const nested = key !== null ? /^\s+name:\s*(.+)$/i.exec(line)?.[1] : undefined
    if (nested !== undefined && key !== null) pairs.set(key, [...(pairs.get(key) ?? []), unquoted(nested)])
    const pair = PAIR.exec(line)
    if (!pair || /^\s/.test(line)) continue
    key = (pair[1] ?? '').toLowerCase()
    pairs.set(key, valuesOf(pair[2] ?? ''))
  }
  return pairs
}

/** Takes the front matter off a Markdown file: the block between `---` (YAML) or `+++` (TOML) lines at its top. */
export function splitFrontMatter(text: string): {
  readonly front: FrontMatter | null
  readonly body: string
} {
  const match = FENCE.exec(text)
  if (!match || match[0].length > MAX_CHARS) return { front: null, body: text }
  const pairs = readPairs(match[2] ?? '')
  if (pairs.size === 0) return { front: null, body: text }
  const all = (names: readonly string[]): readonly string[] => names.flatMap(name => pairs.get(name) ?? [])
  const one = (names: readonly string[]): string | undefined => all(names)[0]
  const date = (names: readonly string[]): string | undefined =>
    all(names).flatMap(value => normaliseDate(value) ?? [])[0]
  const byline = [...new Set(all(KEYS.byline).flatMap(name => peopleIn(name)))]
  const url = all(KEYS.url).find(value => /^https?:\/\/\S+$/.test(value))
  const outlet = one(KEYS.site) ?? pairs.get('source')?.find(value => !/^https?:/.test(value))
  const found: Partial<HeadFacts> = {
    title: one(KEYS.title) ?? null,
    byline,
    published: date(KEYS.published) ?? null,
    modified: date(KEYS.modified) ?? null,
    site: outlet ?? null,
    section: one(KEYS.section) ?? null,
    url: url ?? null,
  }
  return { front: { facts: found, language: one(KEYS.language) ?? null }, body: text.slice(match[0].length) }
}
