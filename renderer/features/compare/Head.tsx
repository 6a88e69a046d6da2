import { useTranslation } from 'react-i18next'
import { claimedTime } from '../../i18n/claimed-time.ts'
import { useFormat } from '../../i18n/format.ts'
import type { HeadField } from './head.ts'
import styles from './Head.module.css'
import { Del, Ins } from './Marked.tsx'
import { useText } from './text-context.ts'
import { headStop } from './view.ts'

interface HeadProps {
  readonly current: string | null
}

/** Headline, byline and dates that differ, in columns. */
export function SideHead({ current }: HeadProps) {
  const { view } = useText()
  if (view.head.length === 0) return null
  return (
    <div className={styles['side']}>
      {view.head.map(item => (
        <div key={item.field} className={styles['pair']} {...stopProps(item, current)}>
          {(['from', 'to'] as const).map(side => (
            <p key={side} className={classOf(item)}>
              <Name item={item} />
              <Value item={item} side={side} />
            </p>
          ))}
        </div>
      ))}
    </div>
  )
}

/** The same in one column: what it was, then what it became. */
export function InlineHead({ current }: HeadProps) {
  const { view } = useText()
  if (view.head.length === 0) return null
  return (
    <div className={styles['inline']}>
      {view.head.map(item => (
        <p key={item.field} className={classOf(item)} {...stopProps(item, current)}>
          <Name item={item} />
          {item.before !== null && <Value item={item} side="from" />}{' '}
          {item.after !== null && <Value item={item} side="to" />}
        </p>
      ))}
    </div>
  )
}

const classOf = ({ field }: HeadField) => styles[field === 'headline' ? 'headline' : 'claim']

function stopProps({ field }: HeadField, current: string | null) {
  const { id } = headStop(field)
  return { 'data-stop': id, 'data-current': id === current || undefined }
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
  const language = isDate ? undefined : (view.pair[side].language ?? undefined)
  return (
    <bdi lang={language} title={isDate ? value : undefined}>
      {side === 'from' ? <Del>{text}</Del> : <Ins>{text}</Ins>}
    </bdi>
  )
}
