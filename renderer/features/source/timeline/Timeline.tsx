import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceView } from '../../../../archive/contract/source.ts'
import { stet } from '../../../client/calls.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Chosen } from '../chosen.ts'
import { eventsOf, type TimelineEvent } from './events.ts'
import { Strip } from './Strip.tsx'
import styles from './Timeline.module.css'
import { TimelineTable } from './TimelineTable.tsx'
import { useTimelineWords } from './words.ts'

export interface TimelineProps {
  readonly view: SourceView
  readonly chosen: Chosen
}

/** Everything that happened to a source: as marks on a line of time, or as a table. */
export function Timeline({ view, chosen }: TimelineProps) {
  const { t } = useTranslation('source')
  const words = useTimelineWords()
  const { sourceId } = view.source
  const { data } = useQuery(
    stet.source.marks.queryOptions({ input: { sourceId }, enabled: view.versions.length > 1 }),
  )
  const events = useMemo(() => eventsOf(view, data?.marks ?? []), [view, data])
  const [asTable, setAsTable] = useState(false)
  const [pointed, setPointed] = useState<TimelineEvent | null>(null)
  if (events.length === 0) return null

  function choose(event: TimelineEvent, beside: boolean): void {
    if (event.kind === 'attempt' || event.kind === 'purged') return
    const id = event.kind === 'version' ? event.row.snapshotId : event.rows[0]!.snapshotId
    const { shown } = chosen
    if (!beside || !shown || shown.snapshotId === id) return chosen.goVersion(id)
    const order = view.versions.map(({ snapshotId }) => snapshotId)
    const [from, to] = [id, shown.snapshotId].toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    chosen.compare(from!, to!)
  }
  const isShown = (event: TimelineEvent) =>
    event.kind === 'version' && event.row.snapshotId === chosen.shown?.snapshotId
  const told = pointed ?? events.find(isShown) ?? events.at(-1)
  return (
    <section className={styles['timeline']} aria-label={t('timeline.label')}>
      <div className={styles['top']}>
        <p className={styles['told']} aria-hidden="true">
          {told && <bdi>{words.line(told)}</bdi>}
        </p>
        <Button look="quiet" aria-pressed={asTable} onPress={() => setAsTable(!asTable)}>
          {t(asTable ? 'timeline.asLine' : 'timeline.asTable')}
        </Button>
      </div>
      {asTable ? (
        <TimelineTable events={events} isShown={isShown} onChoose={choose} />
      ) : (
        <>
          <Strip events={events} isShown={isShown} onChoose={choose} onPoint={setPointed} />
          <div className="visually-hidden">
            <TimelineTable events={events} isShown={isShown} />
          </div>
        </>
      )}
    </section>
  )
}
