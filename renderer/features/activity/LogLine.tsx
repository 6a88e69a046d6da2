import { Archive, CircleAlert, CircleCheck, CircleEqual, FileDown, LifeBuoy, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ActivityLine } from '../../../archive/contract/source.ts'
import { sourcePlace } from '../../app/places.ts'
import { useFormat } from '../../i18n/format.ts'
import { useSourceName } from '../../ui/source-name.ts'
import styles from './Activity.module.css'
import { type LogSentence, remarkOf, sentenceOf } from './log-words.ts'

const ICONS = {
  saved: CircleCheck,
  imported: FileDown,
  recovered: LifeBuoy,
  checked: CircleEqual,
  attempted: CircleAlert,
  purged: Trash2,
  archiveMade: Archive,
  tornLine: LifeBuoy,
  logChanged: CircleAlert,
  bagSetAside: LifeBuoy,
  other: Archive,
} as const satisfies Record<LogSentence, unknown>

/** Stands for the source in a sentence until its link takes the place; it occurs in no headline. */
const SLOT = '\u0000'

/** One line of the custody log, as a sentence. */
export function LogLine({ line }: { readonly line: ActivityLine }) {
  const { t } = useTranslation(['activity', 'words'])
  const nameOf = useSourceName()
  const format = useFormat()
  const { event, source, version, reason } = line
  const sentence = sentenceOf(line)
  const Icon = ICONS[sentence]
  const remark = remarkOf(line)
  const text =
    version === null && (sentence === 'saved' || sentence === 'imported' || sentence === 'purged')
      ? t('line.unnumbered', { source: SLOT, type: t(`filter.${event.type as 'snapshot' | 'purge'}`) })
      : t(`line.${sentence}`, { source: SLOT, version: version ?? '', type: event.type })
  const [before = '', after = ''] = text.split(SLOT)
  const snapshotId = event.type === 'snapshot' ? event['snapshotId'] : undefined
  return (
    <li className={styles['line']} data-sentence={sentence}>
      <time dateTime={event.at} title={event.at}>
        {format.clock(event.at)}
      </time>
      <Icon aria-hidden="true" />
      <div className={styles['words']}>
        {before}
        {source && text.includes(SLOT) && (
          <Link
            href={sourcePlace(
              source.sourceId,
              'read',
              typeof snapshotId === 'string' ? snapshotId : undefined,
            )}
            dir="auto"
          >
            {nameOf(source)}
          </Link>
        )}
        {after}
        {reason !== null && <span className={styles['soft']}> {t(`words:reason.${reason}`)}</span>}
        {remark !== null && (
          <span className={styles['soft']} dir="auto" lang={event.type === 'recovery' ? 'en' : undefined}>
            {' '}
            {event.type === 'purge' ? t('because', { reason: remark }) : remark}
          </span>
        )}
      </div>
      <span className={styles['number']} title={t('lineNumber', { number: event.seq })}>
        <span className="visually-hidden">{t('lineNumber', { number: event.seq })}</span>
        <span aria-hidden="true">{format.number(event.seq)}</span>
      </span>
    </li>
  )
}
