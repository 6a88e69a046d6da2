import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BlockText } from './BlockText.tsx'
import { foldUnchanged } from './fold.ts'
import { InlineHead } from './Head.tsx'
import styles from './InColumn.module.css'
import type { InlineBlock } from './inline.ts'
import type { Row } from './rows.ts'
import { useText } from './text-context.ts'

interface InColumnProps {
  readonly current: string | null
  /** Folds paragraphs that did not change; each fold can be opened. */
  readonly changesOnly: boolean
}

/** Old and new woven into one text. */
export function InColumn({ current, changesOnly }: InColumnProps) {
  const { t } = useTranslation('compare')
  const { view } = useText()
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  return (
    <div className={styles['column']}>
      <InlineHead current={current} />
      {foldUnchanged(view.rows, changesOnly, opened).map(item =>
        'fold' in item ? (
          <button
            key={`fold-${item.fold}`}
            type="button"
            className={styles['fold']}
            onClick={() => setOpened(new Set([...opened, item.fold]))}
          >
            {t('same', { count: item.rows })}
          </button>
        ) : (
          <InlineRow
            key={item.row.id}
            row={item.row}
            blocks={view.inline[item.row.id]!}
            current={currentIn(view.inline[item.row.id]!, current, view.stopOfEntry)}
          />
        ),
      )}
    </div>
  )
}

function currentIn(
  blocks: readonly InlineBlock[],
  current: string | null,
  stopOfEntry: ReadonlyMap<number, string>,
): string | null {
  if (current === null) return null
  const shows = blocks.some(block => block.segments.some(({ entry }) => stopOfEntry.get(entry) === current))
  return shows ? current : null
}

interface InlineRowProps {
  readonly row: Row
  readonly blocks: readonly InlineBlock[]
  readonly current: string | null
}

const InlineRow = memo(function InlineRow({ row, blocks, current }: InlineRowProps) {
  const { t } = useTranslation('compare')
  const redivided =
    row.changed && row.from.length > 0 && row.to.length > 0 && row.from.length !== row.to.length
  return (
    <div className={styles['row']} data-row={row.id}>
      {blocks.map(({ block, segments }, index) => (
        <BlockText
          key={index}
          block={block}
          segments={segments}
          side={segments.every(({ side }) => side === 'from') ? 'from' : 'to'}
          current={current}
        />
      ))}
      {redivided && <p className={styles['redivided']}>{t('redivided')}</p>}
    </div>
  )
})
