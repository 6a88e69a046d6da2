/** A named pattern over words or names. The name ends up in `removed`, so that a person can judge the rule. */
export interface PatternRule {
  readonly name: string
  readonly pattern: RegExp
}

/** The first rule of a list that fits a text, or null. */
export function firstRule(rules: readonly PatternRule[], text: string): string | null {
  return rules.find(rule => rule.pattern.test(text))?.name ?? null
}
