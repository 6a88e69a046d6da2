import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Screens } from '../../../../archive/contract/screens.ts'
import { useCommands } from '../../../app/commands/registry.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Steps } from '../Steps.tsx'
import { anchorsOf, otherHeight } from './follow.ts'
import { Screen } from './Screen.tsx'
import styles from './Screens.module.css'

type Compared = Screens & { readonly comparison: NonNullable<Screens['comparison']> }
type Side = 'from' | 'to'

export interface TwoScreensProps {
  readonly from: string
  readonly to: string
  readonly screens: Compared
}

/** Both screenshots beside each other. They scroll together, by what belongs together and not by height. */
export function TwoScreens({ from, to, screens }: TwoScreensProps) {
  const { t } = useTranslation('compare')
  const format = useFormat()
  const { changes, untold, share } = screens.comparison
  const anchors = useMemo(() => anchorsOf(screens), [screens])
  const panes = { from: useRef<HTMLDivElement>(null), to: useRef<HTMLDivElement>(null) }
  const [at, setAt] = useState(-1)
  // The pane that is scrolled by a person; the other one follows and must not answer.
  const leads = useRef<Side | null>(null)

  const scaleOf = (side: Side): number => (panes[side].current?.clientWidth ?? 1) / screens[side]!.width
  const follow = (side: Side) => {
    const [pane, other] = [panes[side].current, panes[side === 'from' ? 'to' : 'from'].current]
    if (!pane || !other || (leads.current !== null && leads.current !== side)) return
    const middle = (pane.scrollTop + pane.clientHeight / 2) / scaleOf(side)
    const there = otherHeight(anchors, side, middle) * scaleOf(side === 'from' ? 'to' : 'from')
    other.scrollTop = there - other.clientHeight / 2
  }
  const go = (next: number) => {
    const change = changes[next]
    if (!change) return
    setAt(next)
    const side = change.to ? 'to' : 'from'
    const pane = panes[side].current
    const rect = change[side]!
    if (!pane) return
    leads.current = side
    pane.scrollTop = (rect.y + rect.height / 2) * scaleOf(side) - pane.clientHeight / 2
    follow(side)
  }
  const hasNext = at < changes.length - 1
  const hasPrevious = at > 0
  useCommands([
    {
      id: 'compare.screens.next',
      label: t('next'),
      menu: 'go',
      keys: ['n', 'j'],
      enabled: hasNext,
      run: () => go(at + 1),
    },
    {
      id: 'compare.screens.previous',
      label: t('previous'),
      menu: 'go',
      keys: ['p', 'k'],
      enabled: hasPrevious,
      run: () => go(at - 1),
    },
  ])
  const of = format.number(changes.length)
  const current = changes[at]
  const told = current && t(`screens.${current.change}.${current.shows}`)
  return (
    <div className={styles['screens']}>
      <div className={styles['bar']}>
        <p className={styles['sum']}>
          {changes.length === 0 ? t('screens.same') : t('screens.share', { share: format.percent(share) })}
          {untold > 0 && ` ${t('screens.untold', { count: untold, number: format.number(untold) })}`}
        </p>
        {changes.length > 0 && (
          <Steps hasPrevious={hasPrevious} hasNext={hasNext} onStep={step => go(at + step)}>
            <span role="status" className={styles['at']}>
              {told
                ? `${t('at', { at: format.number(at + 1), of })} · ${told}`
                : t('changes', { count: changes.length })}
            </span>
          </Steps>
        )}
      </div>
      <div className={styles['panes']}>
        {(['from', 'to'] as const).map(side => (
          <Screen
            key={side}
            ref={panes[side]}
            side={side}
            snapshotId={side === 'from' ? from : to}
            screen={screens[side]!}
            changes={changes}
            current={at}
            onChoose={go}
            onLead={() => (leads.current = side)}
            onScroll={() => follow(side)}
          />
        ))}
      </div>
    </div>
  )
}
