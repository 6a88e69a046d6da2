import { useTranslation } from 'react-i18next'
import { useStatus } from '../../client/live.ts'

/** Whether this host may write, and what to say where it may not. */
export function useAllowed(): { readonly canWrite: boolean; readonly why: string | undefined } {
  const { t } = useTranslation('source')
  const canWrite = useStatus()?.access === 'write'
  return { canWrite, why: canWrite ? undefined : t('readOnly') }
}
