import type { HistoryOfSource, HistoryVersion, Thread } from '../../contract/history.ts'
import { oneLine, passage } from './passage.ts'
import { count, degreeInWords, moment } from './units.ts'

/** Lines of a version's verdict that are printed; `stet compare` has them all. */
const LINES_A_VERSION = 4
export function historyInWords(history: HistoryOfSource): string {
  const { source, versions, unreadable } = history
  const name = [source.title ?? source.url, source.site].filter(Boolean).join(' — ')
  if (versions.length === 0) {
    const why =
      unreadable.length > 0
        ? `None of its versions can be read (${unreadable.join(', ')}); \`stet verify\` says what is wrong.`
        : 'No version of it is kept.'
    return `${name}\n${source.url}\n\n${why}`
  }
  const sections = sectionsOf(history).filter(({ lines }) => lines.length > 0)
  return [
    `${name}\n${source.url}\n${spanOf(history)}`,
    ['Versions', ...versions.flatMap(versionLines)].join('\n'),
    ...sections.map(({ title, lines }) => [title, ...lines.map(line => `- ${line}`)].join('\n')),
    ...(versions.length === 1
      ? ['There is one version, so there is nothing to follow yet. `stet capture` looks for another.']
      : sections.length === 0
        ? ['Nothing of what is followed changed between these versions.']
        : []),
  ].join('\n\n')
}

function spanOf({ versions, omitted, unreadable }: HistoryOfSource): string {
  const [first, last] = [versions[0]!.capturedAt, versions.at(-1)!.seenUntil]
  const span = first === last ? moment(first) : `${moment(first)} to ${moment(last)}`
  return [
    [count(versions.length, 'version'), span].join(', '),
    ...(omitted > 0
      ? [`${count(omitted, 'older version')} left out: there are too many to follow at once`]
      : []),
    ...(unreadable.length > 0
      ? [`cannot be read: version ${unreadable.join(', ')} (\`stet verify\` says what is wrong)`]
      : []),
  ].join('\n')
}

function versionLines({ version, capturedAt, words, step }: HistoryVersion): string[] {
  const head = `${String(version).padStart(3)}  ${moment(capturedAt)}  `
  if (!step) return [`${head}${count(words, 'word')}`]
  const told = step.lines.slice(0, LINES_A_VERSION)
  const rest = step.lines.length - told.length + step.more
  return [
    `${head}${degreeInWords(step.class, step.degree)}`,
    ...told.map(line => `       ${oneLine(line.summary)}`),
    ...(rest > 0 ? [`       and ${rest} more`] : []),
  ]
}

interface Section {
  readonly title: string
  readonly lines: readonly string[]
}

/** Sentences of these blocks are told with their picture or post. */
const TOLD_APART: ReadonlySet<string> = new Set(['figure', 'post'])

const CLAIMS: readonly Thread['kind'][] = ['headline', 'byline', 'outlet', 'published']

/** What an editor looks for, the most telling first. */
function sectionsOf(history: HistoryOfSource): Section[] {
  const { threads } = history
  const time = new Map(history.versions.map(({ version, capturedAt }) => [version, toTheMinute(capturedAt)]))
  const newest = history.versions.at(-1)!.version
  const when = (version: number) => `version ${version}, ${time.get(version) ?? 'unknown'}`
  const next = (version: number) => history.versions.find(each => each.version > version)?.version ?? newest
  const ownWords = threads.filter(({ kind, block }) => kind !== 'sentence' || !TOLD_APART.has(block ?? ''))
  const changed = ownWords.filter(thread => changesOf(thread) > 0)
  const chain = (thread: Thread) => chainOf(thread, when, next)
  const ofKind = (...kinds: Thread['kind'][]) => changed.filter(({ kind }) => kinds.includes(kind))
  const where = ({ block, sentence }: Thread) => {
    const home = sentence === null ? undefined : threads[sentence]?.states.at(-1)?.text
    return block === 'headline'
      ? ' (in the headline)'
      : home === undefined
        ? ''
        : `\n    in “${passage(home)}”`
  }
  const figures = ofKind('figure')
  const told = new Set(figures.map(({ sentence }) => sentence))
  const back = ownWords.filter(({ states }) => states.some(({ begin }) => begin === 'returned'))
  return [
    {
      title: 'Headline, byline and dates of the page',
      lines: ofKind(...CLAIMS).map(each => `${each.kind}: ${chain(each)}`),
    },
    { title: 'Figures that changed', lines: byMostChanges(figures).map(each => chain(each) + where(each)) },
    { title: 'Quotations that changed', lines: byMostChanges(ofKind('quotation')).map(chain) },
    {
      title: 'Dates in the text that changed',
      lines: byMostChanges(ofKind('date')).map(each => chain(each) + where(each)),
    },
    {
      title: 'Gone and back',
      lines: back
        .filter(({ kind }) => kind === 'sentence' || kind === 'post' || kind === 'picture')
        .map(chain),
    },
    {
      title: 'Sentences that changed more than once',
      lines: byMostChanges(
        ofKind('sentence').filter(each => changesOf(each) > 1 && !told.has(each.id) && !back.includes(each)),
      ).map(chain),
    },
    {
      title: 'Pictures and captions',
      lines: ofKind('picture')
        .filter(each => !back.includes(each))
        .map(chain),
    },
    {
      title: 'Embedded posts',
      lines: ofKind('post')
        .filter(each => !back.includes(each))
        .map(each => `${each.label ?? 'post'}: ${chain(each)}`),
    },
  ]
}

/** How often it said something else; noise is no change, and to come back as it was is told of its sentence. */
function changesOf({ states }: Thread): number {
  return states.filter(({ begin, text }, at) => {
    return begin === 'changed' || (begin === 'returned' && text !== states[at - 1]?.text)
  }).length
}

function toTheMinute(timestamp: string): string {
  return timestamp.slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')
}

function byMostChanges(threads: readonly Thread[]): Thread[] {
  return threads.toSorted((a, b) => changesOf(b) - changesOf(a) || a.id - b.id)
}

/** "82 → 83 (version 2, …) → gone (version 4, …)" */
function chainOf(
  { states, end }: Thread,
  when: (version: number) => string,
  next: (version: number) => number,
): string {
  const parts: string[] = []
  states.forEach(({ text, from, begin, post }, at) => {
    const before = states[at - 1]
    if (begin === 'returned' && before) parts.push(`gone (${when(next(before.to))})`)
    if (begin === 'noise') return
    const state = post !== null && post !== 'live' && post !== 'unknown' ? `, ${post}` : ''
    const isAsBefore = begin === 'returned' && before?.text === text
    const said = isAsBefore ? 'back' : `${begin === 'returned' ? 'back: ' : ''}${passage(text)}`
    parts.push(`${said}${state}${begin === 'first' ? '' : ` (${when(from)})`}`)
  })
  if (end !== null)
    parts.push(`${end === 'merged' ? 'part of another sentence' : 'gone'} (${when(next(states.at(-1)!.to))})`)
  return parts.join(' → ')
}
