import type { Candidate } from '../candidate.ts'
import { ldText, typesOf, type LdGraph, type LdNode } from '../json-ld.ts'
import { metaCandidates, type MetaTags } from '../meta.ts'
import { META_NAMES } from '../meta-names.ts'
import { bare } from '../words.ts'
import { distinct, peopleIn } from './people.ts'
import { visibleByline } from './visible.ts'

export interface BylineSources {
  readonly document: Document
  readonly heading: Element | null
  readonly graph: LdGraph
  readonly story: LdNode | null
  readonly tags: MetaTags
  /** Names the site goes by: a byline that only repeats them names nobody. */
  readonly siteNames: readonly string[]
}

/** Names from the story's `author` (or `creator`): people split and cleaned, bodies left whole. */
function ldPeople(graph: LdGraph, story: LdNode | null): readonly string[] {
  const authors = graph.resolve(story?.['author'] ?? story?.['creator'])
  return distinct(
    authors.flatMap(author => {
      const name = ldText(author['name']) ?? joined(author)
      if (!name) return []
      const body = typesOf(author).some(type => /Organization/.test(type))
      const people = peopleIn(name)
      return body && people.length > 1 ? [name] : people
    }),
  )
}

function joined(author: LdNode): string | null {
  const parts = [author['givenName'], author['familyName']].flatMap(part => ldText(part) ?? [])
  return parts.length === 2 ? parts.join(' ') : null
}

/** `citation_author` and its like write "Family, Given". */
function turned(name: string): string {
  const match = /^([^,]+), ([^,]+)$/.exec(name)
  return match ? `${match[2]} ${match[1]}` : name
}

function metaPeople(tags: MetaTags): Candidate<readonly string[]> | null {
  for (const name of META_NAMES.author) {
    const found = metaCandidates(tags, [name])
    const people = distinct(
      found.flatMap(({ value }) => peopleIn(name === 'citation_author' ? turned(value) : value)),
    )
    if (people.length > 0) return { value: people, origin: found[0]?.origin ?? 'meta' }
  }
  return null
}

function isSite(name: string, siteNames: readonly string[]): boolean {
  const key = bare(name).replaceAll(' ', '')
  return siteNames.some(site => {
    const other = bare(site).replaceAll(' ', '')
    return other !== '' && (key === other || key === `the${other}` || `the${key}` === other)
  })
}

/**
 * Who wrote it, as the page says: JSON-LD, then `<meta>`, then what the reader sees. A source that names only the
 * site gives way to one that names people; nothing is taken from elsewhere on the page.
 */
export function readByline(sources: BylineSources): Candidate<readonly string[]> | null {
  const { document, heading, graph, story, tags, siteNames } = sources
  const ld = ldPeople(graph, story)
  const meta = metaPeople(tags)
  const seen = visibleByline(document, heading)
  const candidates: Candidate<readonly string[]>[] = [
    { value: ld, origin: 'json-ld' as const },
    ...(meta ? [meta] : []),
    { value: seen, origin: 'html' as const },
  ].filter(({ value }) => value.length > 0)
  for (const { value, origin } of candidates) {
    const people = value.filter(name => !isSite(name, siteNames))
    if (people.length > 0) return { value: people, origin }
  }
  return candidates[0] ?? null
}
