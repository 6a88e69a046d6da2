// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { DesktopCommand } from '../../../archive/contract/desktop.ts'
import { settingsSchema } from '../../../archive/contract/settings.ts'
import { CaptureBar } from '../../../renderer/features/capture/CaptureBar.tsx'
import { clearDraft } from '../../../renderer/features/capture/draft.ts'
import { Intake } from '../../../renderer/features/capture/Intake.tsx'
import { showLanguage } from '../../../renderer/i18n/index.ts'

const { capture, desktop } = vi.hoisted(() => ({
  capture: vi.fn<() => Promise<{ jobId: string }>>(),
  desktop: {
    listeners: new Set<(command: DesktopCommand) => void>(),
    onCommand(listener: (command: DesktopCommand) => void) {
      this.listeners.add(listener)
      return () => this.listeners.delete(listener)
    },
  },
}))
vi.mock('../../../renderer/client/desktop.ts', () => ({ desktop }))
vi.mock('../../../renderer/client/calls.ts', async () => {
  const { createTanstackQueryUtils } = await import('@orpc/tanstack-query')
  const calls = {
    jobs: { capture },
    profiles: { list: () => Promise.resolve({ profiles: [] }) },
    settings: { get: () => Promise.resolve(settingsSchema.parse({})) },
  }
  return { calls, stet: createTanstackQueryUtils(calls) }
})

beforeAll(() => showLanguage('en'))
afterEach(() => {
  cleanup()
  clearDraft()
})

const show = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Intake />
      <CaptureBar />
    </QueryClientProvider>,
  )
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Addresses/ })

/** jsdom has no DataTransfer; this is what the screen reads of it. */
function drag(type: string, held: { files?: readonly File[]; link?: string }): Event {
  const event = new Event(type, { bubbles: true, cancelable: true })
  const types = held.files ? ['Files'] : ['text/uri-list']
  const dataTransfer = { types, files: held.files ?? [], getData: () => held.link ?? '', dropEffect: 'none' }
  return Object.assign(event, { dataTransfer, relatedTarget: null })
}

test('a deep link lands in the bar and is not captured unasked', () => {
  show()
  act(() => {
    for (const tell of desktop.listeners) tell({ type: 'capture', url: 'https://example.org/from-a-link' })
  })
  expect(field().value).toBe('https://example.org/from-a-link')
  expect(capture).not.toHaveBeenCalled()
})

test('a second deep link stands below the first', () => {
  show()
  act(() => {
    for (const tell of desktop.listeners) tell({ type: 'capture', url: 'https://example.org/1' })
    for (const tell of desktop.listeners) tell({ type: 'capture', url: 'https://example.org/2' })
  })
  expect(field().value).toBe('https://example.org/1\nhttps://example.org/2')
})

test('a link dropped anywhere lands in the bar', () => {
  show()
  act(() => void window.dispatchEvent(drag('drop', { link: 'https://example.org/dropped' })))
  expect(field().value).toBe('https://example.org/dropped')
})

test('files dropped anywhere wait in the bar, and the browser does not open them', async () => {
  show()
  const event = drag('drop', { files: [new File(['<p>One</p>'], 'one.html')] })
  act(() => void window.dispatchEvent(event))
  expect(event.defaultPrevented).toBe(true)
  expect(await screen.findByRole('button', { name: 'Import the file' })).toBeTruthy()
})

test('a link that is dragged within the window is left alone', () => {
  show()
  act(() => {
    window.dispatchEvent(new Event('dragstart'))
    window.dispatchEvent(drag('drop', { link: 'https://example.org/own' }))
  })
  expect(field().value).toBe('')
})
