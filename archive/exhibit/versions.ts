import type { SnapshotRecord } from '../model/snapshot.ts'
import { fragment, h, type Markup } from './markup.ts'
import { headOf, SIDES, tagOf } from './sides.ts'
import type { ExhibitFacts, ExhibitSide } from './types.ts'

/** `2026-11-21T19:22:55.123Z` as people read it; nothing is rounded. What is written otherwise stays as it is. */
export function moment(time: string): string {
  return time.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)Z$/, '$1 $2 UTC')
}

const CLOCKS: Readonly<Record<SnapshotRecord['clock'], string>> = {
  system: 'clock of the computer that captured it',
  file: 'as the imported file says',
  person: 'as the person who imported it said',
}

const ENGINES: Readonly<Record<SnapshotRecord['engine']['name'], string>> = {
  http: 'what the server sent, without running scripts',
  browser: 'as a browser showed it',
  import: 'imported from a file',
}

const time = (value: string): Markup => h('time', { datetime: value }, moment(value))

function witness({ record }: ExhibitSide): Markup {
  const { witness: who, software, engine } = record
  return fragment(
    who === 'captured'
      ? `This software recorded these bytes at this time by this clock: ${software.name} ${software.version}`
      : `Imported by ${software.name} ${software.version}, which did not witness the capture`,
    ` (${ENGINES[engine.name]}; engine ${engine.version}).`,
  )
}

function server({ record: { http } }: ExhibitSide): Markup | string {
  if (!http) return 'Not recorded.'
  const { status, statusText, remoteAddress, tls } = http
  return fragment(
    `${status} ${statusText}`.trim(),
    remoteAddress ? `, from ${remoteAddress}` : '',
    tls?.fingerprint256 ? fragment('; certificate SHA-256 ', h('code', {}, tls.fingerprint256)) : '',
  )
}

function log({ log: [own, ...checks] }: ExhibitSide): Markup | string {
  if (!own) return 'Not found.'
  return fragment(
    `Line ${own.seq}, written `,
    time(own.at),
    ', SHA-256 ',
    h('code', {}, own.sha256),
    checks.length > 0
      ? `. Found unchanged again in ${checks.length === 1 ? 'line' : 'lines'} ${checks.map(({ seq }) => seq).join(', ')}.`
      : '',
  )
}

/** What stands in each row; what the page says of itself is told as its claim. */
const ROWS: readonly (readonly [id: string, head: string, cell: (side: ExhibitSide) => Markup | string])[] = [
  ['headline', 'Headline', side => said(side, side.record.title)],
  ['byline', 'Byline', side => said(side, side.byline.join(', ') || null)],
  ['outlet', 'Outlet', side => said(side, side.site)],
  ['published', 'Published, as the page says', ({ published }) => claimed(published)],
  ['modified', 'Updated, as the page says', ({ modified }) => claimed(modified)],
  ['address', 'Address that answered', address],
  ['captured', 'Captured', ({ record }) => fragment(time(record.capturedAt), ` (${CLOCKS[record.clock]})`)],
  ['witness', 'Witness', witness],
  ['server', 'Answer of the server', server],
  [
    'snapshot',
    'Snapshot',
    ({ record }) => fragment(h('code', {}, record.snapshotId), ` (version ${record.version})`),
  ],
  ['fixity', 'Fixity hash', ({ fixityHash }) => h('code', {}, fixityHash)],
  ['content', 'Content hash', ({ record }) => h('code', {}, record.contentHash.value)],
  ['log', 'Custody log', log],
]

const claimed = (date: string | null): string => (date === null ? 'The page does not say.' : moment(date))

/** A file without an address is known by what is in it. */
function address({ record: { finalUrl } }: ExhibitSide): Markup {
  return fragment(finalUrl.startsWith('file:') ? 'None; known as ' : '', h('code', {}, finalUrl))
}

function said({ language, dir }: ExhibitSide, words: string | null): Markup | string {
  return words === null ? 'None was found.' : h('span', { lang: language, dir }, words)
}

/** The two snapshots beside each other. */
export function versions(facts: ExhibitFacts): Markup {
  const { from, to } = facts
  return fragment(
    h(
      'table',
      { class: 'versions', 'aria-labelledby': 'versions' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('td', {}),
          SIDES.map(side => h('th', { scope: 'col' }, headOf(facts, side))),
        ),
      ),
      h(
        'tbody',
        {},
        ROWS.map(([id, name, cell]) =>
          h(
            'tr',
            { id: `row-${id}` },
            h('th', { scope: 'row' }, name),
            SIDES.map(side => h('td', { 'data-head': tagOf(facts, side) }, cell(facts[side]))),
          ),
        ),
      ),
    ),
    facts.sources || from.record.capturedAt <= to.record.capturedAt
      ? null
      : h('p', {}, 'What is called “before” here was captured later than what is called “after”.'),
    h(
      'p',
      { class: 'aside' },
      'The fixity hash covers every stored byte of a snapshot and answers “is this what was kept?”. ' +
        'The content hash covers the words and pictures of the article alone and answers “did the story change?”. ' +
        'Stet does not claim that the server sent the same to anybody else.',
    ),
  )
}
