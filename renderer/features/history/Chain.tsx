import { useTranslation } from 'react-i18next'
import type { SourceHistory, Thread } from '../../../archive/contract/history.ts'
import { useFormat } from '../../i18n/format.ts'
import styles from './Chain.module.css'
import { stateAt, versionAfter, versionBefore } from './threads.ts'

export interface ChainProps {
  readonly history: SourceHistory
  readonly thread: Thread
  /** Number of the shown version. */
  readonly version: number
  readonly onVersion: (version: number) => void
  /** Shows the place of a change in Compare: what the version before said, and what this one says. */
  readonly onCompare: (from: number, to: number, place: string | null) => void
}

/** Everything a thread said, oldest first, with the version it came in and the way to each. */
export function Chain({ history, thread, version, onVersion, onCompare }: ChainProps) {
  const { t } = useTranslation(['history', 'words'])
  const format = useFormat()
  const shown = stateAt(thread, version)
  const time = (number: number): string => {
    const found = history.versions.find(each => each.version === number)
    return found ? format.time(found.capturedAt) : ''
  }
  const gone = thread.end === null ? null : versionAfter(history, thread.states.at(-1)!.to)
  const step = (to: number, place: string | null) => {
    const before = versionBefore(history, to)
    return (
      before && (
        <button type="button" className={styles['link']} onClick={() => onCompare(before.version, to, place)}>
          {t('compare')}
        </button>
      )
    )
  }
  const absence = (at: number) => {
    const before = thread.states[at - 1]
    const after = before && versionAfter(history, before.to)
    if (!after || thread.states[at]!.begin !== 'returned') return null
    return (
      <li key={`gone ${at}`} className={styles['state']}>
        <span className={styles['when']}>
          {t('goneIn', { version: after.version, time: time(after.version) })} {step(after.version, null)}
        </span>
      </li>
    )
  }
  return (
    <ol className={styles['chain']}>
      {thread.states.flatMap((state, at) => [
        absence(at),
        <li key={at} className={styles['state']} aria-current={state === shown ? 'true' : undefined}>
          <bdi className={styles['words']}>{state.text}</bdi>
          {state.post !== null && state.post !== 'live' && state.post !== 'unknown' && (
            <span className={styles['note']}>{t(`words:postState.${state.post}`)}</span>
          )}
          {state.begin === 'noise' && <span className={styles['note']}>{t('onlyNoise')}</span>}
          <span className={styles['when']}>
            <button type="button" className={styles['link']} onClick={() => onVersion(state.from)}>
              {t('words:version', { version: state.from })}
            </button>{' '}
            <span>{time(state.from)}</span>{' '}
            {state.begin !== 'first' && step(state.from, state.range && `to:${state.range.join('-')}`)}
          </span>
        </li>,
      ])}
      {gone && (
        <li className={styles['state']}>
          <span className={styles['when']}>
            {t(thread.end === 'merged' ? 'mergedIn' : 'goneIn', {
              version: gone.version,
              time: time(gone.version),
            })}{' '}
            {step(gone.version, null)}
          </span>
        </li>
      )}
    </ol>
  )
}
