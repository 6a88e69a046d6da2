import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { Switch } from '../../ui/Switch.tsx'
import type { SettingsPartProps } from './LookPart.tsx'
import { NumberSetting } from './NumberSetting.tsx'
import { Part, Row } from './Row.tsx'

const MIB = 1024 * 1024

/** Limits as people think of them: how many of a unit, from where to where (`settingsSchema`), and Stet's own. */
const LIMITS = [
  { name: 'concurrency', unit: 'pages', factor: 1, min: 1, max: 16, standard: 4 },
  { name: 'timeoutMs', unit: 'seconds', factor: 1000, min: 1, max: 300, standard: 30 },
  { name: 'captureTimeoutMs', unit: 'seconds', factor: 1000, min: 5, max: 3600, standard: 180 },
  { name: 'maxPageBytes', unit: 'mebibytes', factor: MIB, min: 1, max: 256, standard: 16 },
  { name: 'maxBodyBytes', unit: 'mebibytes', factor: MIB, min: 1, max: 1024, standard: 32 },
  { name: 'maxTotalBytes', unit: 'mebibytes', factor: MIB, min: 1, max: 8192, standard: 512 },
] as const

/** How far a capture may go. */
export function CapturePart({ settings, change, readOnly }: SettingsPartProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { capture } = settings
  return (
    <Part id="capture" title={t('capture')}>
      {LIMITS.map(({ name, unit, factor, min, max, standard }) => (
        <NumberSetting
          key={name}
          title={t(`limit.${name}`)}
          hint={`${t(`limitHint.${name}`)} ${t('standard', { value: format.number(standard) })}`}
          unit={t(`unit.${unit}`)}
          value={Math.round(capture[name] / factor)}
          min={min}
          max={max}
          isDisabled={readOnly}
          onChange={value => change({ capture: { ...capture, [name]: value * factor } })}
        />
      ))}
      {(['keepUnchanged', 'allowPrivate'] as const).map(name => (
        <Row key={name} title={t(`limit.${name}`)} hint={t(`limitHint.${name}`)}>
          <Switch
            aria-label={t(`limit.${name}`)}
            isSelected={capture[name]}
            isDisabled={readOnly}
            onChange={on => change({ capture: { ...capture, [name]: on } })}
          />
        </Row>
      ))}
    </Part>
  )
}
