/** The app's own addresses, after the `#`. They can be kept, shared between windows, and gone back to. */
export const SOURCE_TABS = ['read', 'page', 'compare', 'history', 'posts', 'evidence', 'files'] as const
export type SourceTab = (typeof SOURCE_TABS)[number]

export const PLACES = {
  library: '/',
  source: '/source/:sourceId/:tab?',
  compare: '/compare/:from/:to',
  posts: '/posts',
  activity: '/activity',
  settings: '/settings',
} as const

/** `snapshotId` chooses a version; without one it is the newest. */
export function sourcePlace(sourceId: string, tab: SourceTab = 'read', snapshotId?: string): string {
  return `/source/${sourceId}/${tab}${snapshotId === undefined ? '' : `?snapshot=${snapshotId}`}`
}

/** `at` is a place in the comparison; `features/compare/place.ts` says how it is written. */
export function comparePlace(from: string, to: string, at?: string): string {
  return `/compare/${from}/${to}${at === undefined ? '' : `?at=${encodeURIComponent(at)}`}`
}

/** The place of the app that a copied link leads to; null where a text is no such link. */
export function placeIn(text: string): string | null {
  const place = /^\S*#(\/(?:source|compare|posts|activity|settings)\b\S*)$/.exec(text.trim())?.[1]
  return place ?? null
}
