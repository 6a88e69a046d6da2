import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { Switch } from '../../ui/Switch.tsx'
import type { SettingsPartProps } from './LookPart.tsx'
import { CAPTURE_LIMITS } from './limits.ts'
import { NumberSetting } from './NumberSetting.tsx'
import { Part, Row } from './Row.tsx'

/** How far a capture may go. */
export function CapturePart({ settings, change, readOnly }: SettingsPartProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { capture } = settings
  return (
    <Part id="capture" title={t('capture')}>
      {CAPTURE_LIMITS.map(({ name, unit, factor, min, max, standard }) => (
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
