import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Evidence, SnapshotRow } from '../../../../archive/contract/source.ts'
import { stet } from '../../../client/calls.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { Pending } from '../Pending.tsx'
import styles from './EvidenceView.module.css'
import { AsSeen } from './AsSeen.tsx'
import { Completeness } from './Completeness.tsx'
import { Part } from './Facts.tsx'
import { Hashes } from './Hashes.tsx'
import { LeftOut } from './LeftOut.tsx'
import { LogLines } from './LogLines.tsx'
import { Provenance } from './Provenance.tsx'
import { Verify } from './Verify.tsx'

/** What the shown version can prove, and how to check it with and without Stet. */
export function EvidenceView({ shown }: { readonly shown: SnapshotRow }) {
  const { t } = useTranslation('source')
  const { snapshotId } = shown
  const query = useQuery(stet.snapshot.evidence.queryOptions({ input: { snapshotId } }))
  return (
    <div className={styles['evidence']}>
      <Part title={t('evidence.proves')}>
        <p className={styles['claim']}>
          {t(shown.witness === 'captured' ? 'evidence.claim' : 'evidence.claimImported')}
        </p>
        <Hashes snapshot={shown} />
        <Verify snapshot={shown} />
      </Part>
      <Pending query={query}>{evidence => <Rest evidence={evidence} />}</Pending>
    </div>
  )
}

function Rest({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useTranslation('source')
  const { record, log, commands } = evidence
  return (
    <>
      {evidence.completeness && <Completeness completeness={evidence.completeness} />}
      <Provenance record={record} />
      {record.view && <AsSeen view={record.view} shown={evidence.snapshot} />}
      <LeftOut record={record} />
      {record.warnings.length > 0 && (
        <Part title={t('evidence.warnings')}>
          <ul className={styles['warnings']}>
            {record.warnings.map(({ code, message }, index) => (
              <li key={index} lang="en" dir="auto">
                {message} <code>{code}</code>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <LogLines log={log} />
      <Part title={t('evidence.byHand')}>
        <p className={styles['soft']}>{t('evidence.byHandWhy')}</p>
        <ol className={styles['commands']}>
          {commands.map(({ what, command }) => (
            <li key={command}>
              {/* The core speaks English whatever the app shows. */}
              <p lang="en" dir="auto">
                {what}
              </p>
              <div className={styles['command']}>
                <pre tabIndex={0} className={styles['pre']} dir="ltr">
                  {command}
                </pre>
                <CopyButton text={command} what={t('evidence.copyCommand')} />
              </div>
            </li>
          ))}
        </ol>
      </Part>
    </>
  )
}
