import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useSearchParams } from 'wouter'
import type { Pair } from '../../../archive/contract/source.ts'
import { useLookedAt } from '../history/use-seen.ts'
import styles from './Compared.module.css'
import { InColumn } from './InColumn.tsx'
import { goTo } from './go-to.ts'
import { MODES, MODES_OF_ONE, rememberedMode, rememberMode, type Mode } from './mode.ts'
import { findPlace } from './place.ts'
import { Screens } from './screens/Screens.tsx'
import { SideBySide } from './SideBySide.tsx'
import { Sides } from './Sides.tsx'
import { SharedTexts } from './sources/SharedTexts.tsx'
import { SourcesPane } from './sources/SourcesPane.tsx'
import { useMarks } from './sources/use-marks.ts'
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

/** Ways of showing that have no changes to go through. */
const WITHOUT_STOPS: ReadonlySet<Mode> = new Set(['screens', 'shared'])

/** A comparison that is there: both sides, the verdict, and the text with a way from change to change. */
export function Compared({ pair, onChoose }: ComparedProps) {
  const view = useMemo(() => viewOf(pair), [pair])
  const { sources } = pair.comparison
  const [search] = useSearchParams()
  const place = search.get('at')
  // Of two sources, what they share is asked first; of a place in the words, the words.
  const [mode, setMode] = useState<Mode>(() => (sources && place === null ? 'shared' : rememberedMode()))
  const inWords = useRef<Mode>(mode === 'shared' ? rememberedMode() : mode)
  const [withNoise, setWithNoise] = useState(false)
  const [current, setCurrent] = useState<string | null>(null)
  const text = useRef<HTMLDivElement>(null)
  const { mark, ...marks } = useMarks(text)
  const printing = usePrintedInline()
  useLookedAt(pair.from.snapshot)
  useLookedAt(pair.to.snapshot)
  const stops = useMemo(() => stopsOf(view, withNoise), [view, withNoise])

  const choose = (chosen: Mode) => {
    if (!WITHOUT_STOPS.has(chosen)) {
      rememberMode(chosen)
      inWords.current = chosen
    }
    setMode(chosen)
  }
  const goToStop = (stop: Stop, focus: boolean) => {
    // A place in the words is shown in the words.
    flushSync(() => {
      setCurrent(stop.id)
      if (WITHOUT_STOPS.has(mode)) setMode(inWords.current)
    })
    goTo(text.current, stop, focus)
  }
  // What two sources share is told beside every view and shown in its own.
  const inShared = (go: () => void) => {
    flushSync(() => setMode('shared'))
    go()
  }
  useEffect(() => {
    const found = place === null ? null : findPlace(place, view)
    if (!found) return
    if ('stop' in found) {
      setCurrent(found.stop.id)
      goTo(text.current, found.stop, true)
    } else text.current?.querySelector(`[data-row="${found.row}"]`)?.scrollIntoView({ block: 'center' })
  }, [place, view])
  const onJump = useCallback((entry: number, side: 'from' | 'to') => {
    const target = text.current?.querySelector(`[data-entry="${entry}"][data-side="${side}"]`)
    target?.scrollIntoView({ block: 'center' })
    target?.parentElement?.querySelector('button')?.focus({ preventScroll: true })
  }, [])
  const context = useMemo(() => ({ view, onJump }), [view, onJump])
  const hasNoise = pair.comparison.verdict.some(({ kind }) => kind === 'noise')
  const at = stops.findIndex(({ id }) => id === current)
  const shown = printing && mode !== 'shared' ? 'inline' : mode

  return (
    <TextProvider value={context}>
      <Sides pair={pair} onChoose={onChoose} />
      {/* Words added to another outlet's text would say nothing. */}
      {!sources && <Summary comparison={pair.comparison} />}
      <div className={styles['body']}>
        {sources ? (
          <SourcesPane
            pair={pair}
            sources={sources}
            current={mark}
            onGo={id => inShared(() => marks.goToMark(id))}
            onPlace={(side, start) => inShared(() => marks.goToPlace(side, start))}
          />
        ) : (
          <Verdict
            view={view}
            withNoise={withNoise || printing}
            onNoise={setWithNoise}
            current={current}
            onGo={stop => goToStop(stop, true)}
          />
        )}
        <section className={styles['text']} aria-labelledby="compared-text">
          <Toolbar
            view={view}
            mode={mode}
            modes={sources ? MODES : MODES_OF_ONE}
            onMode={choose}
            stops={WITHOUT_STOPS.has(shown) ? [] : stops}
            at={at}
            onGo={stop => goToStop(stop, false)}
            onSwap={() => onChoose(pair.comparison.to, pair.comparison.from)}
            onNoise={hasNoise ? () => setWithNoise(!withNoise) : null}
          />
          <div ref={text} className={styles['paper']}>
            {shown === 'screens' ? (
              <Screens from={pair.comparison.from} to={pair.comparison.to} />
            ) : sources && shown === 'shared' ? (
              <SharedTexts pair={pair} sources={sources} current={mark} onChoose={marks.chooseMark} />
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
