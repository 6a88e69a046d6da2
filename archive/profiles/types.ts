import type { BrowserState } from '../ports/browser.ts'

/** A named sign-in. Secret: it stays in the person's own folder and goes nowhere but into a page's own context. */
export interface Profile {
  readonly name: string
  /** Where the person signed in; null where cookies came out of a file. */
  readonly url: string | null
  /** RFC 3339. */
  readonly signedInAt: string
  /** When a capture last used it, RFC 3339; null where none has. */
  readonly usedAt: string | null
  readonly state: BrowserState
}

/** What may be told of a profile: no value of it. */
export interface ProfileSummary {
  readonly name: string
  readonly url: string | null
  /** Sites it holds cookies or storage of, without a leading dot; that of `url` first, else sorted. */
  readonly hosts: readonly string[]
  readonly signedInAt: string
  readonly usedAt: string | null
  readonly cookies: number
  /** When the last of its cookies runs out, RFC 3339; null where one lasts until the site ends it. */
  readonly endsAt: string | null
}

/** Where profiles are kept. Names are compared without regard to case. */
export interface ProfileStore {
  list(): Promise<readonly ProfileSummary[]>
  /** Throws `StetError` `not-found`, `bad-input` (damaged). */
  read(name: string): Promise<Profile>
  /** Makes a profile, or puts a new sign-in in the place of the one it had. Throws `usage` for what is no name. */
  save(
    name: string,
    signIn: { readonly url: string | null; readonly state: BrowserState },
  ): Promise<ProfileSummary>
  /** Notes what a capture changed of it, from what it began with to what it ended with; a removed one stays removed. */
  refresh(name: string, before: BrowserState, after: BrowserState): Promise<void>
  /** Throws `not-found`. */
  remove(name: string): Promise<void>
}
