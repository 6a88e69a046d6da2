import { Fragment, type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryVersion, SourceHistory } from '../../../archive/contract/history.ts'
import { gapBefore, textBlocks } from './text.ts'
import { type Age, ageAt, stateAt } from './threads.ts'
import { withoutQuoteSigns } from '../../ui/quote-signs.ts'
import styles from './VersionText.module.css'

export interface VersionTextProps {
  readonly history: SourceHistory
  readonly shown: HistoryVersion
  /** Thread whose history is told beside the text. */
  readonly chosen: number | null
  readonly onChoose: (thread: number) => void
}

/** The text of a version; what came or changed in it, or since the first one, is marked and can be asked about. */
export function VersionText({ history, shown, chosen, onChoose }: VersionTextProps) {
  const { t } = useTranslation('history')
  const root = useRef<HTMLDivElement>(null)
  const blocks = useMemo(() => textBlocks(shown), [shown])
  const { version } = shown
  const chosenSentence = chosen === null ? null : (history.threads[chosen]?.sentence ?? chosen)
  const marked = shown.sentences.filter(({ thread }) => ageAt(history.threads[thread]!, version) !== 'old')
  const reachable = marked.find(({ thread }) => thread === chosenSentence)?.thread ?? marked[0]?.thread

  useEffect(() => {
    if (chosenSentence === null) return
    root.current?.querySelector(`[data-thread="${chosenSentence}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosenSentence, version])

  function keyDown(event: KeyboardEvent<HTMLElement>, thread: number): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onChoose(thread)
      return
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[role="button"]') ?? [])]
    const next = all[all.indexOf(event.currentTarget) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const sentence = (thread: number, kind: string) => {
    const text = withoutQuoteSigns(kind, stateAt(history.threads[thread]!, version)?.text ?? '')
    const age: Age = ageAt(history.threads[thread]!, version)
    if (age === 'old') return <span data-thread={thread}>{text}</span>
    return (
      <span
        role="button"
        tabIndex={thread === reachable ? 0 : -1}
        className={styles['marked']}
        data-thread={thread}
        data-age={age}
        aria-pressed={thread === chosenSentence}
        onClick={() => onChoose(thread)}
        onKeyDown={event => keyDown(event, thread)}
      >
        <span className="visually-hidden">{t(`age.${age}`)}: </span>
        {text}
      </span>
    )
  }
  return (
    <div ref={root} className={styles['text']} dir={shown.dir} lang={shown.language ?? undefined}>
      <p className={styles['headline']}>{shown.title}</p>
      {blocks.length === 0 && <p className={styles['none']}>{t('noWords')}</p>}
      {blocks.map(({ kind, role, lines }, index) => (
        <p key={index} className={styles['block']} data-kind={kind} data-role={role ?? undefined}>
          {lines.map((line, at) => (
            <Fragment key={at}>
              {at > 0 && <br />}
              {line.map((each, place) => (
                <Fragment key={`${each.thread} ${place}`}>
                  {gapBefore(line[place - 1], each)}
                  {sentence(each.thread, kind)}
                </Fragment>
              ))}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  )
}
