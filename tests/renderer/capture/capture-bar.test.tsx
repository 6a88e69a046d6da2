// @vitest-environment jsdom
import { ORPCError } from '@orpc/client'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { CaptureBar } from '../../../renderer/features/capture/CaptureBar.tsx'
import { clearDraft, setDraft } from '../../../renderer/features/capture/draft.ts'
import { showLanguage } from '../../../renderer/i18n/index.ts'
import { takeFiles } from '../../../renderer/features/capture/take-files.ts'

const { capture, importFiles } = vi.hoisted(() => ({
  capture: vi.fn<(request: { urls: string[]; typed?: boolean }) => Promise<{ jobId: string }>>(),
  importFiles: vi.fn<(request: { files: File[]; url: string | null }) => Promise<{ jobId: string }>>(),
}))
vi.mock('../../../renderer/client/calls.ts', () => ({
  calls: { jobs: { capture, import: importFiles } },
  stet: {},
}))

beforeAll(() => showLanguage('en'))
beforeEach(() => {
  capture.mockReset().mockResolvedValue({ jobId: 'j1' })
  importFiles.mockReset().mockResolvedValue({ jobId: 'j2' })
})
afterEach(() => {
  cleanup()
  clearDraft()
})

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Addresses/ })

test('Enter captures the address, and the bar is empty again', async () => {
  const user = userEvent.setup()
  render(<CaptureBar />)
  await user.type(field(), 'example.org/story{Enter}')
  expect(capture).toHaveBeenCalledExactlyOnceWith({ urls: ['https://example.org/story'], typed: true })
  await waitFor(() => expect(field().value).toBe(''))
})

test('what could not be taken stays in the bar', async () => {
  capture.mockRejectedValue(new ORPCError('disk-full', { message: 'No space is left.' }))
  const user = userEvent.setup()
  render(<CaptureBar />)
  await user.type(field(), 'https://example.org/story{Enter}')
  await waitFor(() => expect(capture).toHaveBeenCalled())
  expect(field().value).toBe('https://example.org/story')
})

test('words are never captured; they can be imported with the address they stood at', async () => {
  const user = userEvent.setup()
  render(<CaptureBar />)
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
  const user = userEvent.setup()
  render(<CaptureBar />)
  await takeFiles([
    new File(['https://example.org/a\nhttps://example.org/b\n'], 'list.txt', { type: 'text/plain' }),
  ])
  await user.click(await screen.findByRole('button', { name: 'Capture the 2 addresses' }))
  expect(capture).toHaveBeenCalledExactlyOnceWith({
    urls: ['https://example.org/a', 'https://example.org/b'],
    typed: false,
  })
})

test('files are imported only when the person says so', async () => {
  const user = userEvent.setup()
  render(<CaptureBar />)
  const files = [new File(['<p>One</p>'], 'one.html'), new File(['<p>Two</p>'], 'two.html')]
  setDraft({ files })
  const button = await screen.findByRole('button', { name: 'Import 2 files' })
  expect(importFiles).not.toHaveBeenCalled()
  await user.click(button)
  expect(importFiles).toHaveBeenCalledExactlyOnceWith({ files, url: null })
})
