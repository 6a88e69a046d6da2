import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryVersion, SourceHistory } from '../../../archive/contract/history.ts'
import type { SnapshotRow, SourceView } from '../../../archive/contract/source.ts'
import { useCommands } from '../../app/commands/registry.ts'
import { stet } from '../../client/calls.ts'
import { useFormat } from '../../i18n/format.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Chosen } from '../source/chosen.ts'
import { Pending } from '../source/Pending.tsx'
import { useWidth } from '../source/timeline/use-width.ts'
import { Chain } from './Chain.tsx'
import styles from './HistoryView.module.css'
import { Lists } from './Lists.tsx'
import { Scrubber } from './Scrubber.tsx'
import { Step } from './Step.tsx'
import { ageAt } from './threads.ts'
import { VersionText } from './VersionText.tsx'

export interface HistoryViewProps {
  readonly view: SourceView
  readonly chosen: Chosen
  readonly shown: SnapshotRow
}

/** A source through its versions: the text of one with marks of age, and what became of figures and quotations. */
export function HistoryView({ view, chosen, shown }: HistoryViewProps) {
  const { t } = useTranslation('history')
  const { sourceId } = view.source
  const query = useQuery(stet.source.history.queryOptions({ input: { sourceId } }))
  return (
    <Pending query={query}>
      {history => {
        const at = history.versions.findIndex(({ version }) => version === shown.version)
        if (history.versions.length === 0) {
          return (
            <EmptyState title={t('unreadableTitle')}>
              <p>{t('unreadable', { versions: history.unreadable.join(', ') })}</p>
            </EmptyState>
          )
        }
        return (
          <Told
            history={history}
            at={at < 0 ? history.versions.length - 1 : at}
            isMissing={at < 0}
            chosen={chosen}
          />
        )
      }}
    </Pending>
  )
}

/** From this width on, in CSS pixels, what changed stands beside the text; as in the style sheet. */
const WIDE = 960

interface ToldProps {
  readonly history: SourceHistory
  /** Index of the shown version. */
  readonly at: number
  /** The version the address names is not among those told. */
  readonly isMissing: boolean
  readonly chosen: Chosen
}

function Told({ history, at, isMissing, chosen }: ToldProps) {
  const { t } = useTranslation(['history', 'words'])
  const format = useFormat()
  const [thread, setThread] = useState<number | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const isWide = useWidth(root) >= WIDE
  const { versions, threads, omitted, unreadable } = history
  const shown = versions[at]!
  const idOf = (version: number) => versions.find(each => each.version === version)?.snapshotId
  const go = (index: number) => {
    const next = versions[index]
    if (next) chosen.goVersion(next.snapshotId)
  }
  const goVersion = (version: number) => go(versions.findIndex(each => each.version === version))
  const compare = (from: number, to: number, place: string | null) => {
    const [before, after] = [idOf(from), idOf(to)]
    if (before && after) chosen.compare(before, after, place ?? undefined)
  }
  /** Asked again, it is put away. */
  const ask = (id: number) => setThread(id === thread ? null : id)
  const marked = changesIn(history, shown)
  const step = (by: 1 | -1) => {
    const place = marked.indexOf(thread === null ? -1 : (threads[thread]?.sentence ?? thread))
    const next = place < 0 ? (by > 0 ? 0 : marked.length - 1) : place + by
    setThread(marked[Math.max(0, Math.min(marked.length - 1, next))] ?? null)
  }
  useCommands([
    {
      id: 'source.previous',
      label: t('previous'),
      menu: 'go',
      keys: ['['],
      enabled: at > 0,
      run: () => go(at - 1),
    },
    {
      id: 'source.next',
      label: t('next'),
      menu: 'go',
      keys: [']'],
      enabled: at < versions.length - 1,
      run: () => go(at + 1),
    },
    {
      id: 'history.nextChange',
      label: t('nextChange'),
      menu: 'go',
      keys: ['n', 'j'],
      enabled: marked.length > 0,
      run: () => step(1),
    },
    {
      id: 'history.previousChange',
      label: t('previousChange'),
      menu: 'go',
      keys: ['p', 'k'],
      enabled: marked.length > 0,
      run: () => step(-1),
    },
  ])
  const chains = { history, version: shown.version, onVersion: goVersion, onCompare: compare }
  const asked = thread === null ? null : (threads[thread] ?? null)
  const card = asked && (
    <section aria-labelledby="history-asked" className={styles['part']}>
      <h3 id="history-asked">{t(asked.kind === 'sentence' ? 'thisSentence' : 'thisItem')}</h3>
      <Chain thread={asked} {...chains} />
    </section>
  )
  return (
    <div ref={root} className={styles['history']}>
      <div className={styles['top']}>
        <Scrubber versions={versions} at={at} onGo={go} />
        <p className={styles['now']} role="status">
          <strong>{t('words:version', { version: shown.version })}</strong>{' '}
          <span>
            {t(shown.seenUntil === shown.capturedAt ? 'captured' : 'stood', {
              from: format.time(shown.capturedAt),
              until: format.time(shown.seenUntil),
            })}
          </span>
        </p>
        {isMissing && <p className={styles['note']}>{t('notTold')}</p>}
        {omitted > 0 && <p className={styles['note']}>{t('omitted', { count: omitted })}</p>}
        {unreadable.length > 0 && (
          <p className={styles['note']}>{t('unreadable', { versions: unreadable.join(', ') })}</p>
        )}
      </div>
      <div className={styles['columns']}>
        <section className={styles['paper']} aria-labelledby="history-text">
          <h2 id="history-text" className="visually-hidden">
            {t('text')}
          </h2>
          {versions.length > 1 && <Legend />}
          <VersionText history={history} shown={shown} chosen={thread} onChoose={ask} />
          {!isWide && card && <div className={styles['sheet']}>{card}</div>}
        </section>
        <aside className={styles['aside']} aria-label={t('aside')}>
          {isWide && card}
          {versions.length === 1 ? (
            <p className={styles['note']}>{t('oneVersion')}</p>
          ) : (
            <section aria-labelledby="history-step" className={styles['part']}>
              <h3 id="history-step">{t('inThis')}</h3>
              <Step shown={shown} onCompare={compare} />
            </section>
          )}
          <Lists chosen={thread} onChoose={ask} {...chains} />
        </aside>
      </div>
    </div>
  )
}

/** Sentences that the shown version brought, changed or moved, in reading order. */
function changesIn({ threads }: SourceHistory, { sentences, version }: HistoryVersion): number[] {
  return sentences
    .map(({ thread }) => thread)
    .filter(id => !['old', 'earlier'].includes(ageAt(threads[id]!, version)))
}

const LEGEND = ['new', 'back', 'changed', 'moved', 'earlier'] as const

function Legend() {
  const { t } = useTranslation('history')
  return (
    <ul className={styles['legend']} aria-label={t('legend')}>
      {LEGEND.map(age => (
        <li key={age} data-age={age}>
          {t(`age.${age}`)}
        </li>
      ))}
    </ul>
  )
}
