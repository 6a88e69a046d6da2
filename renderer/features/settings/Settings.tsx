import { useTranslation } from 'react-i18next'
import { errorFacts } from '../../client/error.ts'
import { useStatus } from '../../client/live.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { AboutPart } from './AboutPart.tsx'
import { ArchivePart } from './ArchivePart.tsx'
import { CapturePart } from './CapturePart.tsx'
import { IdentityPart } from './IdentityPart.tsx'
import { KeysPart } from './KeysPart.tsx'
import { LookPart } from './LookPart.tsx'
import { ProfilesPart } from './ProfilesPart.tsx'
import { ReadingPart } from './ReadingPart.tsx'
import styles from './Settings.module.css'
import { useSettings } from './use-settings.ts'

/** What a person can set. It is kept with the archive and saved at once. */
export function Settings() {
  const { t } = useTranslation('settings')
  const status = useStatus()
  const { settings, error, again, change } = useSettings()
  const readOnly = status?.access === 'read'
  return (
    <div className={styles['settings']}>
      <h1>{t('title')}</h1>
      <p className={styles['hint']}>{t(readOnly ? 'readOnly' : 'how')}</p>
      {error !== null && <ErrorNote error={errorFacts(error)} onRetry={again} />}
      {status && <ArchivePart status={status} />}
      {settings && (
        <>
          <LookPart settings={settings} change={change} readOnly={readOnly} />
          <ReadingPart settings={settings} change={change} readOnly={readOnly} />
          <CapturePart settings={settings} change={change} readOnly={readOnly} browser={status?.browser} />
          <ProfilesPart />
          <IdentityPart settings={settings} change={change} readOnly={readOnly} />
        </>
      )}
      <KeysPart />
      {status && <AboutPart status={status} />}
    </div>
  )
}
