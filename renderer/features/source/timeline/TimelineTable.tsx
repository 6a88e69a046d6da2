import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import type { TimelineEvent } from './events.ts'
import styles from './Timeline.module.css'
import { useTimelineWords } from './words.ts'

export interface TimelineTableProps {
  readonly events: readonly TimelineEvent[]
  readonly isShown: (event: TimelineEvent) => boolean
  /** Left out where the table is only read. */
  readonly onChoose?: (event: TimelineEvent, beside: boolean) => void
}

/** The timeline in rows, the latest first. */
export function TimelineTable({ events, isShown, onChoose }: TimelineTableProps) {
  const { t } = useTranslation('source')
  const words = useTimelineWords()
  return (
    <div
      {...(onChoose
        ? { className: styles['scroll'], role: 'group', tabIndex: 0, 'aria-label': t('timeline.label') }
        : {})}
    >
      <table className={styles['table']} aria-label={t('timeline.label')}>
        <thead>
          <tr>
            <th scope="col">{t('timeline.time')}</th>
            <th scope="col">{t('timeline.what')}</th>
            <th scope="col">{t('timeline.change')}</th>
            {onChoose && (
              <th scope="col">
                <span className="visually-hidden">{t('timeline.show')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {events.toReversed().map((event, index) => (
            <tr key={index} data-shown={isShown(event) || undefined}>
              <td>{words.when(event)}</td>
              <td>
                {words.what(event)}
                {isShown(event) && <> ({t('timeline.shown')})</>}
              </td>
              <td>{words.detail(event)}</td>
              {onChoose && (
                <td>
                  {event.kind === 'version' && !isShown(event) && (
                    <span className={styles['deeds']}>
                      <Button
                        look="quiet"
                        aria-label={`${t('timeline.show')}: ${words.what(event)}`}
                        onPress={() => onChoose(event, false)}
                      >
                        {t('timeline.show')}
                      </Button>
                      <Button
                        look="quiet"
                        aria-label={`${t('timeline.compare')}: ${words.what(event)}`}
                        onPress={() => onChoose(event, true)}
                      >
                        {t('timeline.compare')}
                      </Button>
                    </span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
