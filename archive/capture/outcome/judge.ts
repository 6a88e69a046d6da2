import { judgeAnswer } from './answer-rules.ts'
import { doubtsOf } from './doubts.ts'
import { PAGE_RULES } from './page-rules.ts'
import { readPage, type Judgement, type OutcomeFacts } from './reading.ts'

export { judgeAnswer } from './answer-rules.ts'
export type { Judgement, OutcomeFacts } from './reading.ts'

/**
 * Decides whether a page that was fetched and cleaned is the story, or an attempt at it. Pure. Status, headers, type,
 * marks, size and what cleaning found go in. A real story called an attempt is worse than a doubt, so a rule needs
 * more than one sign, and what stays unsure becomes a story with warnings.
 */
export function judge(facts: OutcomeFacts): Judgement {
  const answered = judgeAnswer(facts.page)
  if (answered) return answered
  const page = readPage(facts)
  for (const rule of PAGE_RULES) {
    const judgement = rule.judge(page)
    if (judgement) return { ...judgement, evidence: `${rule.name}: ${judgement.evidence}` }
  }
  return { outcome: 'story', evidence: `${page.words} words of story`, warnings: doubtsOf(page) }
}
