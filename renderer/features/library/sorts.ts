import type { LibrarySort } from '../../../archive/contract/library.ts'

/** In the order in which the menu offers them. */
export const LIBRARY_SORT_NAMES = [
  'seen',
  'changed',
  'title',
  'site',
  'versions',
  'posts',
] as const satisfies readonly LibrarySort[]
