import { answerConsent } from './answer-consent.ts'
import { clearOverlays } from './clear-overlays.ts'
import { loadLazy, loadMedia, openDetails } from './open-hidden.ts'
import { preparePage } from './prepare-page.ts'
import { scroll } from './scroll.ts'
import { seemsEmpty } from './seems-empty.ts'
import { serialize } from './serialize.ts'
import { watch } from './watch.ts'

/** The world of our own in which everything below runs; page scripts do not see it. */
export const WORLD = 'stet'

const FUNCTIONS = {
  answerConsent,
  clearOverlays,
  loadLazy,
  loadMedia,
  openDetails,
  scroll,
  seemsEmpty,
  serialize,
} as const

type Functions = typeof FUNCTIONS

/** Runs in our world of every document before its own scripts. */
export const WATCH_SOURCE = `globalThis.stetWatched=(${watch.toString()})()`

/** Runs in the page's world of every document before its own scripts. */
export const PREPARE_SOURCE = `(${preparePage.toString()})()`

/** These change the document at once and then are done; changes of theirs do not make a page busy. */
const AT_ONCE: ReadonlySet<keyof Functions> = new Set(['loadLazy', 'loadMedia', 'openDetails'])

/** An expression that calls one of the functions in the page with plain data. */
export function callOf<K extends Exclude<keyof Functions, 'serialize'>>(
  name: K,
  ...args: Parameters<Functions[K]>
): string {
  const call = `(${FUNCTIONS[name].toString()})(${args.map(arg => JSON.stringify(arg)).join(',')})`
  return AT_ONCE.has(name) ? `(done=>(globalThis.stetWatched?.own(),done))(${call})` : call
}

export const SERIALIZE_CALL = `(${serialize.toString()})(globalThis.stetWatched)`

/** How long ago the document last changed, in milliseconds. */
export const SINCE_CHANGE = `globalThis.stetWatched?.still()??performance.now()`
