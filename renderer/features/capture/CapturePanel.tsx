import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Job } from '../../../archive/contract/jobs.ts'
import { PLACES } from '../../app/places.ts'
import { calls } from '../../client/calls.ts'
import { useJobs } from '../../client/live.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './CapturePanel.module.css'
import { JobCard } from './JobCard.tsx'

/** Jobs shown below the bar; the others are in Activity. */
const SHOWN_JOBS = 5
const KINDS: readonly Job['kind'][] = ['capture', 'import', 'demo']

/** Captures and imports under way and just ended, below the capture bar. */
export function CapturePanel() {
  const { t } = useTranslation('capture')
  // The demo that is done has a note of its own, which says what to do with it.
  const jobs = useJobs().filter(
    ({ kind, state }) => KINDS.includes(kind) && !(kind === 'demo' && state === 'done'),
  )
  if (jobs.length === 0) return null
  const ordered = [...jobs.filter(isRunning), ...jobs.filter(job => !isRunning(job))]
  const ended = jobs.filter(job => !isRunning(job))
  const hidden = ordered.length - SHOWN_JOBS
  return (
    <section className={styles['panel']} aria-label={t('work')}>
      <ul className={styles['jobs']}>
        {ordered.slice(0, SHOWN_JOBS).map(job => (
          <li key={job.jobId}>
            <JobCard job={job} />
          </li>
        ))}
      </ul>
      {(hidden > 0 || ended.length > 1) && (
        <div className={styles['foot']}>
          {hidden > 0 && <Link href={PLACES.activity}>{t('moreJobs', { count: hidden })}</Link>}
          {ended.length > 1 && (
            <Button
              look="quiet"
              onPress={() => void Promise.allSettled(ended.map(({ jobId }) => calls.jobs.dismiss({ jobId })))}
            >
              {t('dismissEnded')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

const isRunning = ({ state }: Job): boolean => state === 'running'
