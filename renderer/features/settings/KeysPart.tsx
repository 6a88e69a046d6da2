import { useTranslation } from 'react-i18next'
import { useAllCommands } from '../../app/commands/registry.ts'
import { Keys } from '../../ui/Keys.tsx'
import { keyCaps } from '../../app/commands/keys.ts'
import { Part } from './Row.tsx'
import { SCREEN_KEYS } from './screen-keys.ts'
import styles from './Settings.module.css'

/** Every command that has a key. */
export function KeysPart() {
  const { t } = useTranslation('settings')
  const everywhere = useAllCommands().flatMap(({ id, label, keys }) =>
    keys && keys.length > 0 ? [{ id, label, keys }] : [],
  )
  return (
    <Part id="keys" title={t('keys')}>
      <KeyList title={t('keysIn.everywhere')} entries={everywhere} />
      {SCREEN_KEYS.map(({ screen, keys }) => (
        <KeyList
          key={screen}
          title={t(`keysIn.${screen}`)}
          entries={keys.map(({ what, keys: strokes }) => ({
            id: what,
            label: t(`key.${what}`),
            keys: strokes,
          }))}
        />
      ))}
    </Part>
  )
}

interface KeyListProps {
  readonly title: string
  readonly entries: readonly {
    readonly id: string
    readonly label: string
    readonly keys: readonly string[]
  }[]
}

function KeyList({ title, entries }: KeyListProps) {
  return (
    <div className={styles['keys']}>
      <h3>{title}</h3>
      <dl>
        {entries.map(({ id, label, keys }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              {keys.map(stroke => (
                <span key={stroke}>
                  <Keys keys={stroke} />
                  <span className="visually-hidden">{keyCaps(stroke).join(' ')}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
