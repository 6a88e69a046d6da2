import { candidate, type Candidate } from './candidate.ts'
import { normaliseDate } from './dates/normalise.ts'
import { dateElements, dateLines, itemDates, timeElements } from './dates/places.ts'
import { urlDate } from './dates/url-date.ts'
import { ldText, type LdNode } from './json-ld.ts'
import { metaCandidates, type MetaTags } from './meta.ts'
import { META_NAMES } from './meta-names.ts'
import type { Outline } from './outline.ts'
import { inOwnZone, inPrintedZone } from './own-zone.ts'
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

function printed(sources: readonly Source[]): readonly Candidate<string>[] {
  return sources.flatMap(source => source()).filter(({ origin }) => origin === 'html' || origin === 'text')
}

function choose(
  declared: readonly Source[],
  shown: readonly Source[],
  related: readonly Source[],
  language: string | null,
): Candidate<string> | null {
  const claims = [...readable(declared, language)]
  const first = claims[0]
  if (first) {
    const own = inOwnZone(first, [...claims, ...readable(related, language)])
    return own === first ? inPrintedZone(first, printed(related), language) : own
  }
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
      () => timeElements(around, true),
      () => dateElements(around, false),
      () => dateLines(around),
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
