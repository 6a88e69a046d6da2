import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { desktop } from '../../client/desktop.ts'

/** True while the page is printed: on paper the text stands in one column, whole. */
export function usePrintedInline(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // The page is taken as it stands when the event has been answered.
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return printing
}

export function print(): void {
  if (desktop) void desktop.print()
  else window.print()
}
