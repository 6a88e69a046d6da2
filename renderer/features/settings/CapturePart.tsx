import { useTranslation } from 'react-i18next'
import { type CaptureEngine, CAPTURE_ENGINES, MAX_PAGES_AT_ONCE } from '../../../archive/contract/settings.ts'
import type { Status } from '../../../archive/contract/status.ts'
import { useFormat } from '../../i18n/format.ts'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { shortProduct } from './browser-name.ts'
import type { SettingsPartProps } from './LookPart.tsx'
import { CAPTURE_LIMITS } from './limits.ts'
import { NumberSetting } from './NumberSetting.tsx'
import { Part, Row } from './Row.tsx'

const AS_FITS = 'as-fits'
const PAGES_AT_ONCE = Array.from({ length: MAX_PAGES_AT_ONCE }, (_, index) => index + 1)

export interface CapturePartProps extends SettingsPartProps {
  /** What there is to show pages with; undefined until it is known. */
  readonly browser: Status['browser'] | undefined
}

/** What fetches pages, and how far a capture may go. */
export function CapturePart({ settings, change, readOnly, browser }: CapturePartProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { capture } = settings
  return (
    <Part id="capture" title={t('capture')}>
      <Row title={t('engine')} {...useEngineHint(capture.engine, browser)}>
        <Select
          label={t('engine')}
          choices={CAPTURE_ENGINES.map(value => ({ value, label: t(`engines.${value}`) }))}
          value={capture.engine}
          isDisabled={readOnly}
          onChange={engine => change({ capture: { ...capture, engine } })}
        />
      </Row>
      <Row title={t('limit.acceptConsent')} hint={t('limitHint.acceptConsent')}>
        <Switch
          aria-label={t('limit.acceptConsent')}
          isSelected={capture.acceptConsent}
          isDisabled={readOnly}
          onChange={acceptConsent => change({ capture: { ...capture, acceptConsent } })}
        />
      </Row>
      <Row title={t('limit.concurrency')} hint={t('limitHint.concurrency')}>
        <Select
          label={t('limit.concurrency')}
          choices={[
            { value: AS_FITS, label: t('asFits') },
            ...PAGES_AT_ONCE.map(count => ({ value: String(count), label: format.number(count) })),
          ]}
          value={capture.concurrency === null ? AS_FITS : String(capture.concurrency)}
          isDisabled={readOnly}
          onChange={value =>
            change({ capture: { ...capture, concurrency: value === AS_FITS ? null : Number(value) } })
          }
        />
      </Row>
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

/** What the chosen engine means with the browser there is. */
function useEngineHint(engine: CaptureEngine, browser: Status['browser'] | undefined): { hint?: string } {
  const { t } = useTranslation('settings')
  if (browser === undefined) return {}
  if (engine === 'http') return { hint: t('withoutBrowser') }
  if (browser === null) return { hint: `${t(`noBrowser.${engine}`)} ${t('noBrowserNext')}` }
  const { path, product } = browser
  return { hint: t('shownIn', { browser: product === null ? path : `${shortProduct(product)} (${path})` }) }
}
