import type { BrowserCookie, BrowserState } from '../ports/browser.ts'

/** Host of a cookie's domain, without the dot that says "and everything below it". */
const hostOfCookie = ({ domain }: BrowserCookie): string => domain.replace(/^\./, '').toLowerCase()

const keyOf = ({ name, domain, path }: BrowserCookie): string => JSON.stringify([name, domain, path])

export function hostsOf({ cookies, storage }: BrowserState): readonly string[] {
  const origins = Object.keys(storage).flatMap(origin => URL.parse(origin)?.hostname ?? [])
  return [...new Set([...cookies.map(hostOfCookie), ...origins])].toSorted()
}

const isWithin = (host: string, other: string): boolean => host === other || host.endsWith(`.${other}`)

/** Whether one is the other or above it. */
export const isRelated = (host: string, other: string): boolean =>
  isWithin(host, other) || isWithin(other, host)

/**
 * What of a state belongs to the sites a profile knows already. A captured page's other guests (advertisers, counters)
 * leave cookies too, and those are nobody's sign-in.
 */
export function ownPart(state: BrowserState, known: readonly string[]): BrowserState {
  const isOwn = (host: string): boolean => known.some(one => isRelated(host, one))
  return {
    cookies: state.cookies.filter(cookie => isOwn(hostOfCookie(cookie))),
    storage: Object.fromEntries(
      Object.entries(state.storage).filter(([origin]) => isOwn(URL.parse(origin)?.hostname ?? '')),
    ),
  }
}

type Table<T> = ReadonlyMap<string, T>

/** `current` with the changes that lead from `before` to `after`; what neither touched stays as it is. */
function merged<T>(current: Table<T>, before: Table<T>, after: Table<T>): Map<string, T> {
  const out = new Map(current)
  const same = (a: T | undefined, b: T | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)
  for (const [key, value] of after) if (!same(before.get(key), value)) out.set(key, value)
  for (const key of before.keys()) if (!after.has(key)) out.delete(key)
  return out
}

const cookieTable = ({ cookies }: BrowserState): Table<BrowserCookie> =>
  new Map(cookies.map(cookie => [keyOf(cookie), cookie]))

const itemTable = ({ storage }: BrowserState, origin: string): Table<string> =>
  new Map(Object.entries(storage[origin] ?? {}))

/**
 * A state in which another one's changes are made: two captures that used one profile at the same time both keep
 * theirs. An origin that `after` does not name was not visited, and keeps what it had.
 */
export function mergedState(current: BrowserState, before: BrowserState, after: BrowserState): BrowserState {
  const storage = { ...current.storage }
  for (const origin of Object.keys(after.storage)) {
    const items = merged(itemTable(current, origin), itemTable(before, origin), itemTable(after, origin))
    storage[origin] = Object.fromEntries(items)
  }
  const cookies = merged(cookieTable(current), cookieTable(before), cookieTable(after))
  return { cookies: [...cookies.values()], storage }
}
