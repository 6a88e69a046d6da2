import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../../archive/contract/source.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Time } from '../../../ui/Time.tsx'
import styles from './EvidenceView.module.css'
import { Part } from './Facts.tsx'

/** The lines of the custody log about a version, in words and as they stand. */
export function LogLines({ log }: { readonly log: Evidence['log'] }) {
  const { t, i18n } = useTranslation('source')
  const nameOf = (type: string) =>
    i18n.exists(`source:evidence.logType.${type}`) ? t(`evidence.logType.${type as 'check'}`) : type
  return (
    <Part title={t('evidence.log')}>
      <p className={styles['soft']}>{t('evidence.logWhy')}</p>
      <ol className={styles['lines']}>
        {log.map(event => (
          <li key={event.seq}>
            <span className={styles['line']}>
              <span>{t('evidence.logLine', { seq: event.seq })}</span>
              <strong>{nameOf(event.type)}</strong>
              <Time at={event.at} />
            </span>
            <Disclosure title={t('evidence.logWhole')}>
              <pre tabIndex={0} className={styles['pre']} dir="ltr">
                {JSON.stringify(event, null, 2)}
              </pre>
            </Disclosure>
          </li>
        ))}
      </ol>
    </Part>
  )
}
