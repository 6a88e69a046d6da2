import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Pair } from '../../../archive/contract/source.ts'
import { sourcePlace } from '../../app/places.ts'
import { stet } from '../../client/calls.ts'
import { claimedTime } from '../../i18n/claimed-time.ts'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { Time } from '../../ui/Time.tsx'
import { OtherSource } from './OtherSource.tsx'
import styles from './Sides.module.css'

export interface SidesProps {
  readonly pair: Pair
  readonly onChoose: (from: string, to: string) => void
}

/** What is compared with what, and the way to compare something else. */
export function Sides({ pair, onChoose }: SidesProps) {
  const { t } = useTranslation('compare')
  const [from, to] = [pair.from.snapshot, pair.to.snapshot]
  const twoSources = from.sourceId !== to.sourceId
  const laterFirst = !twoSources && from.capturedAt > to.capturedAt
  return (
    <header className={styles['sides']}>
      <Side pair={pair} side="from" onChoose={id => onChoose(id, to.snapshotId)} />
      <div className={styles['swap']}>
        <Button
          look="quiet"
          icon
          aria-label={t('swap')}
          onPress={() => onChoose(to.snapshotId, from.snapshotId)}
        >
          <ArrowLeftRight aria-hidden="true" />
        </Button>
      </div>
      <Side pair={pair} side="to" onChoose={id => onChoose(from.snapshotId, id)} />
      {(twoSources || laterFirst) && (
        <p className={styles['note']}>{twoSources ? t('twoSources') : t('laterFirst')}</p>
      )}
    </header>
  )
}

const BEFORE_AFTER = { from: 'before', to: 'after' } as const
const FIRST_SECOND = { from: 'sources.first', to: 'sources.second' } as const

interface SideProps {
  readonly pair: Pair
  readonly side: 'from' | 'to'
  readonly onChoose: (snapshotId: string) => void
}

function Side({ pair, side, onChoose }: SideProps) {
  const { t } = useTranslation('compare')
  const { t: word } = useTranslation('words')
  const format = useFormat()
  const { snapshot, site, published, clock, language } = pair[side]
  const { data } = useQuery(stet.source.get.queryOptions({ input: { sourceId: snapshot.sourceId } }))
  const versions = data?.versions ?? [snapshot]
  const other = pair[side === 'from' ? 'to' : 'from'].snapshot
  const isRepeated = side === 'to' && snapshot.sourceId === other.sourceId && snapshot.title === other.title
  // Neither of two outlets comes before the other.
  const names = snapshot.sourceId === other.sourceId ? BEFORE_AFTER : FIRST_SECOND
  const name = t(names[side])
  const captured = snapshot.witness === 'captured' ? 'captured' : 'imported'
  return (
    <section className={styles['side']} aria-label={name}>
      <div className={styles['top']}>
        <span className={styles['which']}>{name}</span>
        <Select
          label={t('versionOf', { side: name })}
          choices={versions.toReversed().map(version => ({
            value: version.snapshotId,
            label: word('version', { version: version.version }),
            note: format.time(version.capturedAt),
          }))}
          value={snapshot.snapshotId}
          onChange={onChoose}
        />
        <OtherSource label={t('otherSource', { side: name })} onChoose={onChoose} />
      </div>
      <h2 className={styles['headline']} data-repeated={isRepeated || undefined}>
        <Link
          href={sourcePlace(snapshot.sourceId, 'read', snapshot.snapshotId)}
          dir="auto"
          lang={language ?? undefined}
        >
          {snapshot.title ?? word('untitled')}
        </Link>
      </h2>
      <p className={styles['facts']}>
        {site !== null && (
          <span>
            <bdi>{site}</bdi>
          </span>
        )}
        <span title={snapshot.capturedAt}>
          {t(captured, { at: format.time(snapshot.capturedAt) })} <span>({t(`clock.${clock}`)})</span>
        </span>
        {published !== null && (
          <span title={published}>{t('claims', { at: claimedTime(published, format) })}</span>
        )}
      </p>
      <p className={styles['print']} dir="ltr">
        {word('version', { version: snapshot.version })}, <Time at={snapshot.capturedAt} /> (
        {snapshot.capturedAt})<br />
        {snapshot.url}
        <br />
        {t('content')} sha256 {snapshot.contentHash}
        <br />
        {t('fixity')} sha256 {snapshot.fixityHash}
      </p>
    </section>
  )
}
