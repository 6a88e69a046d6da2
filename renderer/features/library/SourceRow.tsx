import { Check } from 'lucide-react'
import { memo, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeMark, LibraryRow } from '../../../archive/contract/library.ts'
import { sourcePlace } from '../../app/places.ts'
import { useFormat } from '../../i18n/format.ts'
import { Badge } from '../../ui/Badge.tsx'
import { hostOf, useSourceName } from '../../ui/source-name.ts'
import { Time } from '../../ui/Time.tsx'
import { ChangeNote } from './ChangeNote.tsx'
import styles from './SourceList.module.css'

/** Tags shown in a row. */
const SHOWN_TAGS = 3

export interface SourceRowProps {
  readonly id: string
  readonly index: number
  /** Undefined while it is on its way. */
  readonly row: LibraryRow | undefined
  readonly mark: ChangeMark | null | undefined
  readonly top: number
  readonly height: number
  readonly isChosen: boolean
  readonly isActive: boolean
  readonly onPress: (event: MouseEvent, index: number, part: 'row' | 'tick' | 'headline') => void
  readonly onOpen: (index: number) => void
}

/** One source, as a row of the grid. */
export const SourceRow = memo(function SourceRow(props: SourceRowProps) {
  const { id, index, row, mark, top, height, isChosen, isActive, onPress, onOpen } = props
  const { t } = useTranslation(['library', 'words', 'history'])
  const format = useFormat()
  const nameOf = useSourceName()
  const place = { transform: `translateY(${top}px)`, height }
  if (!row) {
    return (
      <div role="row" id={id} aria-rowindex={index + 2} className={styles['row']} style={place}>
        <div role="gridcell" className={styles['waiting']} aria-label={t('rowComing')} />
      </div>
    )
  }
  const came = row.seenVersion === null ? 0 : (row.latestVersion ?? 0) - row.seenVersion
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-active={isActive || undefined}
      className={styles['row']}
      style={place}
      onClick={event => onPress(event, index, 'row')}
      onDoubleClick={() => onOpen(index)}
    >
      <div
        role="gridcell"
        className={styles['tickCell']}
        onClick={event => {
          event.stopPropagation()
          onPress(event, index, 'tick')
        }}
        onDoubleClick={event => event.stopPropagation()}
      >
        <span className={styles['tick']} aria-hidden="true">
          {isChosen && <Check />}
        </span>
        {isChosen && <span className="visually-hidden">{t('selectedRow')}</span>}
      </div>
      <div role="gridcell" className={styles['story']}>
        <a
          className={styles['headline']}
          href={`#${sourcePlace(row.sourceId)}`}
          tabIndex={-1}
          dir="auto"
          title={nameOf(row)}
          onClick={event => {
            event.stopPropagation()
            event.preventDefault()
            onPress(event, index, 'headline')
          }}
        >
          {nameOf(row)}
        </a>
        <span className={styles['under']}>
          <span className={styles['outlet']} dir="auto">
            {row.site ?? hostOf(row.url) ?? t('words:fromFile')}
          </span>
          {came > 0 && (
            <Badge tone="good" title={t('history:newRowTitle', { count: came })}>
              {t('history:newRow', { count: came })}
            </Badge>
          )}
          {row.kind === 'post' && <Badge>{t('words:postSource')}</Badge>}
          {row.failing && (
            <Badge tone="bad" title={t(`words:reason.${row.failing.reason}`)}>
              {t(`failing.${row.failing.reason}`)}
            </Badge>
          )}
          {row.witness === 'imported' && <Badge>{t('words:witness.imported')}</Badge>}
          {row.tags.slice(0, SHOWN_TAGS).map(tag => (
            <Badge key={tag} tone="accent">
              {tag}
            </Badge>
          ))}
          {row.tags.length > SHOWN_TAGS && (
            <Badge title={row.tags.join(', ')}>+{row.tags.length - SHOWN_TAGS}</Badge>
          )}
        </span>
      </div>
      <div role="gridcell" className={styles['change']}>
        <ChangeNote mark={mark} />
      </div>
      <div role="gridcell" className={styles['seen']}>
        {row.lastSeen ? (
          <Time at={row.lastSeen} form="ago" />
        ) : (
          <span className={styles['faint']}>{t('words:never')}</span>
        )}
      </div>
      <div role="gridcell" className={styles['number']}>
        <span aria-hidden="true" data-none={row.versions === 0 || undefined}>
          {format.number(row.versions)}
        </span>
        <span className="visually-hidden">{t('words:versions', { count: row.versions })}</span>
        <span className={styles['unit']} aria-hidden="true">
          {t('words:versions', { count: row.versions })}
        </span>
      </div>
      <div role="gridcell" className={styles['number']} data-kind="posts">
        <span aria-hidden="true" data-none={row.posts === 0 || undefined}>
          {format.number(row.posts)}
        </span>
        <span className="visually-hidden">{t('words:posts', { count: row.posts })}</span>
        {row.posts > 0 && (
          <span className={styles['unit']} aria-hidden="true">
            {t('words:posts', { count: row.posts })}
          </span>
        )}
      </div>
    </div>
  )
})

/** Host of an address; what is no address (an imported file) stays as it is. */
