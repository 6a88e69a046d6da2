const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Letters and digits next to each other, and a capital after a small letter: words do not look like that. */
const BREAK = /[a-z](?=[0-9])|[0-9](?=[a-z])|[a-z](?=[A-Z])|[A-Z](?=[0-9])|[0-9](?=[A-Z])/g
const MIN_LENGTH = 16
const MIN_BREAKS = 3
/** Names in CamelCase have fewer, for their length. */
const BREAKS_PER_CHARACTER = 0.25
/** Numbers of fewer digits count something, or name a post. */
const MIN_DIGITS = 24

function isRandomRun(run: string): boolean {
  if (run.length < MIN_LENGTH) return false
  if (/^\d+$/.test(run)) return run.length >= MIN_DIGITS
  if (/^[0-9a-f]+$/i.test(run) && /\d/.test(run)) return true
  return (run.match(BREAK)?.length ?? 0) >= Math.max(MIN_BREAKS, run.length * BREAKS_PER_CHARACTER)
}

/**
 * Whether a text looks made by chance, as keys and session ids are, and not written by a person: a UUID, 16 or more
 * hexadecimal digits, or a run of 16 or more letters and digits that change between kinds again and again. Slugs, dates,
 * file names and numbers of posts do not.
 */
export function looksRandom(text: string): boolean {
  return UUID.test(text) || text.split(/[^A-Za-z0-9]+/).some(isRandomRun)
}
