import { Download, FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EXPORTS_PATH } from '../../../archive/contract/door.ts'
import type { ExportReport } from '../../../archive/contract/jobs.ts'
import { sayError } from '../../app/undo.ts'
import { desktop } from '../../client/desktop.ts'
import { errorFacts } from '../../client/error.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Hash } from '../../ui/Hash.tsx'
import styles from './ExportedFile.module.css'

/** A finished export: the file, how large it is, its hash, and the way to it. */
export function ExportedFile({ exported }: { readonly exported: ExportReport }) {
  const { t } = useTranslation('exchange')
  const format = useFormat()
  const { fileName, path, as, bytes, sha256 } = exported
  return (
    <div className={styles['exported']}>
      <p className={styles['name']}>
        <strong>
          <bdi>{fileName}</bdi>
        </strong>
        <span>
          {as.toUpperCase()} · {format.bytes(bytes)}
        </span>
      </p>
      <dl className={styles['facts']}>
        <dt>{t('place')}</dt>
        <dd>
          <code dir="ltr">{path}</code>
          <CopyButton text={path} what={t('copyPath')} />
        </dd>
        <dt>{t('hash')}</dt>
        <dd>
          <Hash value={sha256} copyLabel={t('copyHash')} whole />
        </dd>
      </dl>
      {desktop ? (
        <Button
          onPress={() =>
            void desktop?.showExport(fileName).catch((error: unknown) => sayError(errorFacts(error).message))
          }
        >
          <FolderOpen aria-hidden="true" />
          {t('showInFolder')}
        </Button>
      ) : (
        <a className={styles['download']} href={`${EXPORTS_PATH}/${encodeURIComponent(fileName)}`} download>
          <Download aria-hidden="true" />
          {t('download')}
        </a>
      )}
    </div>
  )
}
