import { useTranslation } from 'react-i18next'
import type { ChangeMark } from '../../../archive/contract/library.ts'
import { type Format, useFormat } from '../../i18n/format.ts'
import { Time } from '../../ui/Time.tsx'
import styles from './ChangeNote.module.css'

/** Kinds named in a list; what is beyond is counted. */
const NAMED_KINDS = 2

/** Strength of the sign beside the words, in bars. */
const BARS = { none: 0, noise: 0, minor: 1, substantive: 2, rewrite: 3 } as const

/** What changed last, in a few words: "headline and 2 figures". */
export function useChangeWords(): (mark: ChangeMark) => string {
  const { t } = useTranslation(['words', 'library'])
  const format: Format = useFormat()
  return mark => {
    if (mark.kinds.length === 0) return t(`change.${mark.class}`)
    const named = mark.kinds
      .slice(0, NAMED_KINDS)
      // Noise has no words to be counted in, and is not among the kinds.
      .flatMap(({ kind, count }) => (kind === 'noise' ? [] : [t(`verdictCount.${kind}`, { count })]))
    const beyond = mark.kinds.slice(NAMED_KINDS).reduce((sum, { count }) => sum + count, 0)
    return format.list(beyond === 0 ? named : [...named, t('library:more', { count: beyond })])
  }
}

export interface ChangeNoteProps {
  /** Null: nothing to compare. Undefined: not known yet. */
  readonly mark: ChangeMark | null | undefined
}

/** The small mark in the list. */
export function ChangeNote({ mark }: ChangeNoteProps) {
  const { t } = useTranslation('words')
  const words = useChangeWords()
  if (!mark) return null
  const text = words(mark)
  return (
    <span className={styles['note']} title={`${t(`change.${mark.class}`)}: ${text}`}>
      <span className={styles['bars']} data-bars={BARS[mark.class]} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span className={styles['words']}>{text}</span>
      <span className={styles['when']}>
        <Time at={mark.at} form="ago" />
      </span>
    </span>
  )
}
