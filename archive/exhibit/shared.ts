import type { Range } from '../model/comparison.ts'
import type {
  FigurePair,
  QuotationPair,
  SharedPassage,
  SourcesComparison,
  TextPlace,
} from '../model/two-sources.ts'
import { keptWhole, withoutQuoteSigns } from './context.ts'
import { fragment, h, type Markup } from './markup.ts'
import { codeOf, findingId, markId, type SharedKind } from './shared-marks.ts'
import { markedWordings } from './otherwise.ts'
import { headOf, SIDES, type SideKey, tagOf, theirs } from './sides.ts'
import { fileWithHash, linesOf, trace } from './trace.ts'
import type { ExhibitFacts } from './types.ts'

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** What two sources have in common, in one sentence each; neither is held to be an edition of the other. */
export function sharedSum({ passages, words, share, figures, quotations }: SourcesComparison): string {
  const otherwise = quotations.filter(({ relation }) => relation !== 'same').length
  return (
    (passages.length === 0
      ? 'The two texts share no passage. '
      : `The two texts share ${count(passages.length, 'passage')}: ${percent(share.from)} of the ${words.from} words of A, ` +
        `${percent(share.to)} of the ${words.to} words of B. `) +
    (figures.length === 0
      ? 'No figure was found that differs for the same thing; '
      : `${count(figures.length, 'figure differs', 'figures differ')} for the same thing; `) +
    (quotations.length === 0
      ? 'no quotation stands in both. '
      : `${count(quotations.length, 'quotation stands', 'quotations stand')} in both, ${otherwise} not in the same words. `) +
    'Neither is an edition of the other, and nothing here says who had it from whom.'
  )
}

interface Finding {
  readonly kind: SharedKind
  readonly index: number
  readonly title: string
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

function figureOf(kind: 'figure' | 'agreed', facts: ExhibitFacts) {
  return ({ from, to, about }: FigurePair, index: number): Finding => {
    const said = kind === 'figure' ? `${from.text} in A, ${to.text} in B` : from.text
    const shown = (side: SideKey) => {
      const { sentence, range } = side === 'from' ? from : to
      return inItsSentence(facts[side].text, sentence.range, range)
    }
    return { kind, index, title: about === '' ? said : `${about}: ${said}`, from, to, shown }
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

function quotation({ relation, from, to, otherSpeaker }: QuotationPair, index: number): Finding {
  const speakers = otherSpeaker ? `; the name nearest to it is ${from.speaker} in A, ${to.speaker} in B` : ''
  const title = `${RELATIONS[relation]}${speakers}`
  const shown = relation === 'same' ? {} : { shown: wordings(from, to) }
  return { kind: 'quotation', index, title, from, to, ...shown }
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
    h('h3', {}, `Only in ${headOf(facts, side)}`),
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
    ['quotations', 'Quotations that both have', list(quotations.map(quotation), facts, 'None was found.')],
    ['passages', 'Passages that both have', list(passages.map(passage), facts, 'None was found.')],
    [
      'agreed',
      'Figures on which both agree',
      list(agreed.map(figureOf('agreed', facts)), facts, 'None was found.'),
    ],
    ['only', 'What one has alone', fragment(SIDES.map(side => onlyIn(facts, sources, side)))],
  ]
}
