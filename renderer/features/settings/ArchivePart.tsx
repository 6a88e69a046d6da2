import { useTranslation } from 'react-i18next'
import type { Status } from '../../../archive/contract/status.ts'
import { sayError } from '../../app/undo.ts'
import { desktop } from '../../client/desktop.ts'
import { errorFacts } from '../../client/error.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Part } from './Row.tsx'
import styles from './Settings.module.css'

/** Where the archive lies and what it is. */
export function ArchivePart({ status }: { readonly status: Status }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const orSay = (work: Promise<unknown> | undefined) =>
    void work?.catch((error: unknown) => sayError(errorFacts(error).message))
  return (
    <Part id="archive" title={t('archive')}>
      <dl className={styles['facts']}>
        <dt>{t('folder')}</dt>
        <dd>
          <code dir="ltr">{status.dir}</code>
          <CopyButton text={status.dir} what={t('copyFolder')} />
        </dd>
        {status.archiveId !== null && (
          <>
            <dt>{t('archiveId')}</dt>
            <dd>
              <code dir="ltr">{status.archiveId}</code>
            </dd>
          </>
        )}
        {status.created !== null && (
          <>
            <dt>{t('created')}</dt>
            <dd>
              <time dateTime={status.created} title={status.created}>
                {format.time(status.created)}
              </time>
            </dd>
          </>
        )}
        <dt>{t('access')}</dt>
        <dd>{t(status.access === 'read' ? 'accessRead' : 'accessWrite')}</dd>
      </dl>
      {desktop ? (
        <div className={styles['deeds']}>
          <Button onPress={() => orSay(desktop?.openArchive())}>{t('openAnother')}</Button>
          <Button onPress={() => orSay(desktop?.showFolder(null))}>{t('showFolder')}</Button>
        </div>
      ) : (
        <p className={styles['hint']}>{t('openAnotherBrowser')}</p>
      )}
      {status.notices.length > 0 && (
        <ul className={styles['notices']} aria-label={t('notices')}>
          {status.notices.map(notice => (
            <li key={notice} lang="en" dir="auto">
              {notice}
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
