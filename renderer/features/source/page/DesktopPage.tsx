import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SnapshotRow } from '../../../../archive/contract/source.ts'
import { useMessage } from '../../../app/undo.ts'
import { desktop } from '../../../client/desktop.ts'
import styles from './PageView.module.css'

/** Room for the message bar, which stands over the lower edge of the window. */
const MESSAGE_ROOM_PX = 88
/** Announcers for screen readers live beside overlays; they take no room. */
const LEAST_OVERLAY_PX = 4

/** Whether something of the app stands over its own screens: the page would cover it. */
function isCovered(): boolean {
  return [...document.body.children].some(element => {
    if (element.id === 'root' || element.querySelector('[role="tooltip"]')) return false
    const shown = [element, ...element.querySelectorAll('*')]
    return shown.some(each => {
      const { width, height } = each.getBoundingClientRect()
      return width > LEAST_OVERLAY_PX && height > LEAST_OVERLAY_PX
    })
  })
}

/** On the desktop the page is a view of its own, laid over this place by the window; here is only its room. */
export function DesktopPage({ shown }: { readonly shown: SnapshotRow }) {
  const { t } = useTranslation('source')
  const ref = useRef<HTMLDivElement>(null)
  const { snapshotId } = shown
  const room = useMessage() === null ? 0 : MESSAGE_ROOM_PX
  useEffect(() => {
    const element = ref.current
    if (!element || !desktop) return
    const scroller = element.closest('main') ?? document.documentElement
    let asked = 0
    const place = () => {
      const box = element.getBoundingClientRect()
      const frame = scroller.getBoundingClientRect()
      // What is scrolled out of sight must not cover the head of the screen.
      const top = Math.max(box.top, frame.top)
      const bottom = Math.min(box.bottom, frame.bottom - room)
      const isSeen = bottom - top > LEAST_OVERLAY_PX && !isCovered()
      const bounds = { x: box.left, y: top, width: box.width, height: bottom - top }
      void desktop?.showPage(isSeen ? { snapshotId, bounds } : null)
    }
    const soon = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(place)
    }
    const sizes = new ResizeObserver(soon)
    sizes.observe(element)
    sizes.observe(document.body)
    const overlays = new MutationObserver(soon)
    overlays.observe(document.body, { childList: true })
    document.addEventListener('scroll', soon, { capture: true, passive: true })
    soon()
    return () => {
      cancelAnimationFrame(asked)
      sizes.disconnect()
      overlays.disconnect()
      document.removeEventListener('scroll', soon, { capture: true })
    }
  }, [snapshotId, room])
  useEffect(() => () => void desktop?.showPage(null), [])
  return (
    <div
      ref={ref}
      className={styles['page']}
      role="group"
      aria-label={t('page.frame', { version: shown.version })}
    />
  )
}
