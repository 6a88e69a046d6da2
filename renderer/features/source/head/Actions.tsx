import { Ellipsis } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { SnapshotRow } from '../../../../archive/contract/source.ts'
import { sourcePlace } from '../../../app/places.ts'
import { say } from '../../../app/undo.ts'
import { desktop } from '../../../client/desktop.ts'
import { copyText } from '../../../ui/copy.ts'
import { MenuButton } from '../../../ui/Menu.tsx'
import { askToVerify } from '../evidence/asked.ts'
import { telling } from '../telling.ts'
import { useAllowed } from '../use-allowed.ts'
import type { CaptureAgain } from './capture-again.ts'
import { useExportCommands } from './exports.ts'
import { useProfilesFor } from './profiles-for.ts'
import { Purge } from './Purge.tsx'

export interface ActionsProps {
  readonly shown: SnapshotRow
  readonly again: CaptureAgain
}

/** What can be done with the shown version besides reading it. */
export function Actions({ shown, again }: ActionsProps) {
  const { t } = useTranslation('source')
  const { canWrite } = useAllowed()
  const [, navigate] = useLocation()
  const [purging, setPurging] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const exports = useExportCommands(shown)
  const profiles = useProfilesFor(again.url ?? '')
  const folder = desktop
    ? {
        label: t('head.showFolder'),
        run: () => void telling(async () => desktop?.showFolder(shown.snapshotId)),
      }
    : {
        label: t('head.copyFolder'),
        run: () => void copyText(shown.path).then(copied => copied && say(t('head.copiedFolder'))),
      }
  return (
    <div ref={place}>
      <MenuButton
        label={t('head.more')}
        icon
        entries={[
          ...profiles.map(profile => ({
            id: `profile ${profile}`,
            label: t('head.captureWith', { profile }),
            isDisabled: !again.isAllowed,
            run: () => again.start({ profile }),
          })),
          {
            id: 'verify',
            label: t('head.verify'),
            run: () => {
              askToVerify(shown.snapshotId)
              navigate(sourcePlace(shown.sourceId, 'evidence', shown.snapshotId))
            },
          },
          { id: 'folder', ...folder },
          ...exports.map(({ id, label, run }) => ({ id, label, run })),
          {
            id: 'purge',
            label: t('head.purge'),
            danger: true,
            isDisabled: !canWrite,
            run: () => setPurging(true),
          },
        ]}
      >
        <Ellipsis aria-hidden="true" />
      </MenuButton>
      <Purge shown={shown} place={place} isOpen={purging} onOpenChange={setPurging} />
    </div>
  )
}
