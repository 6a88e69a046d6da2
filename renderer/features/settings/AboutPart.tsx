import { useTranslation } from 'react-i18next'
import type { Status } from '../../../archive/contract/status.ts'
import { Part } from './Row.tsx'
import styles from './Settings.module.css'

export function AboutPart({ status }: { readonly status: Status }) {
  const { t } = useTranslation('settings')
  const { name, version, runtime } = status.software
  return (
    <Part id="about" title={t('about')}>
      <dl className={styles['facts']}>
        <dt>{t('version')}</dt>
        <dd>
          <bdi>
            {name} {version}
          </bdi>
        </dd>
        <dt>{t('runtime')}</dt>
        <dd>
          <bdi>{runtime}</bdi>
        </dd>
        <dt>{t('licence')}</dt>
        <dd>{t('licenceText')}</dd>
        <dt>{t('network')}</dt>
        <dd>{t('networkText')}</dd>
      </dl>
    </Part>
  )
}
