import type { ChangeClass, Comparison } from '../model/comparison.ts'
import { claims } from './claims.ts'
import { storedFiles } from './files.ts'
import { markedText } from './marked-text.ts'
import { fragment, h, type Markup, raw } from './markup.ts'
import { EXHIBIT_STYLE } from './style.ts'
import type { ExhibitFacts, ExhibitSide } from './types.ts'
import { moment, versions } from './versions.ts'

/** Nothing is fetched and nothing runs; pictures are in the file itself. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const CLASSES: Readonly<Record<ChangeClass, string>> = {
  none: 'Nothing changed.',
  noise: 'Nothing that a reader would call a change.',
  minor: 'A minor change.',
  substantive: 'A substantive change.',
  rewrite: 'The story was written anew.',
}

function inFigures({ class: kind, degree, counts }: Comparison): string {
  const share = degree === 0 ? '0' : degree < 0.001 ? 'less than 0.1' : (100 * degree).toFixed(1)
  return (
    `${CLASSES[kind]} ${share} % of the words were touched: ${counts.wordsInserted} came and ${counts.wordsDeleted} went, ` +
    `of ${counts.wordsBefore} before and ${counts.wordsAfter} after. ` +
    `Sentences: ${counts.sentencesSame} the same, ${counts.sentencesEdited} edited, ${counts.sentencesMoved} moved, ` +
    `${counts.sentencesInserted} new, ${counts.sentencesDeleted} gone.`
  )
}

function checks(name: string, { commands }: ExhibitSide): Markup {
  return fragment(
    h('h3', {}, name),
    commands.map(({ what, command }) => fragment(h('p', {}, what), h('pre', {}, h('code', {}, command)))),
  )
}

function section(id: string, title: string, ...content: readonly Markup[]): Markup {
  return h('section', { 'aria-labelledby': id }, h('h2', { id }, title), content)
}

function method({ comparison, software, rules, from, to, archiveId }: ExhibitFacts): Markup {
  const contentRules = new Set([from.record.contentHash.algorithm, to.record.contentHash.algorithm])
  return fragment(
    h(
      'p',
      {},
      `Made by ${software.name} ${software.version} (${software.runtime}) from archive ${archiveId}. ` +
        'Both pages were cleaned to their articles by the software version named for each above; the words of both ' +
        'articles were aligned sentence by sentence and word by word, moved passages told apart; rules with fixed ' +
        'names, and no model, sorted the differences. The same two articles always give the same result.',
    ),
    h(
      'p',
      {},
      `Content hashes follow ${[...contentRules].join(' and ')}; the class follows ${rules}; ` +
        `${comparison.verdict.length} ${comparison.verdict.length === 1 ? 'rule finding' : 'rule findings'} stand above, each with its rule’s name. ` +
        'Offsets count UTF-16 units of the article’s text. Times are UTC as RFC 3339 has it.',
    ),
    h(
      'p',
      {},
      'What this does not show: what other readers were sent, and who changed the page or why. A correction notice may stand elsewhere.',
    ),
  )
}

/**
 * The exhibit: one HTML file that needs nothing else, tells what changed between two snapshots, and leads every
 * claim back to a hash. Readable on paper without colour, and by a screen reader.
 */
export function exhibitHtml(facts: ExhibitFacts): string {
  const { from, to, comparison } = facts
  const title = to.record.title ?? from.record.title ?? to.record.url
  const oneSource = from.record.sourceId === to.record.sourceId
  const body = h(
    'main',
    {},
    h(
      'header',
      {},
      h(
        'p',
        { class: 'made' },
        oneSource ? 'What changed between two versions of a page' : 'Two pages compared',
      ),
      h('h1', { lang: to.language, dir: to.dir }, title),
      h('p', { class: 'made' }, h('code', {}, to.record.url)),
      h('p', { class: 'sum' }, inFigures(comparison)),
      h(
        'p',
        { class: 'made' },
        'This document was made ',
        h('time', { datetime: facts.madeAt }, moment(facts.madeAt)),
        ', by the clock of the computer it was made on.',
      ),
    ),
    section('versions', 'The two versions', versions(facts)),
    section('changes', 'What changed', claims(facts)),
    section(
      'text',
      'The text, marked',
      h(
        'p',
        { class: 'aside' },
        'The newer text, whole. ',
        h('ins', {}, 'Underlined words'),
        ' came; ',
        h('del', {}, 'struck words'),
        ' went. A passage that moved stands at its new place, and its old place names it.',
      ),
      markedText(facts),
    ),
    section('files', 'The stored files', storedFiles(facts)),
    section('method', 'Method', method(facts)),
    section(
      'check',
      'How to check it without Stet',
      h('p', {}, 'In a shell, in the folder of the archive (the one that holds log.jsonl):'),
      checks('Older version', from),
      checks('Newer version', to),
    ),
  )
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', {}, `What changed: ${title}`),
      raw(`<style>${EXHIBIT_STYLE}</style>`),
    ),
    h('body', {}, body),
  )
  return `<!doctype html>\n${page.html}\n`
}
