import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../archive/contract/settings.ts'
import { LANGUAGES, systemLanguage } from '../../i18n/index.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import { Part, Row } from './Row.tsx'
import type { Change } from './use-settings.ts'

export interface SettingsPartProps {
  readonly settings: Settings
  readonly change: Change
  readonly readOnly: boolean
}

/** Language, theme and contrast. */
export function LookPart({ settings, change, readOnly }: SettingsPartProps) {
  const { t } = useTranslation('settings')
  const languages = Object.entries(LANGUAGES) as [keyof typeof LANGUAGES, string][]
  return (
    <Part id="look" title={t('look')}>
      <Row title={t('language')}>
        <Select
          label={t('language')}
          choices={[
            { value: 'system', label: t('languageSystem', { language: LANGUAGES[systemLanguage()] }) },
            // Each in its own name: somebody lost in a foreign language finds the way back.
            ...languages.map(([value, label]) => ({ value, label })),
          ]}
          value={settings.language}
          onChange={(language: Settings['language']) => change({ language })}
          isDisabled={readOnly}
        />
      </Row>
      <Row title={t('theme')}>
        <Segmented
          label={t('theme')}
          choices={(['system', 'light', 'dark'] as const).map(value => ({
            value,
            label: t(`themes.${value}`),
          }))}
          value={settings.theme}
          onChange={theme => change({ theme })}
          isDisabled={readOnly}
        />
      </Row>
      <Row title={t('contrast')}>
        <Segmented
          label={t('contrast')}
          choices={(['system', 'normal', 'more'] as const).map(value => ({
            value,
            label: t(`contrasts.${value}`),
          }))}
          value={settings.contrast}
          onChange={contrast => change({ contrast })}
          isDisabled={readOnly}
        />
      </Row>
    </Part>
  )
}
