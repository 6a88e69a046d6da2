import { useTranslation } from 'react-i18next'
import styles from './Activity.module.css'
import { Log } from './Log.tsx'
import { Work } from './Work.tsx'

/** What is being done and what was done. */
export function Activity() {
  const { t } = useTranslation('activity')
  return (
    <div className={styles['activity']}>
      <h1>{t('title')}</h1>
      <Work />
      <Log />
    </div>
  )
}
