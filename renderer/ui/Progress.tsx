import { ProgressBar } from 'react-aria-components'
import styles from './Progress.module.css'

/** A thin bar; without a share it only says that something goes on. `label` is for those who do not see it. */
export function Progress({ label, share }: { readonly label: string; readonly share: number | null }) {
  return (
    <ProgressBar
      className={styles['bar']}
      aria-label={label}
      value={share === null ? 0 : share * 100}
      isIndeterminate={share === null}
    >
      <progress
        className={styles['fill']}
        aria-hidden="true"
        max={1}
        {...(share === null ? {} : { value: share })}
      />
    </ProgressBar>
  )
}
