import type { DeskView } from './desk-view.ts'
import { type Entry, isAttemptsOnly, isChanged, isOwnPost, isUnseen, type QuietChanges } from './entry.ts'
import type { Facets, LibraryFilter } from './types.ts'

type Test = (entry: Entry) => boolean

/** The parts of a filter that have counts of their own: each is counted as if it alone were not set. */
const COUNTED = ['sites', 'tag', 'collection', 'only'] as const
type Counted = (typeof COUNTED)[number]

const ALWAYS: Test = () => true

/** What a filter asks besides the entries themselves. */
export interface Known {
  readonly desk: DeskView
  readonly quiet: QuietChanges
}

const ONLY: Readonly<Record<NonNullable<LibraryFilter['only']>, (known: Known) => Test>> = {
  changed: ({ quiet }) => isChanged(quiet),
  unseen: ({ desk }) => isUnseen(desk),
  attempts: () => isAttemptsOnly,
  posts: () => isOwnPost,
}

function baseTest({ query, seenFrom, seenTo }: LibraryFilter): Test {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0 && seenFrom === null && seenTo === null) return ALWAYS
  const isDated = seenFrom !== null || seenTo !== null
  return ({ text, day }) => {
    if (isDated && (day === null || day < (seenFrom ?? day) || day > (seenTo ?? day))) return false
    return words.every(word => text.includes(word))
  }
}

function countedTests(filter: LibraryFilter, known: Known): Record<Counted, Test> {
  const { desk } = known
  const { collection, tag, only } = filter
  const sites = new Set<string | null>(filter.sites)
  return {
    sites: sites.size === 0 ? ALWAYS : ({ overview }) => sites.has(overview.site),
    tag: tag === null ? ALWAYS : ({ overview }) => desk.tagsOf.get(overview.sourceId)?.includes(tag) === true,
    collection:
      collection === null
        ? ALWAYS
        : ({ overview }) => desk.collectionsOf.get(overview.sourceId)?.includes(collection) === true,
    only: only === null ? ALWAYS : ONLY[only](known),
  }
}

/** The entries a filter lets through, in their order. */
export function filtered(entries: readonly Entry[], filter: LibraryFilter, known: Known): readonly Entry[] {
  const set = [baseTest(filter), ...Object.values(countedTests(filter, known))].filter(
    test => test !== ALWAYS,
  )
  if (set.length === 0) return entries
  return entries.filter(entry => set.every(test => test(entry)))
}

const byCount =
  <T extends { readonly count: number }>(name: (row: T) => string) =>
  (a: T, b: T): number =>
    b.count - a.count || (name(a) < name(b) ? -1 : 1)

/**
 * How many sources each choice would show. A part of the filter does not narrow its own counts, so that another
 * outlet can be added to those that are chosen.
 */
export function facetsOf(entries: Iterable<Entry>, filter: LibraryFilter, known: Known): Facets {
  const base = baseTest(filter)
  const tests = countedTests(filter, known)
  const { desk, quiet } = known
  const hasChange = isChanged(quiet)
  const set = COUNTED.filter(part => tests[part] !== ALWAYS)
  const isNew = isUnseen(desk)
  const counts = { all: 0, changed: 0, unseen: 0, attemptsOnly: 0, ownPosts: 0 }
  const sites = new Map<string, number>()
  const tags = new Map<string, number>()
  const collections = new Map<string, number>()
  const add = (map: Map<string, number>, name: string) => map.set(name, (map.get(name) ?? 0) + 1)

  for (const entry of entries) {
    if (!base(entry)) continue
    const failed = set.filter(part => !tests[part](entry))
    if (failed.length > 1) continue
    const isFor = (part: Counted) => failed.length === 0 || failed[0] === part
    const { sourceId, site } = entry.overview
    if (isFor('only')) {
      counts.all++
      if (hasChange(entry)) counts.changed++
      if (isNew(entry)) counts.unseen++
      if (isAttemptsOnly(entry)) counts.attemptsOnly++
      if (isOwnPost(entry)) counts.ownPosts++
    }
    if (site !== null && isFor('sites')) add(sites, site)
    if (isFor('tag')) for (const tag of desk.tagsOf.get(sourceId) ?? []) add(tags, tag)
    if (isFor('collection')) for (const id of desk.collectionsOf.get(sourceId) ?? []) add(collections, id)
  }
  return {
    ...counts,
    sites: [...sites].map(([site, count]) => ({ site, count })).toSorted(byCount(row => row.site)),
    tags: [...tags].map(([tag, count]) => ({ tag, count })).toSorted(byCount(row => row.tag)),
    collections: desk.collections.map(({ id, name }) => ({ id, name, count: collections.get(id) ?? 0 })),
  }
}
