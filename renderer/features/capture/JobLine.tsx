import { Ban, CircleAlert, CircleCheck, CircleDashed, CircleEqual, CircleX, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Job, JobItem } from '../../../archive/contract/jobs.ts'
import { sourcePlace } from '../../app/places.ts'
import { sayError } from '../../app/undo.ts'
import { calls } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { AttemptHint } from './AttemptHint.tsx'
import { archiveNotes, ArchiveNotes } from './ArchiveNotes.tsx'
import styles from './JobCard.module.css'
import { useJobWords } from './job-words.ts'

export interface JobLineProps {
  readonly item: JobItem
  /** The job it belongs to: how it stands, and how its pages are captured. */
  readonly job: Pick<Job, 'state' | 'engine' | 'profile'>
  /** Stops this input alone; left out where the job has no other. */
  readonly onCancel?: () => void
}

/** One input of a job: its step while it runs, its outcome after. */
export function JobLine({ item, job, onCancel }: JobLineProps) {
  const { t } = useTranslation(['capture', 'words', 'app'])
  const words = useJobWords()
  const { result, error } = item
  if (result) {
    const notes = archiveNotes(result.warnings)
    const remarks = result.warnings.length - notes.length
    const Icon =
      result.outcome === 'snapshot' ? CircleCheck : result.outcome === 'check' ? CircleEqual : CircleAlert
    const name = result.title ?? item.input
    const again = () =>
      void calls.jobs
        .capture({ urls: [item.input], engine: job.engine, profile: job.profile })
        .catch((failure: unknown) => sayError(errorFacts(failure).message))
    return (
      <div className={styles['line']} data-outcome={result.outcome}>
        <Icon aria-hidden="true" />
        <div className={styles['what']}>
          {result.sourceId ? (
            <Link
              href={sourcePlace(result.sourceId, 'read', result.snapshotId ?? undefined)}
              className={styles['name']}
              dir="auto"
            >
              {name}
            </Link>
          ) : (
            <span className={styles['name']} dir="auto">
              {name}
            </span>
          )}
          <span className={styles['soft']}>
            {result.outcome === 'attempt' && result.reason
              ? t(`words:reason.${result.reason}`)
              : result.outcome === 'snapshot' && result.version !== null
                ? t('savedVersion', { version: result.version })
                : t(`words:outcome.${result.outcome}`)}
            {result.outcome !== 'attempt' && remarks > 0 && (
              <span title={result.warnings.map(({ message }) => message).join('\n')}>
                {' · '}
                {t('remarks', { count: remarks })}
              </span>
            )}
          </span>
          {result.outcome === 'attempt' && result.reason && (
            <span className={styles['soft']}>
              <AttemptHint reason={result.reason} profile={job.profile} />
            </span>
          )}
          {notes.length > 0 && <ArchiveNotes notes={notes} />}
        </div>
        {result.outcome === 'attempt' && /^https?:/i.test(item.input) && (
          <Button look="quiet" aria-label={t('retryInput', { input: name })} onPress={again}>
            {t('app:retry')}
          </Button>
        )}
      </div>
    )
  }
  if (error) {
    const isStopped = error.code === 'cancelled'
    const Icon = isStopped ? Ban : CircleX
    return (
      <div className={styles['line']} data-outcome={isStopped ? 'stopped' : 'failed'}>
        <Icon aria-hidden="true" />
        <div className={styles['what']}>
          <span className={styles['name']} dir="auto">
            {item.input}
          </span>
          <span className={styles['soft']}>
            {isStopped ? t('state.cancelled') : <bdi lang="en">{error.message}</bdi>}
          </span>
        </div>
      </div>
    )
  }
  const isStopped = job.state !== 'running'
  return (
    <div className={styles['line']} data-outcome={isStopped ? 'stopped' : 'running'}>
      {isStopped ? <Ban aria-hidden="true" /> : <CircleDashed aria-hidden="true" />}
      <div className={styles['what']}>
        <span className={styles['name']} dir="auto">
          {item.input}
        </span>
        <span className={styles['soft']}>
          {isStopped ? t('state.cancelled') : words.step(item)}
          {job.profile !== null && ` · ${t('withProfile', { profile: job.profile })}`}
        </span>
        {!isStopped && item.step !== 'waiting' && <Progress label={item.input} share={shareOf(item)} />}
      </div>
      {!isStopped && onCancel && (
        <Button look="quiet" icon aria-label={t('cancelInput', { input: item.input })} onPress={onCancel}>
          <X aria-hidden="true" />
        </Button>
      )}
    </div>
  )
}

/** How far a capture is: only its resources can be counted. */
const shareOf = ({ step, resources }: JobItem): number | null =>
  step === 'resources' && resources.wanted > 0 ? resources.done / resources.wanted : null
