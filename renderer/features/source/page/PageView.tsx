import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { SnapshotRow } from '../../../../archive/contract/source.ts'
import { stet } from '../../../client/calls.ts'
import { desktop } from '../../../client/desktop.ts'
import { doorQuery, pageAddress } from '../../../client/page.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { Pending } from '../Pending.tsx'
import { DesktopPage } from './DesktopPage.tsx'
import { LOOK_PARAM } from './look.ts'
import styles from './PageView.module.css'
import { Screenshot } from './Screenshot.tsx'

/** The archived page as it was saved: without scripts, without a network, on an origin of its own. */
export function PageView({ shown }: { readonly shown: SnapshotRow }) {
  const { t } = useTranslation('source')
  const { snapshotId } = shown
  const facts = useQuery(stet.snapshot.page.queryOptions({ input: { snapshotId } }))
  const cancelled = useCancelled(snapshotId)
  const [params] = useSearchParams()
  const [look, setLook] = useState<Look>(params.get(LOOK_PARAM) === 'screenshot' ? 'screenshot' : 'page')
  const screenshot = facts.data?.screenshot ?? null
  const isPicture = look === 'screenshot' && screenshot !== null
  return (
    <div className={styles['view']}>
      <div className={styles['bar']}>
        {screenshot && (
          <Segmented
            label={t('page.look')}
            choices={LOOKS.map(value => ({ value, label: t(`page.looks.${value}`) }))}
            value={look}
            onChange={setLook}
          />
        )}
        {isPicture ? <span>{t('page.asItLooked')}</span> : <span>{t('page.asCaptured')}</span>}
        {isPicture && screenshot.facts && <PictureFacts {...screenshot.facts} />}
        {facts.data && !isPicture && (
          <>
            <span>{t('page.kept', { count: facts.data.kept })}</span>
            <span>{t('page.scripts', { count: facts.data.scriptsRemoved })}</span>
            <Blocked missing={facts.data.missing} count={Math.max(facts.data.missing.length, cancelled)} />
            {facts.data.engine === 'http' && facts.data.scriptsRemoved > 0 && (
              <span>{t('page.withoutBrowser')}</span>
            )}
          </>
        )}
      </div>
      <Pending query={facts}>
        {() => {
          if (isPicture) return <Screenshot shown={shown} screenshot={screenshot} />
          return desktop ? <DesktopPage shown={shown} /> : <FramedPage shown={shown} />
        }}
      </Pending>
    </div>
  )
}

const LOOKS = ['page', 'screenshot'] as const
type Look = (typeof LOOKS)[number]

interface PictureFactsProps {
  readonly width: number
  readonly height: number
  readonly scale: number
}

function PictureFacts({ width, height, scale }: PictureFactsProps) {
  const { t } = useTranslation('source')
  const format = useFormat()
  const size = t('page.pixels', { width: format.number(width), height: format.number(height) })
  return <span>{scale < 1 ? t('page.scaled', { size, share: format.percent(scale) }) : size}</span>
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
