import {
  LIBRARY_VIEWS,
  type LibraryFilter,
  type LibraryQuery,
  type LibrarySort,
} from '../../../archive/contract/library.ts'
import { LIBRARY_SORT_NAMES } from './sorts.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What the list shows and in which order; complete, without paging. */
export type Asked = Required<Omit<LibraryQuery, 'offset' | 'limit'>>

export const EVERYTHING: Asked = {
  query: '',
  sites: [],
  collection: null,
  tag: null,
  seenFrom: null,
  seenTo: null,
  only: null,
  sort: 'seen',
  descending: true,
}

/** Words ascend by nature, times and numbers descend: the order a person expects at the first click. */
export const descendsAtFirst = (sort: LibrarySort): boolean => sort !== 'title' && sort !== 'site'

/** What a place of the library (`?q=…&site=…`) asks for; what it says wrongly is as if it were not said. */
export function readSearch(search: string): Asked {
  const said = new URLSearchParams(search)
  const day = (name: string) => {
    const value = said.get(name)
    return value !== null && DAY.test(value) ? value : null
  }
  const only = said.get('only')
  const sort = LIBRARY_SORT_NAMES.find(each => each === said.get('sort')) ?? EVERYTHING.sort
  const order = said.get('order')
  return {
    query: said.get('q') ?? '',
    sites: said.getAll('site'),
    collection: said.get('in'),
    tag: said.get('tag'),
    seenFrom: day('from'),
    seenTo: day('to'),
    only: LIBRARY_VIEWS.find(each => each === only) ?? null,
    sort,
    descending: order === null ? descendsAtFirst(sort) : order === 'down',
  }
}

/** The other way: a place, with what differs from everything only. */
export function writeSearch(asked: Asked): string {
  const said = new URLSearchParams()
  if (asked.query !== '') said.set('q', asked.query)
  for (const site of asked.sites) said.append('site', site)
  if (asked.collection !== null) said.set('in', asked.collection)
  if (asked.tag !== null) said.set('tag', asked.tag)
  if (asked.seenFrom !== null) said.set('from', asked.seenFrom)
  if (asked.seenTo !== null) said.set('to', asked.seenTo)
  if (asked.only !== null) said.set('only', asked.only)
  if (asked.sort !== EVERYTHING.sort) said.set('sort', asked.sort)
  if (asked.descending !== descendsAtFirst(asked.sort)) said.set('order', asked.descending ? 'down' : 'up')
  return said.toString()
}

/** Whether anything is left out. */
export const isFiltered = (asked: Asked): boolean =>
  writeSearch({ ...asked, sort: EVERYTHING.sort, descending: EVERYTHING.descending }) !== ''

/** A click on a column: by it, or the other way round where it is by it already. */
export function sortedBy(asked: Asked, sort: LibrarySort): Asked {
  return { ...asked, sort, descending: asked.sort === sort ? !asked.descending : descendsAtFirst(sort) }
}

/** The same with other conditions. */
export const narrowed = (asked: Asked, filter: LibraryFilter): Asked => ({ ...asked, ...filter })
