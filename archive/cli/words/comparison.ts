import type { ComparisonResult } from '../../contract/results.ts'
import { sourcesInWords } from './two-sources.ts'
import { moment } from './units.ts'

type Sides = NonNullable<ComparisonResult['sides']>

function names({ from, to, sides }: ComparisonResult): readonly [string, string] {
  if (!sides) return [from, to]
  const oneSource = sides.from.url === sides.to.url
  const name = ({ url, version, capturedAt }: Sides['from']) =>
    `version ${version} (${moment(capturedAt)})${oneSource ? '' : ` of ${url}`}`
  return [name(sides.from), name(sides.to)]
}

export function comparisonInWords(comparison: ComparisonResult): string {
  const [from, to] = names(comparison)
  if (comparison.sources) return sourcesInWords(comparison.sources, { from, to })
  if (comparison.same) {
    const beside = comparison.verdict.filter(line => line.kind !== 'noise').map(line => `- ${line.summary}`)
    return [`The story is the same in ${from} and ${to}.`, ...beside].join('\n')
  }
  return [`What changed from ${from} to ${to}:`, ...comparison.verdict.map(line => `- ${line.summary}`)].join(
    '\n',
  )
}
