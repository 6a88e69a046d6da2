import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SnapshotRow } from '../../../../archive/contract/source.ts'
import { stet } from '../../../client/calls.ts'
import { desktop } from '../../../client/desktop.ts'
import { doorQuery, pageAddress } from '../../../client/page.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Pending } from '../Pending.tsx'
import { DesktopPage } from './DesktopPage.tsx'
import styles from './PageView.module.css'

/** The archived page as it was saved: without scripts, without a network, on an origin of its own. */
export function PageView({ shown }: { readonly shown: SnapshotRow }) {
  const { t } = useTranslation('source')
  const { snapshotId } = shown
  const facts = useQuery(stet.snapshot.page.queryOptions({ input: { snapshotId } }))
  const cancelled = useCancelled(snapshotId)
  return (
    <div className={styles['view']}>
      <div className={styles['bar']}>
        <span>{t('page.asCaptured')}</span>
        {facts.data && (
          <>
            <span>{t('page.kept', { count: facts.data.kept })}</span>
            <span>{t('page.scripts', { count: facts.data.scriptsRemoved })}</span>
            <Blocked missing={facts.data.missing} count={Math.max(facts.data.missing.length, cancelled)} />
          </>
        )}
      </div>
      <Pending query={facts}>
        {() => (desktop ? <DesktopPage shown={shown} /> : <FramedPage shown={shown} />)}
      </Pending>
    </div>
  )
}

function Blocked({ missing, count }: { readonly missing: readonly string[]; readonly count: number }) {
  const { t } = useTranslation('source')
  if (count === 0) return <span>{t('page.blockedNone')}</span>
  return (
    <div className={styles['blocked']}>
      <Disclosure level={2} title={t('page.blocked', { count })}>
        <p>{t('page.blockedWhy')}</p>
        <ul>
          {missing.map(url => (
            <li key={url} dir="ltr">
              {url}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}

/** In a browser: a frame that may do nothing, from the other port. */
function FramedPage({ shown }: { readonly shown: SnapshotRow }) {
  const { t } = useTranslation('source')
  const door = useQuery(doorQuery)
  return (
    <Pending query={door}>
      {where => (
        <iframe
          key={shown.snapshotId}
          className={styles['page']}
          sandbox=""
          referrerPolicy="no-referrer"
          title={t('page.frame', { version: shown.version })}
          src={pageAddress(where, shown.snapshotId)}
        />
      )}
    </Pending>
  )
}

/** Requests of the page that the desktop cancelled so far; 0 in a browser, whose policy cancels without a count. */
function useCancelled(snapshotId: string): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    setCount(0)
    return desktop?.onBlocked(blocked => {
      if (blocked.snapshotId === snapshotId) setCount(blocked.count)
    })
  }, [snapshotId])
  return count
}
