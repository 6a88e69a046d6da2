import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../../app/commands/registry.ts'
import { useStatus } from '../../client/live.ts'
import { askToExport, useAskedExport } from './asked.ts'

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }))

/** The dialogue for exports, wherever they are asked for, and the command for all there is. */
export function Exporting() {
  const { t } = useTranslation('exchange')
  const asked = useAskedExport()
  const isOpen = useStatus()?.state === 'open'
  useCommands([
    {
      id: 'file.export-all',
      label: t('exportAll'),
      menu: 'file',
      enabled: isOpen,
      run: () => askToExport({ scope: 'all', what: t('everything') }),
    },
  ])
  if (!asked || !isOpen) return null
  return (
    <Suspense fallback={null}>
      <ExportDialog asked={asked} />
    </Suspense>
  )
}
