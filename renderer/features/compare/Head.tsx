import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { claimedTime } from './claimed-time.ts'
import type { HeadField } from './head.ts'
import styles from './Head.module.css'
import { Del, Ins } from './Marked.tsx'
import { useText } from './text-context.ts'
import { headStop } from './view.ts'

interface HeadProps {
  readonly current: string | null
}

/** Headline, byline and dates of both sides, in columns. */
export function SideHead({ current }: HeadProps) {
  const { view } = useText()
  return (
    <div className={styles['side']}>
      {view.head.map(item => (
        <div key={item.field} className={styles['pair']} {...stopProps(item, current)}>
          <p className={styles[item.field === 'headline' ? 'headline' : 'claim']}>
            <Name item={item} />
            <Value item={item} side="from" />
          </p>
          <p className={styles[item.field === 'headline' ? 'headline' : 'claim']}>
            <Name item={item} />
            <Value item={item} side="to" />
          </p>
        </div>
      ))}
    </div>
  )
}

/** The same in one column: what it was, then what it became. */
export function InlineHead({ current }: HeadProps) {
  const { view } = useText()
  return (
    <div className={styles['inline']}>
      {view.head.map(item => (
        <p
          key={item.field}
          className={styles[item.field === 'headline' ? 'headline' : 'claim']}
          {...stopProps(item, current)}
        >
          <Name item={item} />
          {item.before !== item.after && item.before !== null && <Value item={item} side="from" />}{' '}
          {(item.before === item.after || item.after !== null) && <Value item={item} side="to" />}
        </p>
      ))}
    </div>
  )
}

function stopProps({ field, before, after }: HeadField, current: string | null) {
  const { id } = headStop(field)
  return { 'data-stop': before === after ? undefined : id, 'data-current': id === current || undefined }
}

function Name({ item }: { readonly item: HeadField }) {
  const { t } = useTranslation('compare')
  const name = t(`field.${item.field}`)
  if (item.field === 'headline') return <span className="visually-hidden">{name}: </span>
  return <span className={styles['name']}>{name} </span>
}

function Value({ item, side }: { readonly item: HeadField; readonly side: 'from' | 'to' }) {
  const { t } = useTranslation('compare')
  const { t: word } = useTranslation('words')
  const format = useFormat()
  const { view } = useText()
  const value = side === 'from' ? item.before : item.after
  if (value === null) return <span>{item.field === 'headline' ? word('untitled') : t('none')}</span>
  const isDate = item.field === 'published' || item.field === 'modified'
  const text = isDate ? claimedTime(value, format) : value
  const changed = item.before !== item.after
  return (
    <bdi
      lang={isDate ? undefined : (view.pair[side].language ?? undefined)}
      title={isDate ? value : undefined}
    >
      {!changed ? text : side === 'from' ? <Del>{text}</Del> : <Ins>{text}</Ins>}
    </bdi>
  )
}
