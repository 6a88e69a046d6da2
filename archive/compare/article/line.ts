import type { VerdictKind, VerdictLine } from '../../model/comparison.ts'

/** A line about the article as a whole, or about a thing outside its running text. */
export function line(
  kind: VerdictKind,
  rule: string,
  summary: string,
  sides: Partial<Pick<VerdictLine, 'from' | 'to' | 'before' | 'after'>>,
): VerdictLine {
  return { kind, rule, summary, from: null, to: null, before: null, after: null, ...sides }
}
