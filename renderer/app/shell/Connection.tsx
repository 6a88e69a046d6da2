import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { calls } from '../../client/calls.ts'
import { desktop } from '../../client/desktop.ts'
import { errorFacts } from '../../client/error.ts'
import { useLive, useStatus } from '../../client/live.ts'
import { Button } from '../../ui/Button.tsx'
import { say, sayError } from '../undo.ts'
import styles from './Connection.module.css'
import { useHolder } from './holder.ts'

/** A bar above the screen while the host does not answer, or while the archive is open for reading only. */
export function Connection() {
  const { t } = useTranslation('app')
  const status = useStatus()
  const connection = useLive(live => live.connection)
  const lost = useLostFor(connection === 'lost')
  const holder = useHolder(status?.problem ?? null)
  useEffect(() => desktop?.onCore(state => state === 'running' && say(t('restarted'))), [t])

  if (lost) {
    return (
      <p className={styles['bar']} data-kind="bad" role="alert">
        {t(desktop ? 'lost' : 'lostBrowser')}
      </p>
    )
  }
  if (status?.access !== 'read') return null
  const openForWriting = () =>
    calls.archive.open({ access: 'write' }).then(
      answer => answer.access === 'read' && answer.problem && sayError(answer.problem.message),
      (error: unknown) => sayError(errorFacts(error).message),
    )
  return (
    <div className={styles['bar']} data-kind="warn" role="status">
      <span>{holder === null ? t('readOnly') : t('readOnlyBy', { holder })}</span>
      <Button onPress={() => void openForWriting()}>{t('openForWriting')}</Button>
    </div>
  )
}

/** A host that is gone for a blink (a reload) is no news. */
const NEWS_AFTER_MS = 700

function useLostFor(lost: boolean): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!lost) return setLong(false)
    const timer = setTimeout(() => setLong(true), NEWS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [lost])
  return long
}
