import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { desktop } from '../../client/desktop.ts'
import { useCommands } from '../commands/registry.ts'
import { PLACES } from '../places.ts'

/** Commands that work everywhere. */
export function useShellCommands(): void {
  const { t } = useTranslation('app')
  const [, navigate] = useLocation()
  const go = (id: 'library' | 'posts' | 'activity' | 'settings', ...keys: string[]) =>
    ({ id: `go.${id}`, label: t(id), menu: 'go', keys, run: () => navigate(PLACES[id]) }) as const
  useCommands([
    go('library', 'g l', 'mod+1'),
    go('posts', 'g p', 'mod+2'),
    go('activity', 'g a', 'mod+3'),
    go('settings', 'g s', 'mod+,'),
    { id: 'go.back', label: t('back'), menu: 'go', keys: ['alt+arrowleft'], run: () => history.back() },
    ...(desktop
      ? ([
          {
            id: 'file.open-archive',
            label: t('openArchive'),
            menu: 'file',
            keys: ['mod+o'],
            run: () => void desktop?.openArchive(),
          },
        ] as const)
      : []),
  ])
}
