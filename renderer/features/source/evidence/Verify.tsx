import { useMutation } from '@tanstack/react-query'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerifyReport } from '../../../../archive/contract/results.ts'
import type { SnapshotRow } from '../../../../archive/contract/source.ts'
import { useCommands } from '../../../app/commands/registry.ts'
import { stet } from '../../../client/calls.ts'
import { desktop } from '../../../client/desktop.ts'
import { errorFacts } from '../../../client/error.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { ErrorNote } from '../../../ui/ErrorNote.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { telling } from '../telling.ts'
import { takeAsked } from './asked.ts'
import styles from './EvidenceView.module.css'

/** Computes every hash of a version anew, now, and says in words what came out. */
export function Verify({ snapshot }: { readonly snapshot: SnapshotRow }) {
  const { t } = useTranslation('source')
  const { snapshotId } = snapshot
  const verify = useMutation(stet.snapshot.verify.mutationOptions())
  const { mutate } = verify
  const start = () => mutate({ snapshotId })
  useEffect(() => {
    if (takeAsked(snapshotId)) mutate({ snapshotId })
  }, [snapshotId, mutate])
  useCommands([
    {
      id: 'source.verify',
      label: t('head.verify'),
      menu: 'file',
      keys: ['v'],
      enabled: !verify.isPending,
      run: start,
    },
  ])
  return (
    <div className={styles['verify']}>
      <div className={styles['deeds']}>
        <Button look="primary" isDisabled={verify.isPending} onPress={start}>
          {t('evidence.verifyNow')}
        </Button>
        {desktop && (
          <Button onPress={() => void telling(async () => desktop?.showFolder(snapshotId))}>
            {t('head.showFolder')}
          </Button>
        )}
      </div>
      <div role="status" className={styles['result']}>
        {verify.isPending && (
          <>
            <Progress label={t('evidence.verifying')} share={null} />
            <p>{t('evidence.verifying')}</p>
          </>
        )}
        {verify.data && !verify.isPending && <Report report={verify.data} />}
      </div>
      {verify.error && <ErrorNote error={errorFacts(verify.error)} onRetry={start} />}
      <div className={styles['folder']}>
        <span>{t('evidence.folder')}</span>
        <code dir="ltr">{snapshot.path}</code>
        <CopyButton text={snapshot.path} what={t('evidence.copyFolder')} />
      </div>
    </div>
  )
}

function Report({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation('source')
  const format = useFormat()
  if (report.ok) {
    return (
      <p className={styles['good']}>
        <CircleCheck aria-hidden="true" />
        {t('evidence.verified', { count: report.files, bytes: format.bytes(report.bytes) })}
      </p>
    )
  }
  return (
    <div className={styles['bad']}>
      <p>
        <CircleAlert aria-hidden="true" />
        {t('evidence.damaged', { count: report.problems.length })}
      </p>
      <p>{t('evidence.damagedNext')}</p>
      <ul>
        {report.problems.map(({ code, path, expected, found }, index) => (
          <li key={index} dir="ltr">
            <strong>{code}</strong> {path}
            {expected !== null && <div>{t('evidence.expected', { hash: expected })}</div>}
            {found !== null && <div>{t('evidence.found', { hash: found })}</div>}
          </li>
        ))}
      </ul>
    </div>
  )
}
