import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pair } from '../../../../archive/contract/source.ts'
import type { SourcesComparison } from '../../../../archive/contract/two-sources.ts'
import { withoutQuoteSigns } from '../../../ui/quote-signs.ts'
import blocks from '../BlockText.module.css'
import { type Mark, markedPieces, marksOf, type Side } from './marks.ts'
import { useSourceNames } from './names.ts'
import styles from './SharedTexts.module.css'

export interface SharedTextsProps {
  readonly pair: Pair
  readonly sources: SourcesComparison
  /** Id of the mark that is told beside the texts. */
  readonly current: string | null
  /** A mark was chosen in one text: the other shows its place. */
  readonly onChoose: (id: string, side: Side) => void
}

/** Both texts in columns of their own, with what ties them together marked in each. */
export function SharedTexts({ pair, sources, current, onChoose }: SharedTextsProps) {
  const names = useSourceNames(pair)
  return (
    <div className={styles['columns']}>
      {(['from', 'to'] as const).map(side => (
        <Column key={side} side={side} name={names[side]} {...{ pair, sources, current, onChoose }} />
      ))}
    </div>
  )
}

interface ColumnProps extends SharedTextsProps {
  readonly side: Side
  readonly name: string
}

function Column({ pair, sources, current, onChoose, side, name }: ColumnProps) {
  const { t } = useTranslation('compare')
  const marks = useMemo(() => marksOf(sources, side), [sources, side])
  const { text, dir, language, snapshot } = pair[side]
  return (
    <section
      className={styles['column']}
      data-side={side}
      tabIndex={0}
      aria-label={t('sources.textOf', { name })}
      dir={dir}
      lang={language ?? undefined}
    >
      <h3 className={styles['headline']}>{snapshot.title}</h3>
      {pair[side].blocks.map(({ kind, role, range }, index) =>
        range[1] > range[0] ? (
          <p
            key={index}
            data-start={range[0]}
            className={blocks['block']}
            data-kind={kind}
            data-role={role ?? undefined}
          >
            {markedPieces(text, range, marks).map((piece, at) => {
              const shown = { ...piece, text: withoutQuoteSigns(kind, piece.text) }
              return piece.marks.length === 0 ? (
                shown.text
              ) : (
                <MarkedWords key={at} piece={shown} side={side} current={current} onChoose={onChoose} />
              )
            })}
          </p>
        ) : null,
      )}
    </section>
  )
}

interface MarkedWordsProps {
  readonly piece: { readonly text: string; readonly marks: readonly Mark[] }
  readonly side: Side
  readonly current: string | null
  readonly onChoose: (id: string, side: Side) => void
}

function MarkedWords({ piece, side, current, onChoose }: MarkedWordsProps) {
  const { t } = useTranslation('compare')
  const inner = piece.marks.at(-1)!
  const choose = () => onChoose(inner.id, side)
  return (
    <span
      role="button"
      tabIndex={0}
      className={styles['mark']}
      data-kind={inner.kind}
      data-in={piece.marks.some(({ kind }) => kind === 'passage') || undefined}
      data-marks={piece.marks.map(({ id }) => id).join(' ')}
      aria-pressed={piece.marks.some(({ id }) => id === current)}
      title={t(`sources.mark.${inner.kind}`)}
      onClick={choose}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        choose()
      }}
    >
      {piece.text}
    </span>
  )
}
