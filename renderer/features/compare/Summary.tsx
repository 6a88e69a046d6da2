import { useTranslation } from 'react-i18next'
import type { ComparisonResult } from '../../../archive/contract/results.ts'
import { type Format, useFormat } from '../../i18n/format.ts'
import { Badge } from '../../ui/Badge.tsx'
import styles from './Summary.module.css'
import { countsInWords } from './counts.ts'

/** How much changed, in a line. */
export function Summary({ comparison }: { readonly comparison: ComparisonResult }) {
  const { t } = useTranslation('compare')
  const { t: word } = useTranslation('words')
  const format: Format = useFormat()
  if (comparison.class === 'none') return <Quiet title={t('unchanged')} text={t('unchangedText')} />
  if (comparison.class === 'noise') return <Quiet title={t('noiseOnly')} text={t('noiseOnlyText')} />
  return (
    <p className={styles['summary']}>
      <Badge tone={comparison.class === 'minor' ? 'quiet' : 'accent'}>
        {word(`change.${comparison.class}`)}
      </Badge>
      <span>{countsInWords(comparison, t, format)}</span>
    </p>
  )
}

function Quiet({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <p className={styles['summary']}>
      <Badge tone="good">{title}</Badge>
      <span>{text}</span>
    </p>
  )
}
