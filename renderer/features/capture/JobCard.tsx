import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../archive/contract/jobs.ts'
import { sayError } from '../../app/undo.ts'
import { calls } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { ExportedFile } from '../export/ExportedFile.tsx'
import styles from './JobCard.module.css'
import { JobLine } from './JobLine.tsx'
import { useJobWords } from './job-words.ts'

/** Lines of a job that are shown at once, besides what runs and what failed. */
const SHOWN_LINES = 5

export interface JobCardProps {
  readonly job: Job
}

const orSay = (work: Promise<unknown>): void =>
  void work.catch((error: unknown) => sayError(errorFacts(error).message))

/** One job: where it stands, its inputs, and what can be done about it. */
export function JobCard({ job }: JobCardProps) {
  const { t } = useTranslation(['capture', 'app'])
  const words = useJobWords()
  const isRunning = job.state === 'running'
  const title = words.title(job)
  const single = job.items.length === 1 && job.total === 1 ? job.items[0] : undefined
  const share = job.total === null || job.total === 0 ? null : job.done / job.total
  const canRetry = !isRunning && (job.state !== 'done' || job.counts.failed > 0)
  const actions = (
    <span className={styles['actions']}>
      {isRunning && (
        <Button
          look="quiet"
          aria-label={t('cancelJob', { job: title })}
          onPress={() => orSay(calls.jobs.cancel({ jobId: job.jobId }))}
        >
          {t('app:cancel')}
        </Button>
      )}
      {canRetry && (
        <Button
          look="quiet"
          aria-label={t('retryJob', { job: title })}
          onPress={() => orSay(calls.jobs.retry({ jobId: job.jobId }))}
        >
          {t('app:retry')}
        </Button>
      )}
      {!isRunning && (
        <Button
          look="quiet"
          icon
          aria-label={t('dismissJob', { job: title })}
          onPress={() => orSay(calls.jobs.dismiss({ jobId: job.jobId }))}
        >
          <X aria-hidden="true" />
        </Button>
      )}
    </span>
  )
  if (single && !job.error) {
    return (
      <article className={styles['job']} aria-label={title}>
        <div className={styles['single']}>
          <div role="status">
            <JobLine item={single} job={job} />
          </div>
          {actions}
        </div>
      </article>
    )
  }
  return (
    <article className={styles['job']} aria-label={title}>
      <header className={styles['head']}>
        <div className={styles['title']}>
          <strong>{title}</strong>
          <span className={styles['soft']} role="status">
            {words.standing(job)}
          </span>
        </div>
        {actions}
      </header>
      {isRunning && <Progress label={title} share={share} />}
      {job.error && job.error.code !== 'cancelled' && (
        <p className={styles['error']} lang="en" dir="auto">
          {job.error.message}
        </p>
      )}
      {job.exported && <ExportedFile exported={job.exported} />}
      {job.items.length > 0 && (
        <ul className={styles['lines']}>
          {shown(job).map((item, index) => (
            <li key={`${item.input} ${index}`}>
              <JobLine
                item={item}
                job={job}
                onCancel={() => orSay(calls.jobs.cancel({ jobId: job.jobId, input: item.input }))}
              />
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

/**
 * A few in their order; of many, what runs and what failed comes first: that is what somebody looks for. What went
 * well in a job that ended is in the library.
 */
function shown({ items, state }: Job): Job['items'] {
  if (items.length <= SHOWN_LINES) return items
  const isActive = (item: Job['items'][number]) => item.step !== 'done' && item.step !== 'waiting'
  const isBad = (item: Job['items'][number]) => item.error !== null || item.result?.outcome === 'attempt'
  const first = items.filter(item => isActive(item) || isBad(item))
  const rest = items.filter(item => !isActive(item) && !isBad(item))
  if (state !== 'running') return first
  return [...first, ...rest.slice(0, Math.max(0, SHOWN_LINES - first.length))]
}
