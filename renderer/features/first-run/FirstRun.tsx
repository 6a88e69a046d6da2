import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FileTrigger } from 'react-aria-components'
import { stet } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { useJobs, useStatus } from '../../client/live.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { focusCaptureBar } from '../capture/focus.ts'
import { FILE_TYPES, takeFiles } from '../capture/take-files.ts'
import styles from './FirstRun.module.css'

/** An empty archive: what Stet is for, and how to begin. */
export function FirstRun() {
  const { t } = useTranslation('first')
  const readOnly = useStatus()?.access === 'read'
  const isMaking = useJobs().some(({ kind, state }) => kind === 'demo' && state === 'running')
  const demo = useMutation(stet.jobs.demo.mutationOptions())
  return (
    <div className={styles['first']}>
      <div className={styles['sheet']}>
        <h2>{t('title')}</h2>
        <p className={styles['lead']}>{t('lead')}</p>
        {readOnly ? (
          <p>{t('readOnly')}</p>
        ) : (
          <ol className={styles['ways']}>
            <li>
              <h3>{t('addressTitle')}</h3>
              <p>{t('addressText')}</p>
              <Button look="primary" onPress={focusCaptureBar}>
                {t('addressDo')}
              </Button>
            </li>
            <li>
              <h3>{t('demoTitle')}</h3>
              <p>{t('demoText')}</p>
              <Button isDisabled={demo.isPending || isMaking} onPress={() => demo.mutate(undefined)}>
                {t(isMaking ? 'demoRuns' : 'demoDo')}
              </Button>
            </li>
            <li>
              <h3>{t('filesTitle')}</h3>
              <p>{t('filesText')}</p>
              <FileTrigger
                allowsMultiple
                acceptedFileTypes={FILE_TYPES}
                onSelect={files => void takeFiles([...(files ?? [])])}
              >
                <Button>{t('filesDo')}</Button>
              </FileTrigger>
            </li>
          </ol>
        )}
        {demo.error && <ErrorNote error={errorFacts(demo.error)} onRetry={() => demo.mutate(undefined)} />}
        <p className={styles['promise']}>{t('promise')}</p>
      </div>
    </div>
  )
}
