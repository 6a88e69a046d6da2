import { useTranslation } from 'react-i18next'
import type { ErrorFacts } from '../../../archive/contract/error.ts'
import { useFormat } from '../../i18n/format.ts'

interface Holder {
  readonly pid: number
  readonly host: string
  readonly software: string
  readonly since: string
}

/** Who writes to the archive, in words; null where the problem is another one. */
export function useHolder(problem: ErrorFacts | null): string | null {
  const { t } = useTranslation('app')
  const format = useFormat()
  if (problem?.code !== 'archive-locked') return null
  const holder = problem.data['holder'] as Holder | null | undefined
  if (!holder) return t('anotherProcess')
  return t('processOn', { ...holder, since: format.time(holder.since) })
}
