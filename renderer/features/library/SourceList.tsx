import { useQueryClient } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { LibraryRow } from '../../../archive/contract/library.ts'
import { useCommands } from '../../app/commands/registry.ts'
import { IS_MAC } from '../../app/commands/keys.ts'
import { sourcePlace } from '../../app/places.ts'
import { sayError } from '../../app/undo.ts'
import { stet } from '../../client/calls.ts'
import { errorFacts } from '../../client/error.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { ListHead } from './ListHead.tsx'
import { type Asked, writeSearch } from './query.ts'
import { choose, chooseAll, NOTHING, reach, toggle } from './selection.ts'
import { leave, leftAt, select, selectionNow, useSelection } from './session.ts'
import { SOURCE_LIST_ID } from './ids.ts'
import { SourceRow } from './SourceRow.tsx'
import styles from './SourceList.module.css'
import { useMarks } from './use-marks.ts'
import { useRows } from './use-rows.ts'

/** How much room a row has. `little`: it stacks what otherwise stands in columns. */
type Room = 'plenty' | 'some' | 'little'
const LITTLE_BELOW_PX = 620
const SOME_BELOW_PX = 900
const ROW_PX = 53
const STACKED_ROW_PX = 84

export interface SourceListProps {
  readonly asked: Asked
  readonly onAsk: (asked: Asked) => void
  /** Shown where nothing fits. */
  readonly empty: React.ReactNode
  readonly onTotal: (total: number | null) => void
}

/** The sources as a grid: only what is in sight is in the document. Keeps place and selection when left. */
export function SourceList({ asked, onAsk, empty, onTotal }: SourceListProps) {
  const { t } = useTranslation('library')
  const [, navigate] = useLocation()
  const queries = useQueryClient()
  const selection = useSelection()
  const search = writeSearch(asked)
  const grid = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const room = useRoom(body)
  const [count, setCount] = useState(() => leftAt(search).count)
  const [active, setActive] = useState(() => leftAt(search).row)
  const height = room === 'little' ? STACKED_ROW_PX : ROW_PX

  const virtual = useVirtualizer({
    count,
    getScrollElement: () => body.current,
    estimateSize: () => height,
    overscan: 8,
    initialOffset: leftAt(search).offset,
  })
  useLayoutEffect(() => virtual.measure(), [virtual, height])
  const items = virtual.getVirtualItems()
  const rows = useRows(asked, items[0]?.index ?? 0, items.at(-1)?.index ?? 0)
  if (rows.total !== null && rows.total !== count) setCount(rows.total)
  useEffect(() => onTotal(rows.total), [onTotal, rows.total])

  const inSight = items.flatMap(({ index }) => rows.at(index) ?? [])
  const markOf = useMarks(inSight)

  const shownSearch = useRef(search)
  // Back from a source: the keys go on where they were.
  useEffect(() => {
    // Somewhere else, what was chosen there is out of sight.
    if (leftAt(shownSearch.current).count === 0) return select(NOTHING)
    if (document.activeElement === document.body) grid.current?.focus({ preventScroll: true })
  }, [])

  // Another question, another list: it begins at its top, with nothing chosen.
  useEffect(() => {
    if (shownSearch.current === search) return
    shownSearch.current = search
    setActive(0)
    select(NOTHING)
    virtual.scrollToOffset(0)
  }, [search, virtual])

  const latest = useRef({ asked, rows, active, search, count })
  latest.current = { asked, rows, active, search, count }
  useEffect(
    () => () => {
      const { search: at, active: row, count: held } = latest.current
      leave({ search: at, offset: virtual.scrollOffset ?? 0, row, count: held })
    },
    [virtual],
  )

  // Stable, so that rows are not shown anew when another question is asked.
  const allIds = useCallback(async (): Promise<readonly string[]> => {
    try {
      const options = stet.library.ids.queryOptions({ input: latest.current.asked })
      return (await queries.fetchQuery(options)).sourceIds
    } catch (error) {
      sayError(errorFacts(error).message)
      return []
    }
  }, [queries])

  const open = useCallback(
    (index: number) => {
      const row = latest.current.rows.at(index)
      if (row) navigate(sourcePlace(row.sourceId))
    },
    [navigate],
  )

  const goTo = (index: number) => {
    const to = Math.max(0, Math.min(index, count - 1))
    setActive(to)
    virtual.scrollToIndex(to, { align: 'auto' })
  }

  const extendTo = useCallback(
    async (index: number) => {
      const ids = await allIds()
      if (ids.length > 0) select(reach(selectionNow(), ids, index))
    },
    [allIds],
  )

  const press = useCallback(
    (event: MouseEvent, index: number, part: 'row' | 'tick' | 'headline') => {
      const row = latest.current.rows.at(index)
      if (!row) return
      setActive(index)
      grid.current?.focus({ preventScroll: true })
      if (event.shiftKey) return void extendTo(index)
      if (part === 'tick' || (IS_MAC ? event.metaKey : event.ctrlKey))
        return select(toggle(selectionNow(), row.sourceId, index))
      if (part === 'headline') return open(index)
      select(choose(row.sourceId, index))
    },
    [extendTo, open],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== grid.current) return
    const mod = IS_MAC ? event.metaKey : event.ctrlKey
    const page = Math.max(1, Math.floor((body.current?.clientHeight ?? 0) / height) - 1)
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      j: active + 1,
      ArrowUp: active - 1,
      k: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    }
    const to = steps[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (to !== undefined && !mod && !event.altKey) {
      event.preventDefault()
      goTo(to)
      if (event.shiftKey) {
        if (selection.anchor === null) select({ ...selection, anchor: active })
        void extendTo(Math.max(0, Math.min(to, count - 1)))
      }
      return
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      return open(active)
    }
    if (event.key === ' ') {
      event.preventDefault()
      const row = rows.at(active)
      if (row) select(toggle(selection, row.sourceId, active))
      return
    }
    if (mod && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      void allIds().then(ids => select(chooseAll(ids, selectionNow())))
      return
    }
    if (event.key === 'Escape' && selection.chosen.size > 0) {
      event.preventDefault()
      select(NOTHING)
    }
  }

  const step = (by: number) => () => {
    if (document.activeElement === grid.current) goTo(active + by)
    grid.current?.focus({ preventScroll: true })
  }
  useCommands([
    { id: 'library.next', label: t('nextSource'), menu: 'go', keys: ['j'], quiet: true, run: step(1) },
    {
      id: 'library.previous',
      label: t('previousSource'),
      menu: 'go',
      keys: ['k'],
      quiet: true,
      run: step(-1),
    },
  ])

  const isEmpty = rows.total === 0 && !rows.isOld
  return (
    <div
      ref={grid}
      id={SOURCE_LIST_ID}
      role="grid"
      className={styles['grid']}
      data-room={room}
      data-old={rows.isOld || undefined}
      tabIndex={0}
      aria-label={t('sources')}
      aria-rowcount={count + 1}
      aria-colcount={6}
      aria-multiselectable="true"
      aria-busy={rows.total === null || rows.isOld}
      aria-activedescendant={items.some(({ index }) => index === active) ? rowId(active) : undefined}
      onKeyDown={onKeyDown}
    >
      <ListHead asked={asked} onAsk={onAsk} />
      <div ref={body} className={styles['body']} role="presentation">
        {rows.error && <ErrorNote error={rows.error} onRetry={rows.again} />}
        {rows.total === null && !rows.error && (
          <div role="row">
            <div role="gridcell" className={styles['coming']}>
              {t('rowComing')}
            </div>
          </div>
        )}
        {isEmpty && (
          <div role="row">
            <div role="gridcell">{empty}</div>
          </div>
        )}
        <div role="rowgroup" className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row: LibraryRow | undefined = rows.at(index)
            return (
              <SourceRow
                key={index}
                id={rowId(index)}
                index={index}
                row={row}
                mark={row && markOf(row)}
                top={start}
                height={height}
                isChosen={row !== undefined && selection.chosen.has(row.sourceId)}
                isActive={index === active}
                onPress={press}
                onOpen={open}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

const rowId = (index: number): string => `source-row-${index}`

function useRoom(element: React.RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>('plenty')
  useLayoutEffect(() => {
    const observed = element.current
    if (!observed) return
    const look = () => {
      const width = observed.clientWidth
      setRoom(width < LITTLE_BELOW_PX ? 'little' : width < SOME_BELOW_PX ? 'some' : 'plenty')
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(observed)
    return () => observer.disconnect()
  }, [element])
  return room
}
