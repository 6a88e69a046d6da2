import type { ComparisonResult } from '../../contract/results.ts'

export function comparisonInWords({ same, from, to, verdict }: ComparisonResult): string {
  if (same) return `${from} and ${to} tell the same story.`
  return [`What changed from ${from} to ${to}:`, ...verdict.map(line => `- ${line.summary}`)].join('\n')
}
