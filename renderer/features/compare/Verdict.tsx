import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparisonResult } from '../../../archive/contract/results.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { changeOfLine } from './changes.ts'
import beside from './Beside.module.css'
import styles from './Verdict.module.css'
import { LineText } from './LineText.tsx'
import { type ComparisonView, headStop, type Stop, textStop } from './view.ts'

type Line = ComparisonResult['verdict'][number]
type Kind = Line['kind']

export interface VerdictProps {
  readonly view: ComparisonView
  readonly withNoise: boolean
  readonly onNoise: (shown: boolean) => void
  readonly current: string | null
  readonly onGo: (stop: Stop) => void
}

/** From so many lines on, kinds can be chosen. */
const FILTER_FROM = 4

/** What changed, line by line, most telling first. Each line leads to its place in the text. */
export function Verdict({ view, withNoise, onNoise, current, onGo }: VerdictProps) {
  const { t } = useTranslation('compare')
  const [kind, setKind] = useState<Kind | null>(null)
  const { from, to, comparison } = view.pair
  const { verdict, notice } = comparison
  const disclosed = new Set(notice?.discloses.map(index => verdict[index]))
  const telling = verdict.filter(line => line.kind !== 'noise')
  const noise = verdict.filter(line => line.kind === 'noise')
  const shown = kind === null ? telling : telling.filter(line => line.kind === kind)
  const lines = (some: readonly Line[]) => (
    <ol className={styles['lines']} onKeyDown={moveFocus}>
      {some.map((line, index) => (
        <VerdictLine
          key={index}
          line={line}
          stop={stopOf(line, view)}
          isDisclosed={disclosed.has(line)}
          current={current}
          onGo={onGo}
        />
      ))}
    </ol>
  )
  if (verdict.length === 0) return null
  return (
    <section className={styles['verdict']} aria-labelledby="compared-verdict">
      <h2 id="compared-verdict" className={telling.length > 0 ? beside['title'] : 'visually-hidden'}>
        {t('verdict')}
      </h2>
      {notice && telling.length > 0 && from.snapshot.sourceId === to.snapshot.sourceId && (
        <p className={beside['sum']}>{t(`notice.${notice.state}`)}</p>
      )}
      {telling.length >= FILTER_FROM && <Kinds lines={telling} chosen={kind} onChoose={setKind} />}
      {shown.length > 0 && lines(shown)}
      {noise.length > 0 && (
        <div className={styles['noise']}>
          <Disclosure title={t('noise', { count: noise.length })} isOpen={withNoise} onToggle={onNoise}>
            {lines(noise)}
          </Disclosure>
        </div>
      )}
    </section>
  )
}

/** Fields above the text that have a kind of their own in the verdict. */
const HEAD_FIELDS = ['headline', 'byline', 'outlet', 'published', 'modified'] as const

function stopOf(line: Line, view: ComparisonView): Stop | null {
  const name = line.kind === 'noise' ? line.rule.replace(/-typography$/, '') : line.kind
  const field = HEAD_FIELDS.find(each => each === name)
  if (field && view.head.some(item => item.field === field)) return headStop(field)
  const change = changeOfLine(line, view.changes)
  return change && textStop(change)
}

interface VerdictLineProps {
  readonly line: Line
  readonly stop: Stop | null
  /** A correction notice of the later version names it. */
  readonly isDisclosed: boolean
  readonly current: string | null
  readonly onGo: (stop: Stop) => void
}

function VerdictLine({ line, stop, isDisclosed, current, onGo }: VerdictLineProps) {
  const { t } = useTranslation('compare')
  const { t: word } = useTranslation('words')
  const content = (
    <>
      <span className={styles['kind']}>{word(`verdict.${line.kind}`)}</span>
      <LineText line={line} />
      {isDisclosed && <span className={styles['disclosed']}>{t('disclosed')}</span>}
      <span className={styles['rule']}>{t('rule', { rule: line.rule })}</span>
    </>
  )
  return (
    <li>
      {stop ? (
        <button
          type="button"
          className={styles['line']}
          aria-current={stop.id === current ? 'true' : undefined}
          onClick={() => onGo(stop)}
        >
          {content}
        </button>
      ) : (
        <div className={styles['line']}>{content}</div>
      )}
    </li>
  )
}

interface KindsProps {
  readonly lines: readonly Line[]
  readonly chosen: Kind | null
  readonly onChoose: (kind: Kind | null) => void
}

function Kinds({ lines, chosen, onChoose }: KindsProps) {
  const { t } = useTranslation('compare')
  const { t: word } = useTranslation('words')
  const kinds = Map.groupBy(lines, ({ kind }) => kind)
  if (kinds.size < 2) return null
  const chip = (kind: Kind | null, name: string, count: number) => (
    <button
      key={name}
      type="button"
      className={styles['chip']}
      aria-pressed={chosen === kind}
      onClick={() => onChoose(chosen === kind ? null : kind)}
    >
      {name} <span className={styles['count']}>{count}</span>
    </button>
  )
  return (
    <div className={styles['chips']} role="group" aria-label={t('filter')}>
      {chip(null, t('allKinds'), lines.length)}
      {[...kinds].map(([kind, some]) => chip(kind, word(`verdict.${kind}`), some.length))}
    </div>
  )
}

/** Up and down move along the lines. */
function moveFocus(event: KeyboardEvent<HTMLOListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const next = buttons[buttons.indexOf(document.activeElement as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
