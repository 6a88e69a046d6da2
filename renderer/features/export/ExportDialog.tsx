import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { EXPORT_FORMATS, type ExportFormat } from '../../../archive/contract/jobs.ts'
import { sayError } from '../../app/undo.ts'
import { calls, stet } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { useJobs, useStatus } from '../../client/live.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { JobCard } from '../capture/JobCard.tsx'
import { type AskedExport, type BegunExport, closeExport } from './asked.ts'
import styles from './ExportDialog.module.css'
import { FormatChoice } from './FormatChoice.tsx'

/** Asks how to write it, then shows how it goes; closed, the work goes on and stands in Activity. */
export function ExportDialog({ asked }: { readonly asked: AskedExport | BegunExport }) {
  const { t } = useTranslation(['exchange', 'app'])
  const [jobId, setJobId] = useState('jobId' in asked ? asked.jobId : null)
  return (
    <ModalOverlay
      className={styles['overlay']}
      isOpen
      onOpenChange={isOpen => !isOpen && closeExport()}
      isDismissable={jobId !== null}
    >
      <Modal className={styles['modal']}>
        <Dialog className={styles['dialog']}>
          <Heading slot="title" level={2}>
            {t('title')}
          </Heading>
          {jobId !== null ? (
            <Progressing jobId={jobId} />
          ) : (
            'scope' in asked && <Choice asked={asked} onStarted={setJobId} />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface ChoiceProps {
  readonly asked: AskedExport
  readonly onStarted: (jobId: string) => void
}

function Choice({ asked, onStarted }: ChoiceProps) {
  const { t } = useTranslation(['exchange', 'app'])
  const format = useFormat()
  const [as, setAs] = useState<ExportFormat>(EXPORT_FORMATS[0])
  const [busy, setBusy] = useState(false)
  const { scope, what } = asked
  const size = useQuery(
    stet.jobs.exportSize.queryOptions({ input: { scope: writable(scope) }, staleTime: 0 }),
  )
  const count = size.data?.snapshots
  const dir = useStatus()?.dir ?? ''

  async function start(event: FormEvent): Promise<void> {
    event.preventDefault()
    setBusy(true)
    try {
      onStarted((await calls.jobs.export({ scope: writable(scope), as })).jobId)
    } catch (error) {
      setBusy(false)
      sayError(errorFacts(error).message)
    }
  }
  return (
    <form className={styles['form']} onSubmit={event => void start(event)}>
      <p className={styles['what']}>
        <strong dir="auto">{what}</strong>
        <span role="status">
          {count === undefined
            ? size.isLoading && t('counting')
            : t('snapshots', { count, number: format.number(count) })}
        </span>
      </p>
      {size.error && <ErrorNote error={errorFacts(size.error)} onRetry={() => void size.refetch()} />}
      <FormatChoice chosen={as} onChoose={setAs} />
      <dl className={styles['facts']}>
        <dt>{t('inIt')}</dt>
        <dd>{t('inItText')}</dd>
        <dt>{t('leftOut')}</dt>
        <dd>{t('leftOutText')}</dd>
        <dt>{t('goesTo')}</dt>
        <dd>
          <code dir="ltr">{exportsIn(dir)}</code>
        </dd>
      </dl>
      <div className={styles['buttons']}>
        <Button onPress={closeExport}>{t('app:cancel')}</Button>
        <Button type="submit" look="primary" isDisabled={busy || count === 0 || size.isError}>
          {t('start')}
        </Button>
      </div>
    </form>
  )
}

function Progressing({ jobId }: { readonly jobId: string }) {
  const { t } = useTranslation(['exchange', 'app'])
  const job = useJobs().find(one => one.jobId === jobId)
  return (
    <div className={styles['form']}>
      {job && <JobCard job={job} />}
      {job?.state === 'running' && <p className={styles['soft']}>{t('goesOn')}</p>}
      <div className={styles['buttons']}>
        <Button autoFocus onPress={closeExport}>
          {t('app:close')}
        </Button>
      </div>
    </div>
  )
}

/** Path of the folder that exports go to, as this archive's system writes it. */
const exportsIn = (dir: string): string => `${dir}${dir.includes('\\') ? '\\' : '/'}exports`

/** What was asked for, as a call takes it. */
function writable(scope: AskedExport['scope']) {
  if (scope === 'all') return scope
  return 'sourceIds' in scope ? { sourceIds: [...scope.sourceIds] } : { snapshotIds: [...scope.snapshotIds] }
}
