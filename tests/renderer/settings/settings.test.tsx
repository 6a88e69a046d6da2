// @vitest-environment jsdom
import { ORPCError } from '@orpc/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import {
  type Settings as Values,
  type SettingsChange,
  settingsSchema,
} from '../../../archive/contract/settings.ts'
import { undoLast } from '../../../renderer/app/undo.ts'
import { Settings } from '../../../renderer/features/settings/Settings.tsx'
import { showLanguage } from '../../../renderer/i18n/index.ts'

const { get, set } = vi.hoisted(() => ({
  get: vi.fn<() => Promise<Values>>(),
  set: vi.fn<(change: SettingsChange) => Promise<Values>>(),
}))
vi.mock('../../../renderer/client/calls.ts', async () => {
  const { createTanstackQueryUtils } = await import('@orpc/tanstack-query')
  const calls = { settings: { get, set }, profiles: { list: () => Promise.resolve({ profiles: [] }) } }
  return { calls, stet: createTanstackQueryUtils(calls) }
})

let stored: Values

beforeAll(() => showLanguage('en'))
beforeEach(() => {
  stored = settingsSchema.parse({})
  get.mockReset().mockImplementation(() => Promise.resolve(stored))
  set.mockReset().mockImplementation(change => {
    stored = settingsSchema.parse({ ...stored, ...change })
    return Promise.resolve(stored)
  })
})
afterEach(cleanup)

async function show() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={queries}>
      <Settings />
    </QueryClientProvider>,
  )
  await screen.findByRole('heading', { name: 'Reading' })
  return userEvent.setup()
}

test('a choice is saved at once, and undone to what it was', async () => {
  const user = await show()
  await user.click(screen.getByRole('radio', { name: 'Dark' }))
  await waitFor(() => expect(stored.theme).toBe('dark'))
  await undoLast()
  expect(stored.theme).toBe('system')
})

test('a time is shown in seconds and kept in milliseconds, the other limits as they were', async () => {
  const user = await show()
  const field = screen.getByRole('textbox', { name: /Wait for an answer/ })
  await user.clear(field)
  await user.type(field, '45{Enter}')
  await waitFor(() =>
    expect(stored.capture).toEqual({ ...settingsSchema.parse({}).capture, timeoutMs: 45_000 }),
  )
})

test('how pages are captured, and whether consent may be given, is chosen with the other limits as they were', async () => {
  const user = await show()
  await user.click(screen.getByRole('button', { name: /How pages are captured/ }))
  await user.click(await screen.findByRole('option', { name: 'Without a browser' }))
  await waitFor(() => expect(stored.capture.engine).toBe('http'))
  await user.click(screen.getByRole('switch', { name: 'Agree to consent notices that cannot be refused' }))
  await waitFor(() =>
    expect(stored.capture).toEqual({
      ...settingsSchema.parse({}).capture,
      engine: 'http',
      acceptConsent: true,
    }),
  )
})

test('a limit beyond its end is brought to the end', async () => {
  const user = await show()
  const field = screen.getByRole('textbox', { name: /Wait for an answer/ })
  await user.clear(field)
  await user.type(field, '400{Enter}')
  await waitFor(() => expect(stored.capture.timeoutMs).toBe(300_000))
})

test('an empty name to servers is Stet’s own, and one that cannot be sent is not saved', async () => {
  stored = settingsSchema.parse({ identity: { userAgent: 'Archive desk' } })
  const user = await show()
  const field = screen.getByRole('textbox', { name: /User-Agent/ })
  await user.clear(field)
  await user.type(field, 'Zeitungsarchiv Öst{Enter}')
  expect(set).not.toHaveBeenCalled()
  await user.clear(field)
  await user.tab()
  await waitFor(() => expect(stored.identity.userAgent).toBeNull())
})

test('what could not be saved is shown as it stands in the archive', async () => {
  set.mockRejectedValue(new ORPCError('disk-full', { message: 'No space is left.' }))
  const user = await show()
  await user.click(screen.getByRole('radio', { name: 'Dark' }))
  await waitFor(() => expect(set).toHaveBeenCalled())
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Dark' }).checked).toBe(false),
  )
})
