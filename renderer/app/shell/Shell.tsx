import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStatus } from '../../client/live.ts'
import { Intake } from '../../features/capture/Intake.tsx'
import { Exporting } from '../../features/export/Exporting.tsx'
import { Palette } from '../commands/Palette.tsx'
import { ClosedArchive } from './ClosedArchive.tsx'
import { Connection } from './Connection.tsx'
import { MessageBar } from './MessageBar.tsx'
import { Navigation } from './Navigation.tsx'
import styles from './Shell.module.css'
import { useShellCommands } from './commands.ts'
import { useDesktopMenu } from './desktop-menu.ts'

/** What stands around every screen: navigation, the state of the archive, messages, the palette. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('app')
  const status = useStatus()
  useShellCommands()
  useDesktopMenu()
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#content" onClick={focusContent}>
        {t('skipToContent')}
      </a>
      <Navigation />
      <div className={styles['column']}>
        <Connection />
        <main id="content" className={styles['content']} tabIndex={-1}>
          {status === null ? (
            <p className={styles['opening']} role="status">
              {t('connecting')}
            </p>
          ) : status.state === 'closed' ? (
            <ClosedArchive status={status} />
          ) : (
            children
          )}
        </main>
      </div>
      <Intake />
      <Exporting />
      <MessageBar />
      <Palette />
    </div>
  )
}

/** The address after `#` is the app's place, so the link moves the focus itself. */
function focusContent(event: React.MouseEvent): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
