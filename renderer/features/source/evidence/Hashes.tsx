import { useTranslation } from 'react-i18next'
import type { SnapshotRow } from '../../../../archive/contract/source.ts'
import { Hash } from '../../../ui/Hash.tsx'
import styles from './EvidenceView.module.css'

/** The two hashes of a version, and what each of them proves. */
export function Hashes({ snapshot }: { readonly snapshot: SnapshotRow }) {
  const { t } = useTranslation('source')
  return (
    <div className={styles['hashes']}>
      <div className={styles['hash']}>
        <h3>{t('evidence.fixity')}</h3>
        <Hash whole value={snapshot.fixityHash} copyLabel={t('evidence.copyFixity')} />
        <p>{t('evidence.fixityMeans')}</p>
      </div>
      <div className={styles['hash']}>
        <h3>{t('evidence.content')}</h3>
        <Hash whole value={snapshot.contentHash} copyLabel={t('evidence.copyContent')} />
        <p>{t('evidence.contentMeans')}</p>
        <p>
          {t('evidence.rule', { rule: '' })}
          <code dir="ltr">{snapshot.contentHashRule}</code>
        </p>
      </div>
    </div>
  )
}
