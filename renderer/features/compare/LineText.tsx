import { useTranslation } from 'react-i18next'
import type { ComparisonResult } from '../../../archive/contract/results.ts'
import { claimedTime } from '../../i18n/claimed-time.ts'
import { useFormat } from '../../i18n/format.ts'

type Line = ComparisonResult['verdict'][number]

/** A line of the verdict in the person's language: the core's own sentence is English. */
export function LineText({ line }: { readonly line: Line }) {
  const { t, i18n } = useTranslation('compare')
  const format = useFormat()
  if (i18n.language === 'en') return <span dir="auto">{line.summary}</span>
  const isDate = line.kind === 'published' || line.kind === 'modified'
  const [before, after] = [line.before, line.after].map(text =>
    text !== null && isDate ? claimedTime(text, format) : text,
  )
  if (before != null && after != null && before !== after) {
    return (
      <span>
        <bdi>{before}</bdi> {'\u2190'} <bdi>{after}</bdi>
      </span>
    )
  }
  if (before != null && before === after) return <bdi>{before}</bdi>
  if (after != null) return <span>{t('added', { after: isolated(after) })}</span>
  if (before != null) return <span>{t('removed', { before: isolated(before) })}</span>
  return (
    <span lang="en" dir="ltr">
      {line.summary}
    </span>
  )
}

/** Text from the archive inside a sentence of the tool keeps its own direction (U+2068 to U+2069). */
const isolated = (text: string): string => `\u2068${text}\u2069`
