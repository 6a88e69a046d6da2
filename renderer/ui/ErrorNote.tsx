import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ErrorFacts } from '../../archive/contract/error.ts'
import { Button } from './Button.tsx'
import styles from './ErrorNote.module.css'

/** An error a person can act on: the core's own words, and a way to try again where that makes sense. */
export function ErrorNote({ error, onRetry }: { readonly error: ErrorFacts; readonly onRetry?: () => void }) {
  const { t } = useTranslation('app')
  return (
    <div className={styles['note']} role="alert">
      <CircleAlert aria-hidden="true" />
      {/* The core speaks English whatever the app shows. */}
      <p lang="en" dir="auto">
        {error.message}
      </p>
      {onRetry && <Button onPress={onRetry}>{t('retry')}</Button>}
    </div>
  )
}
