import type { LogFacts } from './log-line.ts'
import type { AttemptFacts, CheckFacts } from './types.ts'

/** What a check and an attempt say in the log: of what they are told, that and nothing else. */

function told({ warnings, posts = [] }: Pick<CheckFacts, 'warnings' | 'posts'>) {
  return {
    warnings: warnings.map(({ code, message }) => ({ code, message })),
    ...(posts.length > 0 ? { posts: [...posts] } : {}),
  }
}

export function checkLine(facts: CheckFacts): LogFacts {
  const { sourceId, url, requestedUrl, finalUrl, capturedAt, snapshotId, contentHash, status } = facts
  const page = { sourceId, url, requestedUrl, finalUrl, capturedAt }
  return { type: 'check', ...page, snapshotId, contentHash, status, ...told(facts) }
}

export function attemptLine(facts: AttemptFacts): LogFacts {
  const { sourceId, url, requestedUrl, finalUrl, capturedAt, reason, status, kind } = facts
  const page = { sourceId, url, requestedUrl, finalUrl, capturedAt, ...(kind ? { kind } : {}) }
  return { type: 'attempt', ...page, reason, evidence: [...facts.evidence], status, ...told(facts) }
}
