import { useTranslation } from 'react-i18next'
import type { HistoryVersion } from '../../../archive/contract/history.ts'
import { useFormat } from '../../i18n/format.ts'
import { LineText } from '../compare/LineText.tsx'
import { placeOfLine } from '../compare/place.ts'
import styles from './Step.module.css'

export interface StepProps {
  readonly shown: HistoryVersion
  readonly onCompare: (from: number, to: number, place: string | null) => void
}

/** What the shown version changed, line by line; each line leads to its place in Compare. */
export function Step({ shown, onCompare }: StepProps) {
  const { t } = useTranslation(['history', 'words', 'compare'])
  const format = useFormat()
  const { step, version } = shown
  if (!step) return <p className={styles['none']}>{t('firstTold')}</p>
  const share = step.degree > 0 ? `, ${t('share', { share: format.percent(step.degree) })}` : ''
  return (
    <>
      <p className={styles['degree']}>
        <span>
          {t(`words:change.${step.class}`)}
          {share}
        </span>
        <button type="button" className={styles['whole']} onClick={() => onCompare(step.from, version, null)}>
          {t('compareWith', { version: step.from })}
        </button>
      </p>
      {step.notice.state !== 'none' && (
        <p className={styles['none']}>{t(`compare:notice.${step.notice.state}`)}</p>
      )}
      <ul className={styles['lines']}>
        {step.lines.map((line, index) => (
          <li key={index}>
            <button
              type="button"
              className={styles['line']}
              onClick={() => onCompare(step.from, version, placeOfLine(line))}
            >
              <span className={styles['kind']}>{t(`words:verdict.${line.kind}`)}</span>
              <LineText line={line} />
            </button>
          </li>
        ))}
      </ul>
      {step.more > 0 && <p className={styles['none']}>{t('more', { count: step.more })}</p>}
      {step.noise > 0 && <p className={styles['none']}>{t('noise', { count: step.noise })}</p>}
    </>
  )
}
