import type { ListedPost } from '../../../archive/contract/source.ts'
import { words } from '../../i18n/en/words.ts'

/** What the list of posts shows; null is "all". */
export interface AskedPosts {
  readonly query: string
  readonly platform: ListedPost['platform'] | null
  readonly state: ListedPost['state'] | null
  /** Name or handle, exactly. */
  readonly author: string | null
}

export const ALL_POSTS: AskedPosts = { query: '', platform: null, state: null, author: null }

/** Every platform and every state has a word. */
const isPlatform = (text: string): text is ListedPost['platform'] => Object.hasOwn(words.platform, text)
const isState = (text: string): text is ListedPost['state'] => Object.hasOwn(words.postState, text)

/** What a place (`?q=…&platform=…`) asks for; what it says wrongly is as if it were not said. */
export function readPlace(search: string): AskedPosts {
  const said = new URLSearchParams(search)
  const [platform, state] = [said.get('platform') ?? '', said.get('state') ?? '']
  return {
    query: said.get('q') ?? '',
    platform: isPlatform(platform) ? platform : null,
    state: isState(state) ? state : null,
    author: said.get('author'),
  }
}

/** The other way: what differs from everything. */
export function writePlace({ query, platform, state, author }: AskedPosts): string {
  const said = new URLSearchParams()
  if (query !== '') said.set('q', query)
  if (platform !== null) said.set('platform', platform)
  if (state !== null) said.set('state', state)
  if (author !== null) said.set('author', author)
  return said.toString()
}
