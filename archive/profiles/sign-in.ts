import { StetError } from '../errors.ts'
import type { BrowserSource } from '../ports/browser.ts'
import { parseCookieFile } from './cookie-file.ts'
import { checkedName } from './names.ts'
import type { ProfileStore, ProfileSummary } from './types.ts'

export interface SignInRequest {
  readonly name: string
  /** Where the person signs in: http or https. */
  readonly url: string
  /** Closes the window; nothing is kept. */
  readonly signal?: AbortSignal
}

/** What a face of the app can do with profiles. No answer holds a value of one. */
export interface Profiles {
  list(): Promise<readonly ProfileSummary[]>
  /**
   * Shows a window for signing in and keeps what it ends with, once the person closes it. A profile of that name is
   * signed in anew, beginning with what it has. Throws `usage`, `invalid-url`, `not-found` (no window can be shown, or
   * nothing came of it), `cancelled`, `io`.
   */
  signIn(request: SignInRequest): Promise<ProfileSummary>
  /** Makes a profile of a file of cookies: `cookies.txt`, or JSON. Throws `usage`, `bad-input`. */
  importCookies(name: string, text: string): Promise<ProfileSummary>
  /** Throws `not-found`. */
  remove(name: string): Promise<void>
}

function checkedUrl(text: string): string {
  const url = URL.parse(text.trim())
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href
  throw new StetError(
    'invalid-url',
    `"${text}" is not a web address. Write it in full, as in https://example.org/login.`,
    {
      url: text,
    },
  )
}

export function createProfiles(store: ProfileStore, browser: Pick<BrowserSource, 'signIn'>): Profiles {
  return {
    list: () => store.list(),

    async signIn({ name: text, url: address, signal }) {
      const name = checkedName(text)
      const url = checkedUrl(address)
      const earlier = await store.read(name).catch((error: unknown) => {
        // A damaged one is what signing in anew mends.
        if (error instanceof StetError && ['not-found', 'bad-input'].includes(error.code)) return null
        throw error
      })
      const state = await browser.signIn({ url, state: earlier?.state ?? null, signal })
      if (state.cookies.length === 0 && Object.keys(state.storage).length === 0) {
        throw new StetError(
          'not-found',
          `The window was closed before ${new URL(url).host} had signed anybody in: there is nothing to keep. Try again, and close the window once you are signed in.`,
          { url, reason: 'nothing-signed-in' },
        )
      }
      return store.save(name, { url, state })
    },

    importCookies: async (name, text) =>
      store.save(checkedName(name), { url: null, state: parseCookieFile(text, Date.now()) }),

    remove: name => store.remove(name),
  }
}
