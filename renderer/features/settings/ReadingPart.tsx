import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../archive/contract/settings.ts'
import { useFormat } from '../../i18n/format.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import type { SettingsPartProps } from './LookPart.tsx'
import { READING_RANGES } from './limits.ts'
import { Part, Row } from './Row.tsx'
import styles from './Settings.module.css'

type Reading = Settings['reading']

/** How articles are set, with a piece of one that follows at once. */
export function ReadingPart({ settings, change, readOnly }: SettingsPartProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [reading, setReading] = useState<Reading>(settings.reading)
  useEffect(() => setReading(settings.reading), [settings.reading])
  const keep = (next: Reading) => {
    const isChanged = (Object.keys(next) as (keyof Reading)[]).some(
      name => next[name] !== settings.reading[name],
    )
    if (isChanged) change({ reading: next })
  }
  const slider = (name: keyof typeof READING_RANGES) => {
    const shown = t(`${name}Value`, { value: format.number(reading[name]) })
    return (
      <Row key={name} title={t(name)}>
        <span className={styles['slider']}>
          <input
            type="range"
            {...READING_RANGES[name]}
            aria-label={t(name)}
            aria-valuetext={shown}
            disabled={readOnly}
            value={reading[name]}
            onChange={event => setReading({ ...reading, [name]: Number(event.target.value) })}
            onPointerUp={() => keep(reading)}
            onKeyUp={() => keep(reading)}
            onBlur={() => keep(reading)}
          />
          <output>{shown}</output>
        </span>
      </Row>
    )
  }
  return (
    <Part id="reading" title={t('reading')}>
      <Row title={t('face')}>
        <Segmented
          label={t('face')}
          choices={(['serif', 'sans'] as const).map(value => ({ value, label: t(`faces.${value}`) }))}
          value={reading.face}
          onChange={face => keep({ ...reading, face })}
          isDisabled={readOnly}
        />
      </Row>
      {slider('size')}
      {slider('measure')}
      {slider('leading')}
      <figure className={styles['preview']}>
        <figcaption className="visually-hidden">{t('preview')}</figcaption>
        <p
          style={{
            fontFamily: `var(--${reading.face})`,
            fontSize: reading.size,
            lineHeight: reading.leading,
            maxWidth: `${reading.measure}ch`,
          }}
        >
          {t('previewText')}
        </p>
      </figure>
    </Part>
  )
}
