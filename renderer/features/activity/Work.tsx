import { useTranslation } from 'react-i18next'
import type { Job } from '../../../archive/contract/jobs.ts'
import { sayError } from '../../app/undo.ts'
import { calls } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { useJobs, useStatus } from '../../client/live.ts'
import { Button } from '../../ui/Button.tsx'
import { JobCard } from '../capture/JobCard.tsx'
import styles from './Activity.module.css'
import { VerifySummary } from './VerifySummary.tsx'

const isRunning = ({ state }: Job): boolean => state === 'running'

/** What is under way or has just ended, and the two long jobs over the whole archive. */
export function Work() {
  const { t } = useTranslation('activity')
  const jobs = useJobs()
  const readOnly = useStatus()?.access === 'read'
  const ordered = [...jobs.filter(isRunning), ...jobs.filter(job => !isRunning(job))]
  const runs = (kind: Job['kind']) => jobs.some(job => job.kind === kind && isRunning(job))
  const start = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => sayError(errorFacts(error).message))
  return (
    <section aria-labelledby="work-title">
      <h2 id="work-title">{t('work')}</h2>
      {ordered.length === 0 ? (
        <p className={styles['soft']}>{t('noWork')}</p>
      ) : (
        <ul className={styles['jobs']}>
          {ordered.map(job => (
            <li key={job.jobId}>
              <JobCard job={job} />
              {job.report && <VerifySummary report={job.report} />}
            </li>
          ))}
        </ul>
      )}
      <dl className={styles['care']}>
        <div>
          <dt>
            <Button isDisabled={runs('verify')} onPress={() => start(calls.jobs.verify())}>
              {t('verifyAll')}
            </Button>
          </dt>
          <dd>{t('verifyHint')}</dd>
        </div>
        <div>
          <dt>
            <Button isDisabled={readOnly || runs('rebuild')} onPress={() => start(calls.jobs.rebuild())}>
              {t('rebuild')}
            </Button>
          </dt>
          <dd>{t(readOnly ? 'rebuildReadOnly' : 'rebuildHint')}</dd>
        </div>
      </dl>
    </section>
  )
}
