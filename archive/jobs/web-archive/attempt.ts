import type { Judgement } from '../../capture/index.ts'
import type { CaptureResult } from '../../model/capture-result.ts'
import type { ImportedPage } from '../../model/captured.ts'
import { sourceIdOf } from '../../model/ids.ts'
import { canonicalUrl } from '../../model/url.ts'
import type { KeepDeps } from '../keep.ts'

/** Notes that somebody else's capture did not reach the story either, and when that was. */
export async function recordArchivedAttempt(
  input: string,
  page: ImportedPage,
  { reason, evidence, warnings }: Extract<Judgement, { readonly outcome: 'attempt' }>,
  { store }: KeepDeps,
): Promise<CaptureResult> {
  const { requestedUrl, finalUrl, capturedAt } = page
  const known = (await store.sourceForUrl(requestedUrl)) ?? (await store.sourceForUrl(finalUrl))
  const url = known?.url ?? canonicalUrl(finalUrl)
  const sourceId = known?.sourceId ?? sourceIdOf(url)
  const status = page.http?.status ?? null
  const from = `imported from ${page.import.fileName}`
  await store.recordAttempt({
    sourceId,
    url,
    requestedUrl,
    finalUrl,
    capturedAt,
    reason,
    evidence: [evidence, from],
    status,
    warnings,
  })
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
    warnings: [{ code: reason, message: evidence }, ...warnings],
  }
}
