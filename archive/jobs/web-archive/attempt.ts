import type { Judgement } from '../../capture/index.ts'
import type { CaptureResult } from '../../model/capture-result.ts'
import type { ImportedPage } from '../../model/captured.ts'
import { type Attempt, recordAttempt } from '../attempt.ts'
import type { KeepDeps } from '../keep.ts'

/** Notes that somebody else's capture did not reach the story either, and when that was. */
export async function recordArchivedAttempt(
  input: string,
  page: ImportedPage,
  { reason, evidence, warnings }: Extract<Judgement, { readonly outcome: 'attempt' }>,
  deps: KeepDeps,
  about: Pick<Attempt, 'kind' | 'posts'> = {},
): Promise<CaptureResult> {
  const { requestedUrl, finalUrl, capturedAt } = page
  const attempt = {
    reason,
    requestedUrl,
    finalUrl,
    capturedAt,
    status: page.http?.status ?? null,
    warnings,
    ...about,
  }
  // The log also says which file it was; whoever imports it knows.
  const from = `imported from ${page.import.fileName}`
  const result = await recordAttempt(input, { ...attempt, evidence: [evidence, from] }, deps)
  return { ...result, warnings: [{ code: reason, message: evidence }, ...warnings] }
}
