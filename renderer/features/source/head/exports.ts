import { useTranslation } from 'react-i18next'
import type { SnapshotRow } from '../../../../archive/contract/source.ts'
import { useCommands } from '../../../app/commands/registry.ts'
import { askToExport } from '../../export/asked.ts'

/** Exports of the shown version and of all of them: in palette and menus, and given back for a menu of the screen. */
export function useExportCommands({ snapshotId, sourceId, version, title: headline, url }: SnapshotRow) {
  const { t } = useTranslation('exchange')
  const title = headline ?? url
  const commands = [
    {
      id: 'source.export-version',
      label: t('exportVersion'),
      menu: 'file' as const,
      run: () =>
        askToExport({ scope: { snapshotIds: [snapshotId] }, what: t('version', { title, version }) }),
    },
    {
      id: 'source.export',
      label: t('exportSource'),
      menu: 'file' as const,
      run: () => askToExport({ scope: { sourceIds: [sourceId] }, what: title }),
    },
  ]
  useCommands(commands)
  return commands
}
