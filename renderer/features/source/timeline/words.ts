import { useTranslation } from 'react-i18next'
import type { ChangeMark } from '../../../../archive/contract/library.ts'
import { useFormat } from '../../../i18n/format.ts'
import type { TimelineEvent } from './events.ts'

/** How many kinds of change a line names. */
const NAMED = 3

/** What the timeline says of its marks, in words. */
export function useTimelineWords() {
  const { t } = useTranslation(['source', 'words'])
  const format = useFormat()

  /** "headline and 2 figures, 4% of the words" */
  function change(mark: ChangeMark): string {
    if (mark.kinds.length === 0) return t(`words:change.${mark.class}`)
    const kinds = mark.kinds
      .slice(0, NAMED)
      .map(({ kind, count }) =>
        kind === 'noise' ? t('words:change.noise') : t(`words:verdictCount.${kind}`, { count }),
      )
    const rest = mark.kinds.length > NAMED ? ['…'] : []
    const named = format.list([...kinds, ...rest])
    if (mark.degree === 0) return named
    return `${named} · ${t('timeline.degree', { share: format.percent(mark.degree) })}`
  }

  function what(event: TimelineEvent): string {
    switch (event.kind) {
      case 'version':
        return t('timeline.version', { version: event.row.version })
      case 'check':
        return t('timeline.check', { count: event.rows.length })
      case 'attempt':
        return t('timeline.attempt')
      case 'purged':
        return t('timeline.purged', { version: event.row.version })
    }
  }

  function detail(event: TimelineEvent): string {
    switch (event.kind) {
      case 'version':
        if (event.mark) return change(event.mark)
        return event.row.version === 1 ? t('timeline.firstVersion') : ''
      case 'check':
        return ''
      case 'attempt':
        return t(`words:reason.${event.row.reason}`)
      case 'purged':
        return t('attempt.reason', { reason: event.row.reason })
    }
  }

  const when = (event: TimelineEvent): string => format.time(new Date(event.at).toISOString())

  /** All of it in one line. */
  const line = (event: TimelineEvent): string =>
    [what(event), when(event), detail(event)].filter(Boolean).join(' · ')

  return { what, detail, when, line }
}
