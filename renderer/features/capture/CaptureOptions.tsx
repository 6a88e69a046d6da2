import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Profile } from '../../../archive/contract/profiles.ts'
import { type CaptureEngine, CAPTURE_ENGINES } from '../../../archive/contract/settings.ts'
import { PLACES } from '../../app/places.ts'
import { useFormat } from '../../i18n/format.ts'
import { Select } from '../../ui/Select.tsx'
import styles from './CaptureBar.module.css'

/** What is chosen for one capture alone. */
export interface ChosenOptions {
  /** Null: as the settings have it. */
  readonly engine: CaptureEngine | null
  /** Name of the signed-in profile; null: nobody's. */
  readonly profile: string | null
}

export const NOTHING_CHOSEN: ChosenOptions = { engine: null, profile: null }

const AS_SET = 'as-set'
/** A name cannot be empty. */
const NOBODY = ''

export interface CaptureOptionsProps {
  readonly id: string
  readonly chosen: ChosenOptions
  readonly onChange: (chosen: ChosenOptions) => void
  readonly profiles: readonly Profile[]
  /** The engine of the settings; undefined until they are known. */
  readonly engine: CaptureEngine | undefined
}

/** How the addresses in the bar are captured, this once. */
export function CaptureOptions({ id, chosen, onChange, profiles, engine }: CaptureOptionsProps) {
  const { t } = useTranslation(['capture', 'settings'])
  const format = useFormat()
  const profile = profiles.find(({ name }) => name === chosen.profile)
  const asSet = engine === undefined ? t('asSet') : t('asSetTo', { engine: t(`settings:engines.${engine}`) })
  return (
    <div id={id} className={styles['draft']} role="group" aria-label={t('options')}>
      <div className={styles['options']}>
        <Select
          labelled
          label={t('settings:engine')}
          choices={[
            { value: AS_SET, label: asSet },
            ...CAPTURE_ENGINES.map(value => ({ value, label: t(`settings:engines.${value}`) })),
          ]}
          // A signed-in page is shown in a browser or not at all.
          value={profile ? 'browser' : (chosen.engine ?? AS_SET)}
          isDisabled={profile !== undefined}
          onChange={value => onChange({ ...chosen, engine: value === AS_SET ? null : value })}
        />
        {profiles.length > 0 && (
          <Select
            labelled
            label={t('profile')}
            choices={[
              { value: NOBODY, label: t('noProfile') },
              ...profiles.map(({ name, hosts }) => ({ value: name, label: name, note: format.list(hosts) })),
            ]}
            value={profile?.name ?? NOBODY}
            onChange={name => onChange({ ...chosen, profile: name === NOBODY ? null : name })}
          />
        )}
      </div>
      <p className={styles['hint']} role="status">
        {profile ? (
          t('profileMeans')
        ) : profiles.length === 0 ? (
          <>
            {t('profileNone')} <Link href={PLACES.settings}>{t('profileAdd')}</Link>
          </>
        ) : null}
      </p>
    </div>
  )
}
