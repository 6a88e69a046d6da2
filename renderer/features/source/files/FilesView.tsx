import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BagFile, SnapshotRow } from '../../../../archive/contract/source.ts'
import { useCommands } from '../../../app/commands/registry.ts'
import { stet } from '../../../client/calls.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Hash } from '../../../ui/Hash.tsx'
import { Pending } from '../Pending.tsx'
import { FilePane } from './FilePane.tsx'
import styles from './FilesView.module.css'
import { shortPath } from './kind.ts'

/** Every file of the shown version's bag, and one of them to look at. */
export function FilesView({ shown }: { readonly shown: SnapshotRow }) {
  const { snapshotId } = shown
  const query = useQuery(stet.snapshot.evidence.queryOptions({ input: { snapshotId } }))
  return <Pending query={query}>{({ files }) => <Files shown={shown} files={files} />}</Pending>
}

interface FilesProps {
  readonly shown: SnapshotRow
  readonly files: readonly BagFile[]
}

function Files({ shown, files }: FilesProps) {
  const { t } = useTranslation('source')
  const format = useFormat()
  const [path, setPath] = useState<string | null>(null)
  const open = files.find(file => file.path === path) ?? null
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const close = () => setPath(null)
  useCommands([
    {
      id: 'source.close-file',
      label: t('files.close'),
      menu: 'view',
      keys: ['escape'],
      enabled: open !== null,
      run: close,
    },
  ])
  return (
    <div className={styles['files']} data-open={open !== null || undefined}>
      <div className={styles['list']}>
        <h2 className="visually-hidden">{t('files.title', { version: shown.version })}</h2>
        <p className={styles['soft']}>
          {t('files.summary', { count: files.length, bytes: format.bytes(bytes) })}
        </p>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('files.path')}</th>
              <th scope="col">{t('files.size')}</th>
              <th scope="col">{t('files.type')}</th>
              <th scope="col">{t('files.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(file => (
              <tr key={file.path} data-open={file.path === path || undefined}>
                <td>
                  <button
                    type="button"
                    className={styles['name']}
                    aria-label={t('files.view', { path: shortPath(file.path) })}
                    aria-pressed={file.path === path}
                    dir="ltr"
                    onClick={() => setPath(file.path)}
                  >
                    {shortPath(file.path)}
                  </button>
                  {file.url !== null && (
                    <span className={styles['origin']} dir="ltr" title={file.url}>
                      {file.url}
                    </span>
                  )}
                </td>
                <td className={styles['number']}>{format.bytes(file.bytes)}</td>
                <td>
                  <bdi dir="ltr">{file.mime}</bdi>
                </td>
                <td>
                  <Hash value={file.sha256} copyLabel={t('files.copyHash', { path: shortPath(file.path) })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open && <FilePane key={open.path} snapshotId={shown.snapshotId} file={open} onClose={close} />}
    </div>
  )
}
