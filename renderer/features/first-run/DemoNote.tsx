import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { comparePlace, sourcePlace } from '../../app/places.ts'
import { sayError } from '../../app/undo.ts'
import { calls } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { useJobs } from '../../client/live.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './FirstRun.module.css'

/** After the demo story was captured: what to do with it. Goes with its job. */
export function DemoNote() {
  const { t } = useTranslation('first')
  const [, navigate] = useLocation()
  const job = useJobs().find(({ kind, state }) => kind === 'demo' && state === 'done')
  const sourceId = job?.items.find(({ result }) => result?.sourceId)?.result?.sourceId
  if (!job || !sourceId) return null
  const compare = async () => {
    try {
      const { versions } = await calls.source.get({ sourceId })
      const [first, last] = [versions[0], versions.at(-1)]
      if (first && last) navigate(comparePlace(first.snapshotId, last.snapshotId))
    } catch (error) {
      sayError(errorFacts(error).message)
    }
  }
  return (
    <div className={styles['note']} role="status">
      <p>{t('demoDone')}</p>
      <div>
        <Button look="primary" onPress={() => navigate(sourcePlace(sourceId))}>
          {t('demoOpen')}
        </Button>
        <Button onPress={() => void compare()}>{t('demoCompare')}</Button>
        <Button look="quiet" onPress={() => void calls.jobs.dismiss({ jobId: job.jobId })}>
          {t('demoDismiss')}
        </Button>
      </div>
    </div>
  )
}
