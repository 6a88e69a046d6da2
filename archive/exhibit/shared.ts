import type { Range } from '../model/comparison.ts'
import {
  COUNTED_THINGS,
  type CountedThingName,
  type FigurePair,
  type QuotationPair,
  type SharedPassage,
  type SourcesComparison,
  type TextPlace,
} from '../model/two-sources.ts'
import { keptWhole, withoutQuoteSigns } from './wording.ts'
import { fragment, h, type Markup } from './markup.ts'
import { codeOf, findingId, markId, type SharedKind } from './shared-marks.ts'
import { markedWordings } from './otherwise.ts'
import { headOf, SIDES, type SideKey, tagOf, theirs } from './sides.ts'
import { count, percent } from './sum.ts'
import { fileWithHash, linesOf, trace } from './trace.ts'
import type { ExhibitFacts, ExhibitSide } from './types.ts'

interface Finding {
  readonly kind: SharedKind
  readonly index: number
  readonly title: Markup | string
  readonly from: TextPlace
  readonly to: TextPlace
  /** What is shown of each side; the words themselves where it is not given. */
  readonly shown?: (side: SideKey) => Markup
}

function finding({ kind, index, title, from, to, shown }: Finding, facts: ExhibitFacts): Markup {
  const code = codeOf(kind, index)
  const places = { from, to }
  return h(
    'li',
    { id: findingId(code), class: keptWhole(from.text, to.text) },
    h('p', {}, h('strong', { class: 'kind' }, code), ' ', title),
    h(
      'dl',
      { class: 'words' },
      SIDES.map(side => {
        const { language, dir } = facts[side]
        const words = shown?.(side) ?? fragment(withoutQuoteSigns(places[side].text))
        return h('div', {}, h('dt', {}, tagOf(facts, side)), h('dd', { lang: language, dir }, words))
      }),
    ),
    h(
      'p',
      { class: 'evidence' },
      SIDES.map(side => trace(facts, side, { words: places[side].text, range: places[side].range }, true)),
      h(
        'span',
        { class: 'to-place' },
        'In the texts: ',
        h('a', { href: `#${markId('from', code)}` }, `${code} in A`),
        ', ',
        h('a', { href: `#${markId('to', code)}` }, `${code} in B`),
      ),
    ),
  )
}

/** A list, or that there is nothing to list. */
function list(findings: readonly Finding[], facts: ExhibitFacts, none: string): Markup {
  if (findings.length === 0) return h('p', {}, none)
  return h(
    'ul',
    { class: 'claims' },
    findings.map(found => finding(found, facts)),
  )
}

/** The sentence a figure stands in, with the figure marked. */
function inItsSentence(text: string, sentence: Range, figure: Range): Markup {
  return fragment(
    text.slice(sentence[0], figure[0]),
    h('mark', {}, text.slice(...figure)),
    text.slice(figure[1], sentence[1]),
  )
}

const THINGS: Readonly<Record<CountedThingName, string>> = {
  killed: 'Killed',
  injured: 'Injured',
  missing: 'Missing',
  arrested: 'Arrested',
  displaced: 'Displaced',
}

/** What is counted, in a word of ours where there is one, else in the page's. */
function aboutOf(about: string, side: ExhibitSide): Markup | null {
  if (about === '') return null
  const thing = COUNTED_THINGS.find(name => name === about)
  return fragment(thing ? THINGS[thing] : theirs(side, about), ': ')
}

function figureOf(kind: 'figure' | 'agreed', facts: ExhibitFacts) {
  return ({ from, to, about }: FigurePair, index: number): Finding => {
    const said =
      kind === 'figure'
        ? fragment(theirs(facts.from, from.text), ' in A, ', theirs(facts.to, to.text), ' in B')
        : theirs(facts.to, to.text)
    const shown = (side: SideKey) => {
      const { sentence, range } = side === 'from' ? from : to
      return inItsSentence(facts[side].text, sentence.range, range)
    }
    return { kind, index, title: fragment(aboutOf(about, facts.to), said), from, to, shown }
  }
}

/** Both wordings, with the words that only one has marked. */
function wordings(from: TextPlace, to: TextPlace): (side: SideKey) => Markup {
  const both = markedWordings(withoutQuoteSigns(from.text), withoutQuoteSigns(to.text))
  return side => both[side]
}

const RELATIONS: Readonly<Record<QuotationPair['relation'], string>> = {
  same: 'The same words',
  part: 'One gives less of it',
  'other-words': 'Other words',
}

/** Who said it is not known for sure; who is named beside it is. */
function namedBeside({ from, to, otherSpeaker }: QuotationPair, facts: ExhibitFacts): Markup | null {
  if (from.speaker === null && to.speaker === null) return null
  const nearest = '; the name nearest to it is '
  if (!otherSpeaker && from.speaker !== null && to.speaker !== null) {
    return fragment(nearest, theirs(facts.to, to.speaker))
  }
  const name = (side: SideKey, speaker: string | null) =>
    fragment(speaker === null ? 'none' : theirs(facts[side], speaker), ` in ${tagOf(facts, side)}`)
  return fragment(nearest, name('from', from.speaker), ', ', name('to', to.speaker))
}

function quotationOf(facts: ExhibitFacts) {
  return (pair: QuotationPair, index: number): Finding => {
    const { relation, from, to } = pair
    const title = fragment(RELATIONS[relation], namedBeside(pair, facts))
    const shown = relation === 'same' ? {} : { shown: wordings(from, to) }
    return { kind: 'quotation', index, title, from, to, ...shown }
  }
}

function passage({ words, share, quoted, from, to }: SharedPassage, index: number): Finding {
  const how = share === 1 ? 'word for word' : `the same but for ${percent(1 - share)} of its words`
  const title = `${count(words, 'word')}, ${how}${quoted ? ', a quotation in both' : ''}`
  const shown = share === 1 ? {} : { shown: wordings(from, to) }
  return { kind: 'passage', index, title, from, to, ...shown }
}

function onlyIn(facts: ExhibitFacts, sources: SourcesComparison, side: SideKey): Markup {
  const { passages, names } = sources.only[side]
  const { text, language, dir } = facts[side]
  return fragment(
    h('h3', {}, 'Only in ', headOf(facts, side)),
    names.length > 0
      ? h(
          'p',
          {},
          'Names: ',
          names.map((name, at) => fragment(at > 0 ? ', ' : '', theirs(facts[side], name.text))),
        )
      : null,
    passages.length === 0
      ? h('p', {}, 'No passage was found that the other tells nothing like.')
      : fragment(
          h(
            'p',
            { class: 'evidence' },
            'Passages that the other tells nothing like, longest first. Lines are those of ',
            fileWithHash(facts, side, 'article.txt'),
            '.',
          ),
          h(
            'ul',
            { class: 'claims' },
            passages.map(only =>
              h(
                'li',
                { class: keptWhole(only.text) },
                h('strong', { class: 'kind' }, linesOf(text, only.range)),
                ' ',
                h('span', { lang: language, dir }, withoutQuoteSigns(only.text)),
              ),
            ),
          ),
        ),
  )
}

/** What two sources share and where they differ, as sections: the title and what stands under it. */
export function sharedFindings(
  facts: ExhibitFacts,
  sources: SourcesComparison,
): readonly (readonly [id: string, title: string, content: Markup])[] {
  const { figures, quotations, passages, agreed } = sources
  return [
    [
      'figures',
      'Figures that differ for the same thing',
      list(figures.map(figureOf('figure', facts)), facts, 'None was found.'),
    ],
    [
      'quotations',
      'Quotations that both have',
      list(quotations.map(quotationOf(facts)), facts, 'None was found.'),
    ],
    ['passages', 'Passages that both have', list(passages.map(passage), facts, 'None was found.')],
    [
      'agreed',
      'Figures on which both agree',
      list(agreed.map(figureOf('agreed', facts)), facts, 'None was found.'),
    ],
    ['only', 'What one has alone', fragment(SIDES.map(side => onlyIn(facts, sources, side)))],
  ]
}
