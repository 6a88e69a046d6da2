import type { EndedJob } from '../core/messages.ts'
import type { Words } from '../words/en.ts'

const TITLES = {
  capture: 'captureEnded',
  import: 'importEnded',
  verify: 'verifyEnded',
  rebuild: 'rebuildEnded',
  demo: 'demoEnded',
  export: 'exportEnded',
} as const satisfies Record<EndedJob['kind'], keyof Words>

/** What a notification says of a job that ended; null of one that the person stopped. */
export function jobWords({ kind, state, counts }: EndedJob, words: Words) {
  if (state === 'cancelled') return null
  const counted = [
    [words.newSnapshots, counts.snapshots],
    [words.unchanged, counts.checks],
    [words.notReached, counts.attempts],
    [words.failed, counts.failed],
  ] as const
  const parts = counted.filter(([, count]) => count > 0).map(([word, count]) => `${word}: ${count}`)
  const done = parts.length > 0 ? parts.join(' · ') : words.jobDone
  return { title: words[TITLES[kind]], body: state === 'failed' ? words.jobFailed : done }
}
