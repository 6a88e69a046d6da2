import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CaptureResult } from '../../../archive/contract/results.ts'
import { PLACES } from '../../app/places.ts'
import { useStatus } from '../../client/live.ts'

export interface AttemptHintProps {
  readonly reason: NonNullable<CaptureResult['reason']>
  /** The profile that was used; null: nobody's, or nobody knows whose. */
  readonly profile: string | null
}

/** What a person can do about a story that was not reached, where there is something in Settings that helps. */
export function AttemptHint({ reason, profile }: AttemptHintProps) {
  const { t } = useTranslation('capture')
  const hasBrowser = useStatus()?.browser != null
  const hint =
    reason === 'login' || reason === 'paywall'
      ? profile === null
        ? t('hint.signIn')
        : t('hint.signInEnded', { profile })
      : reason === 'consent-wall'
        ? t('hint.consent')
        : reason === 'empty' && !hasBrowser
          ? t('hint.browser')
          : null
  if (hint === null) return null
  return (
    <span>
      {hint} <Link href={PLACES.settings}>{t('hint.settings')}</Link>
    </span>
  )
}
