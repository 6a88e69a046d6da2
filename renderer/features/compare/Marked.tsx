import { useTranslation } from 'react-i18next'
import styles from './Marked.module.css'
import type { Piece } from './segments.ts'

/** Words under their marks. What begins and ends where is said to those who do not see it. */
export function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, mark }, index) =>
    mark === 'same' ? (
      text
    ) : mark === 'inserted' ? (
      <Ins key={index}>{text}</Ins>
    ) : (
      <Del key={index}>{text}</Del>
    ),
  )
}

export function Ins({ children }: { readonly children: string }) {
  const { t } = useTranslation('compare')
  return (
    <ins className={styles['ins']} data-begin={t('mark.inserted')} data-end={t('mark.insertedEnd')}>
      {children}
    </ins>
  )
}

export function Del({ children }: { readonly children: string }) {
  const { t } = useTranslation('compare')
  return (
    <del className={styles['del']} data-begin={t('mark.deleted')} data-end={t('mark.deletedEnd')}>
      {children}
    </del>
  )
}
