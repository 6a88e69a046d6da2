import { candidate, type Candidate } from './candidate.ts'
import { normaliseDate } from './dates/normalise.ts'
import { dateElements, dateLines, itemDates, timeElements } from './dates/places.ts'
import { urlDate } from './dates/url-date.ts'
import { ldText, type LdNode } from './json-ld.ts'
import { metaCandidates, type MetaTags } from './meta.ts'
import { META_NAMES } from './meta-names.ts'
import type { Outline } from './outline.ts'
import type { Surroundings } from './surroundings.ts'

export interface DateSources {
  readonly outline: Outline
  readonly around: Surroundings
  readonly story: LdNode | null
  readonly tags: MetaTags
  readonly url: string
  readonly language: string | null
}

type Source = () => readonly Candidate<string>[]

function* readable(sources: readonly Source[], language: string | null): Generator<Candidate<string>> {
  for (const source of sources) {
    for (const { value, origin } of source()) {
      const date = normaliseDate(value, language)
      if (date) yield { value: date, origin }
    }
  }
}

const IN_UTC = /(?:Z|[+-]00:00)$/
const SAME_MOMENT_MS = 60_000

/**
 * A publisher's clock says which day a story belongs to. Where the first source gives the moment in UTC and
 * another gives the same moment in the publisher's own zone, the second is what the reader sees.
 */
function inOwnZone(first: Candidate<string>, others: Iterable<Candidate<string>>): Candidate<string> {
  if (!IN_UTC.test(first.value)) return first
  const moment = Date.parse(first.value)
  for (const other of others) {
    if (!other.value.includes('T') || IN_UTC.test(other.value)) continue
    if (Math.abs(Date.parse(other.value) - moment) < SAME_MOMENT_MS) return other
  }
  return first
}

function choose(
  declared: readonly Source[],
  shown: readonly Source[],
  related: readonly Source[],
  language: string | null,
): Candidate<string> | null {
  const claims = [...readable(declared, language)]
  const first = claims[0]
  if (first) return inOwnZone(first, [...claims, ...readable(related, language)])
  return readable(shown, language).next().value ?? null
}

/** When it was published, as the page claims; day and zone as printed. */
export function readPublished(sources: DateSources): Candidate<string> | null {
  const { outline, around, story, tags, url, language } = sources
  return choose(
    [
      () => candidate(ldText(story?.['datePublished']), 'json-ld'),
      () => metaCandidates(tags, META_NAMES.published),
      () => itemDates(outline, 'datePublished'),
      () => candidate(ldText(story?.['dateCreated'] ?? story?.['uploadDate']), 'json-ld'),
      () => itemDates(outline, 'dateCreated'),
    ],
    [
      () => timeElements(around, false),
      () => candidate(urlDate(url), 'url'),
      () => dateElements(around, false),
      () => dateLines(around),
      () => timeElements(around, true),
    ],
    [
      () => candidate(ldText(story?.['dateModified']), 'json-ld'),
      () => metaCandidates(tags, META_NAMES.modified),
      () => timeElements(around, false),
    ],
    language,
  )
}

/** When it was last changed, as the page claims. */
export function readModified(sources: DateSources): Candidate<string> | null {
  const { outline, around, story, tags, language } = sources
  return choose(
    [
      () => candidate(ldText(story?.['dateModified']), 'json-ld'),
      () => metaCandidates(tags, META_NAMES.modified),
      () => itemDates(outline, 'dateModified'),
    ],
    [() => timeElements(around, true), () => dateElements(around, true)],
    [],
    language,
  )
}
