import { ChevronDown, ChevronUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import styles from './Steps.module.css'

export interface StepsProps {
  readonly hasPrevious: boolean
  readonly hasNext: boolean
  readonly onStep: (step: 1 | -1) => void
  /** Where one is, in a `span`. */
  readonly children: ReactNode
}

/** The way from change to change, and where one is on it. */
export function Steps({ hasPrevious, hasNext, onStep, children }: StepsProps) {
  const { t } = useTranslation('compare')
  return (
    <div className={styles['steps']}>
      <Button
        look="quiet"
        icon
        aria-label={t('previous')}
        isDisabled={!hasPrevious}
        onPress={() => onStep(-1)}
      >
        <ChevronUp aria-hidden="true" />
      </Button>
      {children}
      <Button look="quiet" icon aria-label={t('next')} isDisabled={!hasNext} onPress={() => onStep(1)}>
        <ChevronDown aria-hidden="true" />
      </Button>
    </div>
  )
}
