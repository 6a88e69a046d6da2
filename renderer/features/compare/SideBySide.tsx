import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BlockText } from './BlockText.tsx'
import { Connectors } from './Connectors.tsx'
import { SideHead } from './Head.tsx'
import type { Row } from './rows.ts'
import styles from './SideBySide.module.css'
import { useText } from './text-context.ts'

/** Both texts in columns of their own, what belongs together in one row; moved sentences are tied by lines. */
export function SideBySide({ current }: { readonly current: string | null }) {
  const { view } = useText()
  const [columns, setColumns] = useState<HTMLDivElement | null>(null)
  return (
    <div className={styles['columns']} ref={setColumns}>
      <SideHead current={current} />
      {view.rows.map(row => (
        <SideRow key={row.id} row={row} current={currentIn(row, current, view.stopOfEntry)} />
      ))}
      <Connectors columns={columns} current={current} />
    </div>
  )
}

/** The current stop where this row shows it: rows that do not are left as they are. */
function currentIn(
  row: Row,
  current: string | null,
  stopOfEntry: ReadonlyMap<number, string>,
): string | null {
  if (current === null || !row.changed) return null
  const cells = [...row.from, ...row.to]
  const shows = cells.some(cell => cell.segments.some(({ entry }) => stopOfEntry.get(entry) === current))
  return shows ? current : null
}

const SideRow = memo(function SideRow({
  row,
  current,
}: {
  readonly row: Row
  readonly current: string | null
}) {
  const { t } = useTranslation('compare')
  const redivided =
    row.changed && row.from.length > 0 && row.to.length > 0 && row.from.length !== row.to.length
  return (
    <div
      className={styles['row']}
      data-row={row.id}
      data-state={row.from.length === 0 ? 'added' : row.to.length === 0 ? 'removed' : undefined}
    >
      {(['from', 'to'] as const).map(side => (
        <div
          key={side}
          className={styles['cell']}
          data-side={side}
          data-empty={row[side].length === 0 || undefined}
        >
          {row[side].map(({ index, block, segments }) => (
            <BlockText key={index} block={block} segments={segments} side={side} current={current} />
          ))}
          {side === 'to' && redivided && <p className={styles['redivided']}>{t('redivided')}</p>}
        </div>
      ))}
    </div>
  )
})
