import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SnapshotRow, SourceView } from '../../../../archive/contract/source.ts'
import { useCommands } from '../../../app/commands/registry.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { Chosen } from '../chosen.ts'
import styles from './VersionBar.module.css'

export interface VersionBarProps {
  readonly view: SourceView
  readonly chosen: Chosen
  readonly shown: SnapshotRow
  /** Tools of the view, at the bar's end. */
  readonly children?: ReactNode
}

/** Which version is shown, and the way to the others. */
export function VersionBar({ view, chosen, shown, children }: VersionBarProps) {
  const { t } = useTranslation(['source', 'words'])
  const format = useFormat()
  const { before, after, isNewest, goVersion } = chosen
  const newest = view.versions.at(-1)
  const go = (row: SnapshotRow | null | undefined) => () => row && goVersion(row.snapshotId)
  useCommands([
    {
      id: 'source.previous',
      label: t('version.previous'),
      menu: 'go',
      keys: ['['],
      enabled: before !== null,
      run: go(before),
    },
    {
      id: 'source.next',
      label: t('version.next'),
      menu: 'go',
      keys: [']'],
      enabled: after !== null,
      run: go(after),
    },
    {
      id: 'source.newest',
      label: t('version.newestGo'),
      menu: 'go',
      enabled: !isNewest,
      run: go(newest),
    },
  ])
  return (
    <div className={styles['bar']}>
      <Button
        look="quiet"
        icon
        aria-label={t('version.previous')}
        isDisabled={before === null}
        onPress={go(before)}
      >
        <ChevronLeft aria-hidden="true" />
      </Button>
      <Select
        label={t('version.label')}
        value={shown.snapshotId}
        onChange={goVersion}
        choices={view.versions.toReversed().map(row => ({
          value: row.snapshotId,
          label: t('version.option', { version: row.version, time: format.time(row.capturedAt) }),
          ...(row === newest ? { note: t('version.newest') } : {}),
        }))}
      />
      <Button
        look="quiet"
        icon
        aria-label={t('version.next')}
        isDisabled={after === null}
        onPress={go(after)}
      >
        <ChevronRight aria-hidden="true" />
      </Button>
      <span className={styles['facts']}>
        {isNewest && <>{t('version.newest')} · </>}
        {t('version.words', { count: shown.words })} · {t(`words:witness.${shown.witness}`)}
      </span>
      {newest && !isNewest && (
        <Button look="quiet" onPress={go(newest)}>
          {t('version.newestGo')}
        </Button>
      )}
      {children && <div className={styles['tools']}>{children}</div>}
    </div>
  )
}
