import type { SourcesComparison } from '../model/two-sources.ts'
import { howToCheck } from './check.ts'
import { claims } from './claims.ts'
import { storedFiles } from './files.ts'
import { markedText } from './marked-text.ts'
import { fragment, h, type Markup, raw } from './markup.ts'
import { method } from './method.ts'
import { sharedText } from './shared-text.ts'
import { sharedFindings } from './shared.ts'
import { nameOf, SIDES, theirs } from './sides.ts'
import { EXHIBIT_STYLE, pageFoot } from './style.ts'
import { changeSum, sharedSum } from './sum.ts'
import type { ExhibitFacts } from './types.ts'
import { moment, versions } from './versions.ts'

/** Nothing is fetched and nothing runs; pictures are in the file itself. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

function section(id: string, title: string, ...content: readonly Markup[]): Markup {
  return h('section', { 'aria-labelledby': id }, h('h2', { id }, title), content)
}

/** What an exhibit of two versions of a source tells. */
function changed(facts: ExhibitFacts): readonly Markup[] {
  const isMarked = facts.comparison.alignment.some(({ op }) => op !== 'same')
  return [
    section('versions', 'The two versions', versions(facts)),
    section('changes', 'What changed', claims(facts)),
    isMarked
      ? section(
          'text',
          'The text, marked',
          h(
            'p',
            { class: 'aside' },
            'The text as it is after, whole. ',
            h('ins', {}, 'Underlined words'),
            ' came; ',
            h('del', {}, 'struck words'),
            ' went. A passage that moved stands at its new place, and its old place names it.',
          ),
          markedText(facts),
        )
      : section(
          'text',
          'The text',
          h('p', { class: 'aside' }, 'The words are the same on both sides.'),
          markedText(facts),
        ),
  ]
}

/** What an exhibit of two sources tells: nothing in it is called changed. */
function shared(facts: ExhibitFacts, sources: SourcesComparison): readonly Markup[] {
  return [
    section('versions', 'The two sources', versions(facts)),
    ...sharedFindings(facts, sources).map(([id, title, content]) => section(id, title, content)),
    section(
      'text',
      'Both texts, marked',
      h(
        'p',
        { class: 'aside' },
        'Each text whole and as it stands. What the other has too is underlined and numbered as above: ' +
          'P a passage, Q a quotation, F a figure that differs, E a figure on which both agree.',
      ),
      ...SIDES.map(side => sharedText(facts, sources, side)),
    ),
  ]
}

function aboutOf({ from, to, sources }: ExhibitFacts): string {
  if (sources) return 'What two sources share'
  const isOne = from.record.snapshotId === to.record.snapshotId
  return isOne ? 'A version of a page beside itself' : 'What changed between two versions of a page'
}

/** What the document is about, over all. */
function header(facts: ExhibitFacts): Markup {
  const { from, to, sources, comparison, madeAt } = facts
  const outlets = h(
    'h1',
    {},
    SIDES.map((side, at) => fragment(at > 0 ? ' and ' : '', theirs(facts[side], nameOf(facts[side])))),
  )
  return h(
    'header',
    {},
    h('p', { class: 'made' }, aboutOf(facts)),
    sources ? outlets : h('h1', { lang: to.language, dir: to.dir }, titleOf(facts)),
    [...new Set([from.record.url, to.record.url])].map(url => h('p', { class: 'made' }, h('code', {}, url))),
    h('p', { class: 'sum' }, sources ? sharedSum(sources) : changeSum(comparison)),
    h(
      'p',
      { class: 'made' },
      'This document was made ',
      h('time', { datetime: madeAt }, moment(madeAt)),
      ', by the clock of the computer it was made on.',
    ),
  )
}

function titleOf({ from, to }: ExhibitFacts): string {
  return to.record.title ?? from.record.title ?? to.record.url
}

/**
 * The exhibit: one HTML file that needs nothing else, tells what changed between two versions of a source, or what
 * two sources share, and leads every claim back to a hash. Readable on paper without colour, and by a screen reader.
 */
export function exhibitHtml(facts: ExhibitFacts): string {
  const { from, to, sources, madeAt } = facts
  const body = h(
    'main',
    {},
    header(facts),
    sources ? shared(facts, sources) : changed(facts),
    section('files', 'The stored files', storedFiles(facts)),
    section('method', 'Method', method(facts)),
    section('check', 'How to check it without Stet', howToCheck(facts)),
  )
  const title = sources
    ? `What two sources share: ${SIDES.map(side => nameOf(facts[side])).join(', ')}`
    : `What changed: ${titleOf(facts)}`
  const ids = [...new Set([from.record.snapshotId, to.record.snapshotId])].join(', ')
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', {}, title),
      raw(`<style>${EXHIBIT_STYLE}${pageFoot(`Snapshots ${ids}. Made ${moment(madeAt)}`)}</style>`),
    ),
    h('body', {}, body),
  )
  return `<!doctype html>\n${page.html}\n`
}
