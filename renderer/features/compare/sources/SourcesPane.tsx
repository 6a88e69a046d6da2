import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pair } from '../../../../archive/contract/source.ts'
import type { SourcesComparison } from '../../../../archive/contract/two-sources.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import beside from '../Beside.module.css'
import { aboutWords, useSourceNames } from './names.ts'
import styles from './SourcesPane.module.css'

export interface SourcesPaneProps {
  readonly pair: Pair
  readonly sources: SourcesComparison
  readonly current: string | null
  /** Shows a mark in both texts. */
  readonly onGo: (id: string) => void
  /** Shows a place in one text. */
  readonly onPlace: (side: 'from' | 'to', start: number) => void
}

/** Passages of one text alone that are listed. */
const LISTED = 8

/** What two sources share, where they differ, and what one has alone. */
export function SourcesPane({ pair, sources, current, onGo, onPlace }: SourcesPaneProps) {
  const { t } = useTranslation('compare')
  const format = useFormat()
  const { passages, figures, quotations, agreed, share, only } = sources
  const names = useSourceNames(pair)
  const both = (from: ReactNode, to: ReactNode) => (
    <>
      <Side name={names.from}>{from}</Side>
      <Side name={names.to}>{to}</Side>
    </>
  )
  const line = (id: string, kind: ReactNode, content: ReactNode) => (
    <li key={id}>
      <button
        type="button"
        className={styles['line']}
        aria-current={id === current ? 'true' : undefined}
        onClick={() => onGo(id)}
      >
        {kind && <span className={styles['kind']}>{kind}</span>}
        {content}
      </button>
    </li>
  )
  return (
    <section className={styles['pane']} aria-labelledby="compared-sources">
      <h2 id="compared-sources" className={beside['title']}>
        {t('sources.title')}
      </h2>
      <p className={beside['sum']}>
        {passages.length === 0
          ? t('sources.noneShared')
          : t('sources.shared', {
              count: passages.length,
              from: names.from,
              to: names.to,
              fromShare: format.percent(share.from),
              toShare: format.percent(share.to),
            })}
      </p>
      <List title={t('sources.figures')}>
        {figures.map(({ about, from, to }, at) =>
          line(`figure-${at}`, <bdi>{aboutWords(about, t)}</bdi>, both(<b>{from.text}</b>, <b>{to.text}</b>)),
        )}
      </List>
      <List title={t('sources.quotations')}>
        {quotations.map((pairOf, at) => {
          const { relation, from, to, otherSpeaker } = pairOf
          const kind = otherSpeaker
            ? t('sources.otherSpeaker', { from: from.speaker ?? '', to: to.speaker ?? '' })
            : t(`sources.relation.${relation}`)
          const words = relation === 'same' ? <bdi>{from.text}</bdi> : both(from.text, to.text)
          // The same words in both are a passage as well, or too short for one: there is no mark of their own.
          return relation === 'same' ? (
            <li key={at} className={styles['line']}>
              <span className={styles['kind']}>{kind}</span>
              {words}
            </li>
          ) : (
            line(`quotation-${at}`, kind, words)
          )
        })}
      </List>
      <List title={t('sources.passages')}>
        {passages.map(({ words, share: same, quoted, from }, at) =>
          line(
            `passage-${at}`,
            [
              t('sources.words', { count: words }),
              t(same === 1 ? 'sources.verbatim' : 'sources.nearly'),
              ...(quoted ? [t('sources.quoted')] : []),
            ].join(' · '),
            <bdi className={styles['words']}>{from.text}</bdi>,
          ),
        )}
      </List>
      <List title={t('sources.agreed')}>
        {agreed.map(({ about, from }, at) =>
          line(`agreed-${at}`, <bdi>{aboutWords(about, t)}</bdi>, <bdi>{from.text}</bdi>),
        )}
      </List>
      {(['from', 'to'] as const).map(side => (
        <Alone key={side} side={side} name={names[side]} only={only[side]} onPlace={onPlace} />
      ))}
    </section>
  )
}

function Side({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <span className={styles['side']}>
      <bdi className={styles['name']}>{name}</bdi> <bdi className={styles['words']}>{children}</bdi>
    </span>
  )
}

function List({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  const id = useId()
  if (children.length === 0) return null
  return (
    <section aria-labelledby={id} className={styles['list']}>
      <h3 id={id}>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

interface AloneProps {
  readonly side: 'from' | 'to'
  readonly name: string
  readonly only: SourcesComparison['only']['from']
  readonly onPlace: SourcesPaneProps['onPlace']
}

function Alone({ side, name, only, onPlace }: AloneProps) {
  const { t } = useTranslation('compare')
  const [isOpen, setOpen] = useState(false)
  const { passages, names } = only
  if (passages.length + names.length === 0) return null
  const place = (range: readonly [number, number], content: ReactNode) => (
    <button type="button" className={styles['line']} onClick={() => onPlace(side, range[0])}>
      {content}
    </button>
  )
  return (
    <div className={styles['list']}>
      <Disclosure title={t('sources.only', { name })} isOpen={isOpen} onToggle={setOpen}>
        {names.length > 0 && (
          <p className={styles['names']}>
            {t('sources.names')}{' '}
            {names.map(({ text, range }, at) => (
              <span key={at}>
                {at > 0 && ', '}
                <button type="button" className={styles['link']} onClick={() => onPlace(side, range[0])}>
                  <bdi>{text}</bdi>
                </button>
              </span>
            ))}
          </p>
        )}
        <ul>
          {passages.slice(0, LISTED).map(({ range, text, words }, at) => (
            <li key={at}>
              {place(
                range,
                <>
                  <span className={styles['kind']}>{t('sources.words', { count: words })}</span>
                  <bdi className={styles['words']}>{text}</bdi>
                </>,
              )}
            </li>
          ))}
        </ul>
        {passages.length > LISTED && (
          <p className={styles['names']}>{t('sources.more', { count: passages.length - LISTED })}</p>
        )}
      </Disclosure>
    </div>
  )
}
