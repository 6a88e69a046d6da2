import { keyCaps } from '../app/commands/keys.ts'
import styles from './Keys.module.css'

/** A key or a sequence of keys, as caps. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={styles['keys']} aria-hidden="true">
      {keyCaps(keys).map((cap, index) => (
        <kbd key={index} className={styles['cap']}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
