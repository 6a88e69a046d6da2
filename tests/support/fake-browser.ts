import { createProfileStore, type ProfileStore } from '../../archive/index.ts'
import type { BrowserSource, BrowserState, SignInOptions } from '../../archive/ports/browser.ts'
import { NO_BROWSER } from './no-browser.ts'
import { tempDir } from './temp.ts'

export const SECRET = 'c2Vzc2lvbi1vZi1ydW5hLWhvbG0'

/** What a sign-in at the Quay Post leaves behind. */
export const SIGNED_IN: BrowserState = {
  cookies: [
    {
      name: 'session',
      value: SECRET,
      domain: '.quay.example',
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: true,
    },
  ],
  storage: { 'https://reader.quay.example': { token: SECRET } },
}

/** A computer without a browser for pages, on which a window for signing in does what the test says. */
export function signInBrowser(signIn: (options: SignInOptions) => Promise<BrowserState>): BrowserSource {
  return { ...NO_BROWSER, signIn }
}

/** Profiles in a folder of the test's own. */
export const ownProfiles = async (): Promise<ProfileStore> => createProfileStore(await tempDir())
