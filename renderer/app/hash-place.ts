import { useSyncExternalStore } from 'react'

interface NavigateOptions {
  readonly replace?: boolean
  readonly state?: unknown
}

const here = (): string => location.hash.replace(/^#?\/?/, '/')

const pathHere = (): string => here().split('?', 1)[0]!
const searchHere = (): string => here().split('?').slice(1).join('?')

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  window.addEventListener('popstate', listener)
  return () => {
    window.removeEventListener('hashchange', listener)
    window.removeEventListener('popstate', listener)
  }
}

/** Goes to a place of the app; one that begins with `?` keeps the screen and changes what it asks for. */
function navigate(to: string, { replace = false, state = null }: NavigateOptions = {}): void {
  const place = to.startsWith('?') ? pathHere() + (to === '?' ? '' : to) : to
  history[replace ? 'replaceState' : 'pushState'](state, '', `#${place.replace(/^#?\/?/, '/')}`)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

/**
 * The whole place, path and query, lives after the `#`. wouter's own hash location puts the query before it,
 * where it outlives the screen it was for.
 */
export const useHashPlace = (): [string, typeof navigate] => [
  useSyncExternalStore(subscribe, pathHere, pathHere),
  navigate,
]
useHashPlace.hrefs = (href: string): string => `#${href}`

const useSearchHere = (): string => useSyncExternalStore(subscribe, searchHere, searchHere)
useHashPlace.searchHook = useSearchHere
