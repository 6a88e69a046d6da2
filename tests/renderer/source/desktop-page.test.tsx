// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SnapshotRow } from '../../../archive/contract/source.ts'

const showPage = vi.fn(async () => {})
const shown = { snapshotId: 'abc', version: 1 } as SnapshotRow

beforeAll(() => {
  Object.assign(window, { stetDesktop: { showPage } })
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  )
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    run()
    return 0
  })
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
    () => ({ left: 10, top: 200, right: 910, bottom: 700, width: 900, height: 500 }) as DOMRect,
  )
})
beforeEach(() => showPage.mockClear())
afterEach(() => {
  cleanup()
  document.body.replaceChildren()
})

async function show() {
  // The bridge is looked for when the module is read, as it is there before any script in the app.
  const { DesktopPage } = await import('../../../renderer/features/source/page/DesktopPage.tsx')
  const container = document.createElement('div')
  container.id = 'root'
  document.body.append(container)
  return render(<DesktopPage shown={shown} />, { container })
}

describe('an archived page on the desktop', () => {
  it('is laid over the place that is left for it', async () => {
    await show()
    expect(showPage).toHaveBeenLastCalledWith({
      snapshotId: 'abc',
      bounds: { x: 10, y: 200, width: 900, height: 500 },
    })
  })

  it('goes away while something of the app stands over it, and comes back', async () => {
    await show()
    const popover = document.createElement('div')
    await act(async () => document.body.append(popover))
    expect(showPage).toHaveBeenLastCalledWith(null)
    await act(async () => popover.remove())
    expect(showPage).toHaveBeenLastCalledWith(expect.objectContaining({ snapshotId: 'abc' }))
  })

  it('goes away with its view', async () => {
    const { unmount } = await show()
    unmount()
    expect(showPage).toHaveBeenLastCalledWith(null)
  })
})
