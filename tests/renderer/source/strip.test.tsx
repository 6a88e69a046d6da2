// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ChangeMark } from '../../../archive/contract/library.ts'
import type { SnapshotRow } from '../../../archive/contract/source.ts'
import { showLanguage } from '../../../renderer/i18n/index.ts'
import type { TimelineEvent } from '../../../renderer/features/source/timeline/events.ts'
import { Strip } from '../../../renderer/features/source/timeline/Strip.tsx'

const HOUR = 3_600_000
const FIRST = Date.parse('2026-11-20T10:00:00.000Z')

const version = (number: number, mark: Partial<ChangeMark> | null): TimelineEvent => ({
  kind: 'version',
  at: FIRST + number * HOUR,
  row: { version: number, snapshotId: `snapshot-${number}` } as SnapshotRow,
  mark: mark as ChangeMark | null,
})
const EVENTS: TimelineEvent[] = [
  version(1, null),
  version(2, { kinds: [{ kind: 'headline', count: 1 }], degree: 0.04, class: 'substantive', noise: 0 }),
  { kind: 'check', at: FIRST + 5 * HOUR, rows: [{ snapshotId: 'snapshot-2' } as never] },
  { kind: 'attempt', at: FIRST + 9 * HOUR, row: { reason: 'http-404' } as never },
]

beforeAll(async () => {
  await showLanguage('en')
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  )
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 1000 })
})
afterEach(cleanup)

function show() {
  const onChoose = vi.fn()
  render(
    <Strip
      events={EVENTS}
      isShown={event => event.kind === 'version' && event.row.version === 2}
      onChoose={onChoose}
      onPoint={() => {}}
    />,
  )
  return onChoose
}

describe('the strip of versions', () => {
  it('names every mark by what happened, when, and what changed', () => {
    show()
    const names = screen.getAllByRole('button').map(button => button.getAttribute('aria-label'))
    expect(names).toHaveLength(4)
    expect(names[1]).toMatch(/^Version 2 · .*2026.* · headline · 4% of the words$/)
    expect(names[2]).toMatch(/^Checked: unchanged · /)
    expect(names[3]).toMatch(/The page was not found \(404\)\.$/)
  })

  it('is one stop for the Tab key, at the version that is shown', async () => {
    show()
    await userEvent.tab()
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Version 2/)
    expect(document.activeElement?.getAttribute('aria-current')).toBe('true')
    await userEvent.tab()
    expect(document.activeElement).toBe(document.body)
  })

  it('moves by arrow keys, to the ends by Home and End, and not beyond', async () => {
    show()
    await userEvent.tab()
    await userEvent.keyboard('{End}{ArrowRight}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Not reached/)
    await userEvent.keyboard('{Home}{ArrowLeft}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Version 1/)
  })

  it('chooses by Enter, and a second one to compare by Shift and Enter', async () => {
    const onChoose = show()
    await userEvent.tab()
    await userEvent.keyboard('{ArrowLeft}{Enter}')
    expect(onChoose).toHaveBeenLastCalledWith(EVENTS[0], false)
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
    expect(onChoose).toHaveBeenLastCalledWith(EVENTS[0], true)
  })
})
