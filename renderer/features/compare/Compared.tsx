import { useCallback, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Pair } from '../../../archive/contract/source.ts'
import styles from './Compared.module.css'
import { InColumn } from './InColumn.tsx'
import { goTo } from './go-to.ts'
import { rememberedMode, rememberMode, type Mode } from './mode.ts'
import { Screens } from './screens/Screens.tsx'
import { SideBySide } from './SideBySide.tsx'
import { Sides } from './Sides.tsx'
import { Summary } from './Summary.tsx'
import { TextProvider } from './text-context.ts'
import { Toolbar } from './Toolbar.tsx'
import { usePrintedInline } from './print.ts'
import { Verdict } from './Verdict.tsx'
import { type Stop, stopsOf, viewOf } from './view.ts'

export interface ComparedProps {
  readonly pair: Pair
  readonly onChoose: (from: string, to: string) => void
}

/** A comparison that is there: both sides, the verdict, and the text with a way from change to change. */
export function Compared({ pair, onChoose }: ComparedProps) {
  const view = useMemo(() => viewOf(pair), [pair])
  const [mode, setMode] = useState(rememberedMode)
  const beforeScreens = useRef(mode)
  const [withNoise, setWithNoise] = useState(false)
  const [current, setCurrent] = useState<string | null>(null)
  const text = useRef<HTMLDivElement>(null)
  const printing = usePrintedInline()
  const stops = useMemo(() => stopsOf(view, withNoise), [view, withNoise])

  const choose = (chosen: Mode) => {
    if (chosen !== 'screens') {
      rememberMode(chosen)
      beforeScreens.current = chosen
    }
    setMode(chosen)
  }
  const goToStop = (stop: Stop, focus: boolean) => {
    // A place in the words is shown in the words.
    flushSync(() => {
      setCurrent(stop.id)
      if (mode === 'screens') setMode(beforeScreens.current)
    })
    goTo(text.current, stop, focus)
  }
  const onJump = useCallback((entry: number, place: 'from' | 'to') => {
    const target = text.current?.querySelector(`[data-entry="${entry}"][data-side="${place}"]`)
    target?.scrollIntoView({ block: 'center' })
    target?.parentElement?.querySelector('button')?.focus({ preventScroll: true })
  }, [])
  const context = useMemo(() => ({ view, onJump }), [view, onJump])
  const hasNoise = pair.comparison.verdict.some(({ kind }) => kind === 'noise')
  const at = stops.findIndex(({ id }) => id === current)
  const shown = printing ? 'inline' : mode

  return (
    <TextProvider value={context}>
      <Sides pair={pair} onChoose={onChoose} />
      <Summary comparison={pair.comparison} />
      <div className={styles['body']}>
        <Verdict
          view={view}
          withNoise={withNoise || printing}
          onNoise={setWithNoise}
          current={current}
          onGo={stop => goToStop(stop, true)}
        />
        <section className={styles['text']} aria-labelledby="compared-text">
          <Toolbar
            view={view}
            mode={mode}
            onMode={choose}
            stops={shown === 'screens' ? [] : stops}
            at={at}
            onGo={stop => goToStop(stop, false)}
            onSwap={() => onChoose(pair.comparison.to, pair.comparison.from)}
            onNoise={hasNoise ? () => setWithNoise(!withNoise) : null}
          />
          <div ref={text} className={styles['paper']}>
            {shown === 'screens' ? (
              <Screens from={pair.comparison.from} to={pair.comparison.to} />
            ) : shown === 'side' ? (
              <SideBySide current={current} />
            ) : (
              <InColumn current={current} changesOnly={shown === 'changes'} />
            )}
          </div>
        </section>
      </div>
    </TextProvider>
  )
}
