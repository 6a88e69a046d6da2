import { PASSAGE_WORDS } from '../model/two-sources.ts'
import { fragment, h, type Markup } from './markup.ts'
import type { ExhibitFacts } from './types.ts'

const OF_VERSIONS =
  'The words of both articles were aligned sentence by sentence and word by word, moved passages told apart; ' +
  'rules with fixed names, and no model, sorted the differences. The same two articles always give the same result.'

const OF_SOURCES =
  `Runs of words that both texts have, in whatever order, make a shared passage from ${PASSAGE_WORDS} words on, case, marks and ` +
  'typography put aside; no word is in two passages. Two quotations are paired where most of their words are the same in ' +
  'one order. Two figures are paired where at least two signs say that they count one thing (the thing or the noun beside ' +
  'them, the likeness of their sentences, the nearness of the numbers): read both sentences. No model took part. The same ' +
  'two texts always give the same result.'

/** How the findings were made, by what, and what they do not show. */
export function method({ comparison, sources, software, rules, from, to, archiveId }: ExhibitFacts): Markup {
  const contentRules = new Set([from.record.contentHash.algorithm, to.record.contentHash.algorithm])
  const { length } = comparison.verdict
  const found = length === 1 ? '1 finding stands' : `${length === 0 ? 'no' : length} findings stand`
  return fragment(
    h(
      'p',
      {},
      `Made by ${software.name} ${software.version} (${software.runtime}) from archive ${archiveId}. ` +
        `Both pages were cleaned to their articles by the software version named for each above. ${sources ? OF_SOURCES : OF_VERSIONS}`,
    ),
    h(
      'p',
      {},
      `Content hashes follow ${[...contentRules].join(' and ')}` +
        (sources
          ? '. '
          : `; the class follows ${rules}; ${found} above${length === 0 ? '' : ', each with its rule’s name'}. `) +
        'Lines are those of article.txt, which holds the words of the article; headline, byline, dates, links and pictures stand in article.json. ' +
        'Times are UTC.',
    ),
    h(
      'p',
      {},
      sources
        ? 'What this does not show: what other readers were sent, who wrote first, and whether one had its words from the other or both from somebody else.'
        : 'What this does not show: what other readers were sent, and who changed the page or why. A correction notice may stand elsewhere.',
    ),
  )
}
