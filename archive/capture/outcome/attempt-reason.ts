import { StetError } from '../../errors.ts'
import { ATTEMPT_REASONS, type AttemptReason } from '../../model/snapshot.ts'

/**
 * What a failed fetch of the main page is called in the log, or null for failures that are no property of the page:
 * a cancelled capture, a full disk, a fault of ours.
 */
export function attemptReasonOf(error: unknown): AttemptReason | null {
  if (!(error instanceof StetError)) return null
  if (error.code === 'too-large') return 'too-large'
  if (error.code === 'private-address') return 'refused'
  if (error.code !== 'network') return null
  return ATTEMPT_REASONS.find(reason => reason === error.data['reason']) ?? 'refused'
}
