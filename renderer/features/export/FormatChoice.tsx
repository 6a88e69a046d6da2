import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { EXPORT_FORMATS, type ExportFormat } from '../../../archive/contract/jobs.ts'
import styles from './FormatChoice.module.css'

export interface FormatChoiceProps {
  readonly chosen: ExportFormat
  readonly onChoose: (format: ExportFormat) => void
}

/** The formats, each with what it is good for. */
export function FormatChoice({ chosen, onChoose }: FormatChoiceProps) {
  const { t } = useTranslation('exchange')
  return (
    <RadioGroup
      className={styles['group']}
      value={chosen}
      onChange={format => onChoose(format as ExportFormat)}
    >
      <Label className={styles['label']}>{t('format')}</Label>
      {EXPORT_FORMATS.map(format => (
        <RadioField key={format} value={format} className={styles['field']}>
          <RadioButton className={styles['choice']}>
            <span className={styles['dot']} aria-hidden="true" />
            <span className={styles['words']}>
              <strong>{t(`as.${format}`)}</strong>
              <span>{t(`asText.${format}`)}</span>
            </span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  )
}
