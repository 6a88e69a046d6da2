// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Pair } from '../../../archive/contract/source.ts'
import { listenToKeys } from '../../../renderer/app/commands/keyboard.ts'
import { stet } from '../../../renderer/client/calls.ts'
import { Compared } from '../../../renderer/features/compare/Compared.tsx'
import { showLanguage } from '../../../renderer/i18n/index.ts'
import { aPair, BOAT, COST, COST_CORRECTED, CROWD, MAYOR } from './a-pair.ts'

const scrolledTo: Element[] = []
let stopKeys = () => {}

beforeAll(() => {
  // What jsdom does not have and the screen asks for.
  window.matchMedia = query => ({ matches: true, media: query }) as MediaQueryList
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  Element.prototype.checkVisibility = () => true
  Element.prototype.scrollIntoView = function (this: Element) {
    scrolledTo.push(this)
  }
})

beforeEach(() => {
  scrolledTo.length = 0
  stopKeys = listenToKeys()
})

afterEach(async () => {
  stopKeys()
  cleanup()
  await showLanguage('en')
})

function show(pair: Pair, onChoose: (from: string, to: string) => void = () => {}) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  const input = { sourceId: pair.from.snapshot.sourceId }
  queries.setQueryData(stet.source.get.queryKey({ input }), {
    versions: [pair.from.snapshot, pair.to.snapshot],
  } as never)
  render(
    <QueryClientProvider client={queries}>
      <Compared pair={pair} onChoose={onChoose} />
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

const corrected = () =>
  aPair(
    { title: 'Late crossing ends', paragraphs: [BOAT, COST, MAYOR] },
    { title: 'Last boat is lost', paragraphs: [BOAT, COST_CORRECTED, MAYOR, CROWD] },
  )

const lines = () => within(screen.getByRole('region', { name: 'What changed' })).getAllByRole('button')
const statusText = () =>
  screen
    .getAllByRole('status')
    .map(each => each.textContent)
    .join(' ')

describe('a comparison on the screen', () => {
  test('tells the verdict first, and each line leads to its place in the text', async () => {
    const user = show(corrected())
    const figure = lines().find(line => line.textContent.includes('2.1 million'))!
    await user.click(figure)
    expect(scrolledTo.at(-1)?.textContent).toContain('2.1')
    expect(figure.getAttribute('aria-current')).toBe('true')
    expect(document.activeElement?.textContent).toContain('Running it costs')
  })

  test('goes from change to change by n and p, counting', async () => {
    const user = show(corrected())
    await user.keyboard('n')
    expect(statusText()).toContain('Change 1 of 3. Headline')
    await user.keyboard('nn')
    expect(statusText()).toContain(`Change 3 of 3. Text added: ${CROWD}`)
    await user.keyboard('n')
    expect(statusText()).toContain('Change 3 of 3')
    await user.keyboard('p')
    expect(statusText()).toContain('Change 2 of 3')
  })

  test('marks words as inserted and deleted, for those too who do not see the marks', () => {
    show(corrected())
    const [deleted] = screen.getAllByRole('deletion').filter(each => each.textContent === '2.1')
    const [inserted] = screen.getAllByRole('insertion').filter(each => each.textContent === '1.2')
    expect(deleted?.dataset['begin']).toBe('deleted: ')
    expect(inserted?.dataset['begin']).toBe('inserted: ')
  })

  test('shows changes only, and an unchanged paragraph when it is asked for', async () => {
    const user = show(corrected())
    await user.keyboard('mm')
    expect(screen.queryByText(BOAT)).toBeNull()
    await user.click(screen.getAllByRole('button', { name: '1 unchanged paragraph' })[0]!)
    expect(screen.getByText(BOAT)).toBeTruthy()
    await user.keyboard('m')
  })

  test('swaps the sides by key', async () => {
    const chosen = vi.fn()
    const user = show(corrected(), chosen)
    await user.keyboard('s')
    expect(chosen).toHaveBeenCalledWith('snapshot-2', 'snapshot-1')
  })

  test('says of two equal versions that nothing changed', () => {
    const story = { title: 'Late crossing ends', paragraphs: [BOAT, COST] }
    show(aPair(story, story))
    expect(screen.getByText('Unchanged')).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'What changed' })).toBeNull()
  })

  test('leads from where a sentence was to where it is', async () => {
    const user = show(
      aPair(
        { title: 'T', paragraphs: [CROWD, BOAT, COST, MAYOR] },
        { title: 'T', paragraphs: [BOAT, COST, MAYOR, CROWD] },
      ),
    )
    await user.click(screen.getByRole('button', { name: /Go to where it was moved to/ }))
    expect(scrolledTo.at(-1)?.getAttribute('data-side')).toBe('to')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Go to where it was before/)
  })

  test('tells changes in the person’s language, not in the core’s English', async () => {
    await showLanguage('ar')
    show(corrected())
    const verdict = screen.getByRole('region', { name: 'ما الذي تغيّر' })
    expect(verdict.textContent).toContain('Late crossing ends')
    expect(verdict.textContent).not.toContain('became')
  })
})
