import { useSyncExternalStore } from 'react'
import { useFormat } from '../i18n/format.ts'

const TICK_MS = 20_000

/** "3 minutes ago" grows older while it is looked at; everything else stands still. */
const ticking = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, TICK_MS)
  return () => clearInterval(timer)
}
const still = (): (() => void) => () => {}

/** A moment: as it is told in a list ("3 hours ago") or in full, with the exact UTC time on hover. */
export function Time({ at, form = 'time' }: { readonly at: string; readonly form?: 'ago' | 'time' | 'day' }) {
  const format = useFormat()
  const words = useSyncExternalStore(form === 'ago' ? ticking : still, () => format[form](at))
  return (
    <time dateTime={at} title={at}>
      {words}
    </time>
  )
}
