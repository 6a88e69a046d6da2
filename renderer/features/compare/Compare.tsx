import { useTranslation } from 'react-i18next'
import { Comparison } from './Comparison.tsx'

/** Two snapshots beside each other, of one source or of two. */
export function Compare({ from, to }: { readonly from: string; readonly to: string }) {
  const { t } = useTranslation('compare')
  return (
    <>
      <h1 className="visually-hidden">{t('title')}</h1>
      <Comparison from={from} to={to} />
    </>
  )
}
