import { createArchive, type Archive } from './archive.ts'
import { compareText } from './compare/index.ts'
import { localBrowser } from './browser/index.ts'
import type { Comparison } from './model/comparison.ts'
import type { BrowserSource } from './ports/browser.ts'
import { type Clock, systemClock } from './ports/clock.ts'
import { type Logger, silentLogger } from './ports/logger.ts'
import { createProfileStore, createProfiles, type ProfileStore, type Profiles } from './profiles/index.ts'
import { SOFTWARE } from './software.ts'
import { openStore } from './store/index.ts'
import { postKnownAs } from './jobs/source-url.ts'

export { assertCapturable, importAsk } from './jobs/asks.ts'
export { localBrowser } from './browser/index.ts'
export { createProfileStore } from './profiles/index.ts'
export type { Profiles, ProfileStore, ProfileSummary, SignInRequest } from './profiles/index.ts'
export { SOFTWARE } from './software.ts'
export type { CaptureProgress } from './jobs/progress.ts'
export type { FailedInput } from './jobs/run-all.ts'
export type { CaptureResult } from './model/capture-result.ts'
export type { QueueEntry, WorkQueue } from './store/index.ts'
export type { Archive, CompareOptions, ShowForm, Shown } from './archive.ts'
export type { CaptureRunOptions, HandedFile, ImportRunOptions } from './runs.ts'

export interface OpenOptions {
  /** `write` takes the archive's lock and makes the archive where there is none; `read` works beside a writer. */
  readonly access: 'read' | 'write'
  readonly clock?: Clock
  readonly logger?: Logger
  /** What shows pages to the browser engine. Default: a browser found on this computer. */
  readonly browser?: BrowserSource
  /** Where signed-in profiles are kept. Default: the person's own folder, which no archive holds. */
  readonly profiles?: ProfileStore
}

/**
 * The only door to the core. Throws `StetError`: `archive-locked`, `archive-newer`, `archive-readonly`,
 * `disk-full`, `bad-input` (the folder holds something else), `not-found` (nothing to read there).
 */
export async function openArchive(dir: string, options: OpenOptions): Promise<Archive> {
  const { access, clock = systemClock, logger = silentLogger } = options
  const { browser = localBrowser(), profiles = createProfileStore() } = options
  const readOnly = access === 'read'
  const store = await openStore(dir, { software: SOFTWARE, clock, logger, readOnly, knownAs: postKnownAs })
  return createArchive(store, { clock, logger, software: SOFTWARE, browser, profiles })
}

/** The profiles of this computer's person, signed in with a browser of this computer. Needs no archive. */
export function localProfiles(): Profiles {
  return createProfiles(createProfileStore(), localBrowser())
}

/** Compares two plain texts; needs no archive. Offsets are UTF-16 units into the texts as given. */
export function compareTexts(oldText: string, newText: string): Comparison {
  return compareText(oldText, newText)
}
