import type { Candidate } from '../candidate.ts'
import { ldText, typesOf, type LdGraph, type LdNode } from '../json-ld.ts'
import { metaCandidates, type MetaTags } from '../meta.ts'
import { META_NAMES } from '../meta-names.ts'
import type { Surroundings } from '../surroundings.ts'
import { bare } from '../words.ts'
import { distinct, peopleIn, startsAsByline } from './people.ts'
import { visibleByline } from './visible.ts'

export interface BylineSources {
  readonly heading: Element | null
  readonly around: Surroundings
  readonly graph: LdGraph
  readonly story: LdNode | null
  readonly tags: MetaTags
  /** Names the site goes by: a byline that only repeats them names nobody. */
  readonly siteNames: readonly string[]
}

interface LdAuthors {
  readonly people: readonly string[]
  /** Organizations, their names whole. */
  readonly bodies: readonly string[]
}

/** Names from the story's `author` (or `creator`). */
function ldAuthors(graph: LdGraph, story: LdNode | null): LdAuthors {
  const people: string[] = []
  const bodies: string[] = []
  for (const author of graph.resolve(story?.['author'] ?? story?.['creator'])) {
    const name = ldText(author['name']) ?? joined(author)
    if (!name) continue
    const named = peopleIn(name)
    if (!typesOf(author).some(type => /Organization/.test(type))) people.push(...named)
    else if (named.length > 0) bodies.push(name)
  }
  return { people: distinct(people), bodies: distinct(bodies) }
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

/** Slack's preview pairs, which WordPress writes in the site's language: `twitter:label1` "Written by", `twitter:data1` the name. */
function labelled(tags: MetaTags): readonly string[] {
  return ['1', '2'].flatMap(n => {
    const label = tags.get(`twitter:label${n}`)?.[0]
    const value = tags.get(`twitter:data${n}`)?.[0]
    return label && value && startsAsByline(`${label.replace(/[:：]$/, '')}: ${value}`) ? peopleIn(value) : []
  })
}

function metaPeople(tags: MetaTags): Candidate<readonly string[]> | null {
  for (const name of META_NAMES.author) {
    const found = metaCandidates(tags, [name])
    const people = distinct(
      found.flatMap(({ value }) => peopleIn(name === 'citation_author' ? turned(value) : value)),
    )
    if (people.length > 0) return { value: people, origin: found[0]?.origin ?? 'meta' }
  }
  const names = labelled(tags)
  return names.length > 0 ? { value: names, origin: 'meta' } : null
}

function isSite(name: string, siteNames: readonly string[]): boolean {
  const key = bare(name).replaceAll(' ', '')
  return siteNames.some(site => {
    const other = bare(site).replaceAll(' ', '')
    return other !== '' && (key === other || key === `the${other}` || `the${key}` === other)
  })
}

/** "Jane Doe USA TODAY" → "Jane Doe": the paper's name after a person's, without a comma. */
function withoutTrailingSite(name: string, siteNames: readonly string[]): string {
  const words = name.split(' ')
  for (let at = 2; at < words.length; at++) {
    if (isSite(words.slice(at).join(' '), siteNames)) return words.slice(0, at).join(' ')
  }
  return name
}

function keysOf(names: readonly string[]): readonly string[] {
  return names.map(bare)
}

/** Whether `seen` names everybody that `claimed` names: then it may add people or accents that the data lacks. */
function covers(seen: readonly string[], claimed: readonly string[]): boolean {
  const keys = new Set(keysOf(seen))
  return claimed.length > 0 && keysOf(claimed).every(key => keys.has(key))
}

const MOST_SEEN = 8

/**
 * Who wrote it, as the page says: JSON-LD, then `<meta>`, then what the reader sees. What the reader sees wins
 * where it names the same people and more. A source that names only a body or the site itself gives way to one
 * that names people.
 */
export function readByline(sources: BylineSources): Candidate<readonly string[]> | null {
  const { heading, around, graph, story, tags, siteNames } = sources
  const tidy = (names: readonly string[]): readonly string[] =>
    distinct(names.map(name => withoutTrailingSite(name, siteNames)))
  const people = (names: readonly string[]): readonly string[] =>
    names.filter(name => !isSite(name, siteNames))
  const authors = ldAuthors(graph, story)
  const meta = metaPeople(tags)
  const visible = visibleByline(heading, around)
  const seen = people(tidy(visible.names))
  const claims: readonly Candidate<readonly string[]>[] = [
    { value: people(tidy(authors.people)), origin: 'json-ld' },
    ...(meta ? [{ value: people(tidy(meta.value)), origin: meta.origin }] : []),
    { value: seen, origin: 'html' },
    { value: people(authors.bodies), origin: 'json-ld' },
    { value: [...authors.people, ...authors.bodies], origin: 'json-ld' },
    ...(meta ? [meta] : []),
    { value: visible.names, origin: 'html' },
  ]
  const first = claims.find(({ value }) => value.length > 0) ?? null
  const completes = visible.sure && seen.length <= MOST_SEEN && covers(seen, first?.value ?? [])
  return completes ? { value: seen, origin: 'html' } : first
}
