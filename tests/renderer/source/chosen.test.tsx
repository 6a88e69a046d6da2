// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import type { SourceView } from '../../../archive/contract/source.ts'
import { useChosen } from '../../../renderer/features/source/chosen.ts'

const view = (...ids: string[]): SourceView =>
  ({
    source: { sourceId: 's1' },
    versions: ids.map((snapshotId, index) => ({ snapshotId, version: index + 1 })),
  }) as unknown as SourceView

function at(place: string, source: SourceView, tab?: string) {
  const memory = memoryLocation({ path: place, record: true })
  const { result } = renderHook(() => useChosen(source, tab), {
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <Router hook={memory.hook} searchHook={memory.searchHook}>
        {children}
      </Router>
    ),
  })
  return { chosen: () => result.current, history: memory.history }
}

describe('the version that is shown', () => {
  it('is the newest where the address names none', () => {
    const { shown, isNewest, before } = at('/source/s1/read', view('a', 'b', 'c')).chosen()
    expect([shown?.snapshotId, isNewest, before?.snapshotId]).toEqual(['c', true, 'b'])
  })

  it('is the one the address names', () => {
    const { shown, isNewest, after } = at('/source/s1/read?snapshot=a', view('a', 'b')).chosen()
    expect([shown?.snapshotId, isNewest, after?.snapshotId]).toEqual(['a', false, 'b'])
  })

  it('is the newest where the named one is not held any more', () => {
    expect(at('/source/s1/read?snapshot=gone', view('a', 'b')).chosen().shown?.snapshotId).toBe('b')
  })

  it('is none where no version is kept', () => {
    expect(at('/source/s1/read', view()).chosen().shown).toBeNull()
  })

  it('stays while the view changes, and does not become pinned by that', () => {
    const pinned = at('/source/s1/read?snapshot=a', view('a', 'b'))
    act(() => pinned.chosen().goTab('files'))
    expect(pinned.history.at(-1)).toBe('/source/s1/files?snapshot=a')
    const newest = at('/source/s1/read', view('a', 'b'))
    act(() => newest.chosen().goTab('files'))
    expect(newest.history.at(-1)).toBe('/source/s1/files')
  })
})

describe('the two sides of a comparison', () => {
  it('are the shown version and the one before it', () => {
    expect(at('/source/s1/compare', view('a', 'b', 'c')).chosen().sides).toEqual({ from: 'b', to: 'c' })
  })

  it('are the first version and the one after it where the first is shown', () => {
    const { sides } = at('/source/s1/compare?snapshot=a', view('a', 'b', 'c')).chosen()
    expect(sides).toEqual({ from: 'a', to: 'b' })
  })

  it('are those the address names', () => {
    const { sides } = at('/source/s1/compare?from=a&to=c', view('a', 'b', 'c')).chosen()
    expect(sides).toEqual({ from: 'a', to: 'c' })
  })

  it('are not there with one version', () => {
    expect(at('/source/s1/compare', view('a')).chosen().sides).toBeNull()
  })
})
