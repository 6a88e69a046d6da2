import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ListedPost } from '../../../archive/contract/source.ts'
import { useCommands } from '../../app/commands/registry.ts'
import { sourcePlace } from '../../app/places.ts'
import { PostCard } from '../../ui/PostCard.tsx'
import { Holders } from './Holders.tsx'
import { picturesOf } from './pictures-of.tsx'
import styles from './PostList.module.css'

const ESTIMATED_PX = 190
/** How many posts before the end more are asked for. */
const AHEAD = 20

export interface PostListProps {
  readonly posts: readonly ListedPost[]
  /** How many there are, with those that are not read yet. */
  readonly total: number
  readonly onEnd: () => void
}

/** Posts as cards; only those in sight are in the document. */
export function PostList({ posts, total, onEnd }: PostListProps) {
  const { t } = useTranslation('posts')
  const [, navigate] = useLocation()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const latest = useRef(active)
  const wantsFocus = useRef(false)
  const virtual = useVirtualizer({
    count: posts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_PX,
    getItemKey: index => posts[index]!.key,
    overscan: 4,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= posts.length - AHEAD) onEnd()
  }, [last, posts.length, onEnd])

  const focusWanted = () => {
    const card = scroller.current?.querySelector<HTMLElement>(`[data-index="${latest.current}"]`)
    if (!wantsFocus.current || !card) return
    wantsFocus.current = false
    card.focus({ preventScroll: true })
  }
  const goTo = (index: number) => {
    const to = Math.max(0, Math.min(index, posts.length - 1))
    wantsFocus.current = true
    latest.current = to
    setActive(to)
    virtual.scrollToIndex(to, { align: 'auto' })
    focusWanted()
  }
  // The card may come into the document only after the list was scrolled to it.
  useEffect(focusWanted)

  const onKeyDown = (event: KeyboardEvent) => {
    const card = (event.target as HTMLElement).closest('[data-index]')
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: posts.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      goTo(to)
    } else if (event.key === 'Enter' && event.target === card) {
      const source = posts[active]?.sources[0]
      if (source) navigate(sourcePlace(source.sourceId, 'posts'))
    }
  }
  const step = (by: 1 | -1) => () =>
    goTo(scroller.current?.contains(document.activeElement) ? active + by : active)
  useCommands([
    { id: 'posts.next', label: t('next'), menu: 'go', keys: ['j'], quiet: true, run: step(1) },
    { id: 'posts.previous', label: t('previous'), menu: 'go', keys: ['k'], quiet: true, run: step(-1) },
  ])

  return (
    <div className={styles['scroller']} ref={scroller}>
      <ol
        className={styles['list']}
        aria-label={t('list')}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {items.map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className={styles['item']}
            style={{ transform: `translateY(${start}px)` }}
            tabIndex={index === active ? 0 : -1}
            aria-posinset={index + 1}
            aria-setsize={total}
            onFocus={() => setActive(index)}
          >
            <PostCard post={posts[index]!} {...picturesOf(posts[index]!)}>
              <Holders post={posts[index]!} />
            </PostCard>
          </li>
        ))}
      </ol>
    </div>
  )
}
