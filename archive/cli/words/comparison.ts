import type { ComparisonResult } from '../../contract/results.ts'
import { sourcesInWords } from './two-sources.ts'
import { count, degreeInWords, moment } from './units.ts'

type Sides = NonNullable<ComparisonResult['sides']>

function names({ from, to, sides }: ComparisonResult): readonly [string, string] {
  if (!sides) return [from, to]
  const oneSource = sides.from.url === sides.to.url
  const name = ({ url, version, capturedAt }: Sides['from']) =>
    `version ${version} (${moment(capturedAt)})${oneSource ? '' : ` of ${url}`}`
  return [name(sides.from), name(sides.to)]
}

/** "substantive, 5.0 % of the words: 1 word added, 22 words removed, 1 sentence moved" */
function sumOf({ class: kind, degree, counts }: ComparisonResult): string {
  const { wordsInserted, wordsDeleted, sentencesMoved } = counts
  const parts = [
    ...(wordsInserted > 0 ? [`${count(wordsInserted, 'word')} added`] : []),
    ...(wordsDeleted > 0 ? [`${count(wordsDeleted, 'word')} removed`] : []),
    ...(sentencesMoved > 0 ? [`${count(sentencesMoved, 'sentence')} moved`] : []),
  ]
  const words = parts.length > 0 ? `: ${parts.join(', ')}` : ''
  return `${degreeInWords(kind, degree)}${words}`
}

export function comparisonInWords(comparison: ComparisonResult): string {
  const [from, to] = names(comparison)
  if (comparison.sources) return sourcesInWords(comparison.sources, { from, to })
  const { notice, verdict } = comparison
  const disclosed = new Set(notice?.discloses)
  const lines = (isNoise: boolean): string[] =>
    verdict.flatMap(({ kind, summary }, at) => {
      if ((kind === 'noise') !== isNoise) return []
      return [`- ${summary}${disclosed.has(at) ? ' (named in the correction notice)' : ''}`]
    })
  if (comparison.same) return [`The story is the same in ${from} and ${to}.`, ...lines(false)].join('\n')
  const noise = lines(true)
  // A notice that came, changed or went is a line of the verdict.
  const hasFact =
    notice && (notice.state === 'none' || notice.state === 'kept') && comparison.class !== 'noise'
  return [
    `What changed from ${from} to ${to}:`,
    sumOf(comparison),
    ...lines(false),
    ...(noise.length > 0 ? ['Noise, no change of the story:', ...noise] : []),
    ...(hasFact ? [notice.summary] : []),
  ].join('\n')
}
