import { useTranslation } from 'react-i18next'
import type { SourceView } from '../../../archive/contract/source.ts'
import { useStatus } from '../../client/live.ts'
import { Button } from '../../ui/Button.tsx'
import { Time } from '../../ui/Time.tsx'
import { AttemptHint } from '../capture/AttemptHint.tsx'
import { useCaptureAgain } from './head/capture-again.ts'
import { useProfilesFor } from './head/profiles-for.ts'
import styles from './Unreached.module.css'

/** What pages answer to those who are not signed in. */
const SIGNED_OUT: ReadonlySet<SourceView['attempts'][number]['reason']> = new Set([
  'login',
  'paywall',
  'blocked',
  'http-4xx',
])

/** A source of which no version is kept: why, by the words that came instead, and the way to try again. */
export function Unreached({ view }: { readonly view: SourceView }) {
  const { t } = useTranslation(['source', 'words'])
  const again = useCaptureAgain(view)
  const purged = view.purged.toReversed()
  const attempts = view.attempts.toReversed()
  const isPurged = purged.length > 0
  const hasBrowser = useStatus()?.browser != null
  const needsBrowser = hasBrowser && attempts[0]?.reason === 'empty'
  const fitting = useProfilesFor(again.url ?? '')
  const profiles = attempts[0] && SIGNED_OUT.has(attempts[0].reason) ? fitting : []
  return (
    <section className={styles['unreached']} aria-labelledby="unreached">
      <h2 id="unreached">{t(isPurged ? 'attempt.purgedTitle' : 'attempt.title')}</h2>
      <p>{t(isPurged ? 'attempt.purgedText' : 'attempt.text')}</p>
      {again.url !== null && (
        <div className={styles['deeds']}>
          <Button look="primary" isDisabled={!again.isAllowed} onPress={() => again.start()}>
            {t('attempt.tryAgain')}
          </Button>
          {needsBrowser && (
            <Button isDisabled={!again.isAllowed} onPress={() => again.start({ engine: 'browser' })}>
              {t('attempt.inBrowser')}
            </Button>
          )}
          {profiles.map(profile => (
            <Button key={profile} isDisabled={!again.isAllowed} onPress={() => again.start({ profile })}>
              {t('attempt.with', { profile })}
            </Button>
          ))}
        </div>
      )}
      <ol className={styles['list']}>
        {purged.map(tombstone => (
          <li key={tombstone.snapshotId}>
            <h3>
              {t('timeline.purged', { version: tombstone.version })} · <Time at={tombstone.purgedAt} />
            </h3>
            <p dir="auto">{t('attempt.reason', { reason: tombstone.reason })}</p>
          </li>
        ))}
        {attempts.map((attempt, index) => (
          <li key={index}>
            <h3>
              <Time at={attempt.capturedAt} />
              {attempt.status !== null && <> · {t('attempt.status', { status: attempt.status })}</>}
            </h3>
            <p>{t(`words:reason.${attempt.reason}`)}</p>
            {index === 0 && (
              <p className={styles['soft']}>
                <AttemptHint reason={attempt.reason} profile={null} />
              </p>
            )}
            {attempt.finalUrl !== null && attempt.finalUrl !== attempt.requestedUrl && (
              <p className={styles['address']} dir="ltr">
                {attempt.finalUrl}
              </p>
            )}
            {attempt.evidence.length > 0 && (
              <>
                <p className={styles['soft']}>{t('attempt.words')}</p>
                {attempt.evidence.map((words, at) => (
                  <blockquote key={at} dir="auto">
                    {words}
                  </blockquote>
                ))}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
