import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Facets } from '../../../archive/contract/library.ts'
import { useFormat } from '../../i18n/format.ts'
import styles from './Chips.module.css'
import { type Asked, EVERYTHING, isFiltered, writeSearch } from './query.ts'

export interface ChipsProps {
  readonly asked: Asked
  readonly facets: Facets | undefined
}

interface Chip {
  readonly text: string
  readonly without: Partial<Asked>
}

/** Every condition the list stands under; each can be taken away. */
export function Chips({ asked, facets }: ChipsProps) {
  const { t } = useTranslation('library')
  const format = useFormat()
  if (!isFiltered(asked)) return null
  const chips: Chip[] = []
  if (asked.query !== '') chips.push({ text: t('chipText', { text: asked.query }), without: { query: '' } })
  if (asked.only !== null) chips.push({ text: t(`view.${asked.only}`), without: { only: null } })
  if (asked.collection !== null) {
    const name = facets?.collections.find(({ id }) => id === asked.collection)?.name
    chips.push({ text: name ?? t('unknownCollection'), without: { collection: null } })
  }
  if (asked.tag !== null) chips.push({ text: t('chipTag', { tag: asked.tag }), without: { tag: null } })
  for (const site of asked.sites)
    chips.push({ text: site, without: { sites: asked.sites.filter(each => each !== site) } })
  if (asked.seenFrom !== null)
    chips.push({ text: t('chipFrom', { day: format.day(asked.seenFrom) }), without: { seenFrom: null } })
  if (asked.seenTo !== null)
    chips.push({ text: t('chipTo', { day: format.day(asked.seenTo) }), without: { seenTo: null } })
  const to = (other: Partial<Asked>) => `/?${writeSearch({ ...asked, ...other })}`
  const { sort: _sort, descending: _descending, ...noFilter } = EVERYTHING
  return (
    <ul className={styles['chips']} aria-label={t('filters')}>
      {chips.map(({ text, without }) => (
        <li key={text}>
          <Link
            href={to(without)}
            className={styles['chip']}
            aria-label={t('withoutFilter', { filter: text })}
          >
            <span dir="auto">{text}</span>
            <X aria-hidden="true" />
          </Link>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Link href={to(noFilter)} className={styles['all']}>
            {t('clearFilters')}
          </Link>
        </li>
      )}
    </ul>
  )
}
