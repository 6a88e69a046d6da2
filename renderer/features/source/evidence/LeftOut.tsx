import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../../archive/contract/source.ts'
import styles from './EvidenceView.module.css'
import { Fact, Facts, Part } from './Facts.tsx'

/** That the page was shown with a sign-in, and what was not kept so that nobody else can sign in with it. */
export function LeftOut({ record }: { readonly record: Evidence['record'] }) {
  const { t } = useTranslation('source')
  const { profile, redactions = [] } = record
  if (!profile && redactions.length === 0) return null
  return (
    <Part title={t('evidence.signIn')}>
      <p className={styles['soft']}>{t(profile ? 'evidence.withProfile' : 'evidence.withoutProfile')}</p>
      {redactions.length > 0 && (
        <Facts>
          {redactions.map(({ where, what, count }) => (
            <Fact key={`${where} ${what}`} name={t(`evidence.redacted.${what}`, { count })}>
              <code dir="ltr">{where}</code>
              {what === 'values' && <p className={styles['soft']}>{t('evidence.notAsReceived')}</p>}
            </Fact>
          ))}
        </Facts>
      )}
    </Part>
  )
}
