import type { CaptureResult } from '../model/capture-result.ts'
import { sourceIdOf } from '../model/ids.ts'
import type { PostStateNote } from '../model/post.ts'
import type { AttemptReason, Warning } from '../model/snapshot.ts'
import type { KeepDeps } from './keep.ts'
import { sourceUrlOf } from './source-url.ts'
import { attemptWithoutSecrets } from './without-secrets.ts'

/** A capture that did not reach the story. */
export interface Attempt {
  readonly reason: AttemptReason
  readonly evidence: readonly string[]
  readonly requestedUrl: string
  readonly capturedAt: string
  /** Null where nothing answered. */
  readonly finalUrl: string | null
  readonly status: number | null
  readonly warnings: readonly Warning[]
  /** Set where the address is a post's own. */
  readonly kind?: 'post'
  /** What the attempt tells of the state of posts. */
  readonly posts?: readonly PostStateNote[]
}

/** Writes an attempt into the log, under the source the address is known to belong to. */
export async function recordAttempt(
  input: string,
  said: Attempt,
  { store }: Pick<KeepDeps, 'store'>,
): Promise<CaptureResult> {
  const attempt = attemptWithoutSecrets(said)
  const { reason, evidence, requestedUrl, finalUrl, capturedAt, warnings } = attempt
  const known =
    (await store.sourceForUrl(requestedUrl)) ??
    (finalUrl === null ? null : await store.sourceForUrl(finalUrl))
  const url =
    known?.url ?? sourceUrlOf(attempt.kind === 'post' ? requestedUrl : (finalUrl ?? requestedUrl), null)
  const sourceId = known?.sourceId ?? sourceIdOf(url)
  await store.recordAttempt({ ...attempt, sourceId, url })
  return {
    input,
    outcome: 'attempt',
    reason,
    sourceId,
    snapshotId: null,
    version: null,
    url,
    title: known?.title ?? null,
    capturedAt,
    contentHash: null,
    fixityHash: null,
    path: null,
    words: null,
    posts: null,
    resources: null,
    bytesNew: 0,
    bytesLinked: 0,
    warnings: [...evidence.map(message => ({ code: reason, message })), ...warnings],
  }
}
