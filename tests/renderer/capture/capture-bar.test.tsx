// @vitest-environment jsdom
import { ORPCError } from '@orpc/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { CaptureRequest } from '../../../archive/contract/jobs.ts'
import type { Profile } from '../../../archive/contract/profiles.ts'
import { settingsSchema } from '../../../archive/contract/settings.ts'
import { CaptureBar } from '../../../renderer/features/capture/CaptureBar.tsx'
import { clearDraft, setDraft } from '../../../renderer/features/capture/draft.ts'
import { showLanguage } from '../../../renderer/i18n/index.ts'
import { takeFiles } from '../../../renderer/features/capture/take-files.ts'

const { capture, importFiles, profiles } = vi.hoisted(() => ({
  capture: vi.fn<(request: CaptureRequest) => Promise<{ jobId: string }>>(),
  profiles: { held: [] as Profile[] },
  importFiles: vi.fn<(request: { files: File[]; url: string | null }) => Promise<{ jobId: string }>>(),
}))
vi.mock('../../../renderer/client/calls.ts', async () => {
  const { createTanstackQueryUtils } = await import('@orpc/tanstack-query')
  const calls = {
    jobs: { capture, import: importFiles },
    profiles: { list: () => Promise.resolve({ profiles: profiles.held }) },
    settings: { get: () => Promise.resolve(settingsSchema.parse({})) },
  }
  return { calls, stet: createTanstackQueryUtils(calls) }
})

beforeAll(() => showLanguage('en'))
beforeEach(() => {
  capture.mockReset().mockResolvedValue({ jobId: 'j1' })
  importFiles.mockReset().mockResolvedValue({ jobId: 'j2' })
})
afterEach(() => {
  cleanup()
  clearDraft()
  profiles.held = []
})

function show() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <CaptureBar />
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

const AS_SET = { engine: null, profile: null }

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Addresses/ })

test('Enter captures the address, and the bar is empty again', async () => {
  const user = show()
  await user.type(field(), 'example.org/story{Enter}')
  expect(capture).toHaveBeenCalledExactlyOnceWith({
    urls: ['https://example.org/story'],
    typed: true,
    ...AS_SET,
  })
  await waitFor(() => expect(field().value).toBe(''))
})

test('what could not be taken stays in the bar', async () => {
  capture.mockRejectedValue(new ORPCError('disk-full', { message: 'No space is left.' }))
  const user = show()
  await user.type(field(), 'https://example.org/story{Enter}')
  await waitFor(() => expect(capture).toHaveBeenCalled())
  expect(field().value).toBe('https://example.org/story')
})

test('words are never captured; they can be imported with the address they stood at', async () => {
  const user = show()
  const words = 'The last ferry left without lights. Nobody on the quay had been told of it.'
  await user.type(field(), `${words}{Enter}`)
  expect(capture).not.toHaveBeenCalled()
  await user.type(screen.getByRole('textbox', { name: /Address of the page/ }), 'example.org/ferry')
  await user.click(screen.getByRole('button', { name: 'Import as text' }))
  expect(importFiles).toHaveBeenCalledOnce()
  const [{ files, url }] = importFiles.mock.calls[0]!
  expect(url).toBe('https://example.org/ferry')
  expect(files.map(({ name, type }) => [name, type])).toEqual([['pasted.txt', 'text/plain']])
  expect(await files[0]!.text()).toBe(words)
})

test('a file of addresses can be captured as a list, which may not name private addresses', async () => {
  const user = show()
  await takeFiles([
    new File(['https://example.org/a\nhttps://example.org/b\n'], 'list.txt', { type: 'text/plain' }),
  ])
  await user.click(await screen.findByRole('button', { name: 'Capture the 2 addresses' }))
  expect(capture).toHaveBeenCalledExactlyOnceWith({
    urls: ['https://example.org/a', 'https://example.org/b'],
    typed: false,
    ...AS_SET,
  })
})

test('files are imported only when the person says so', async () => {
  const user = show()
  const files = [new File(['<p>One</p>'], 'one.html'), new File(['<p>Two</p>'], 'two.html')]
  setDraft({ files })
  const button = await screen.findByRole('button', { name: 'Import 2 files' })
  expect(importFiles).not.toHaveBeenCalled()
  await user.click(button)
  expect(importFiles).toHaveBeenCalledExactlyOnceWith({ files, url: null })
})

test('the engine of one capture is chosen in its options, and forgotten after it', async () => {
  const user = show()
  await user.type(field(), 'example.org/story')
  expect(screen.queryByRole('group', { name: 'Options of this capture' })).toBeNull()
  const button = screen.getByRole('button', { name: 'Options of this capture' })
  await user.click(button)
  expect(button.getAttribute('aria-expanded')).toBe('true')
  await user.click(await screen.findByRole('button', { name: /How pages are captured/ }))
  await user.click(await screen.findByRole('option', { name: 'Without a browser' }))
  await user.click(screen.getByRole('button', { name: 'Capture' }))
  expect(capture).toHaveBeenLastCalledWith(expect.objectContaining({ engine: 'http', profile: null }))
  await waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('false'))
  await user.type(field(), 'example.org/story{Enter}')
  expect(capture).toHaveBeenLastCalledWith(expect.objectContaining(AS_SET))
})

test('a profile is offered once there is one, is shown in a browser, and is never taken for the next capture', async () => {
  profiles.held = [
    {
      name: 'Quay Post',
      url: 'https://quay.example/login',
      hosts: ['quay.example'],
      signedInAt: '2026-11-20T10:00:00.000Z',
      usedAt: null,
      cookies: 3,
      endsAt: null,
    },
  ]
  const user = show()
  await user.type(field(), 'quay.example/story')
  await user.click(await screen.findByRole('button', { name: /Signed-in profile/ }))
  await user.click(await screen.findByRole('option', { name: /Quay Post/ }))
  await user.click(screen.getByRole('button', { name: 'Capture' }))
  expect(capture).toHaveBeenLastCalledWith({
    urls: ['https://quay.example/story'],
    typed: true,
    engine: 'browser',
    profile: 'Quay Post',
  })
  await waitFor(() => expect(field().value).toBe(''))
  await user.type(field(), 'quay.example/other{Enter}')
  expect(capture).toHaveBeenLastCalledWith(expect.objectContaining(AS_SET))
})
