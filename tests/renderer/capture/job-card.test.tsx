// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Job, JobItem } from '../../../archive/contract/jobs.ts'
import { showLanguage } from '../../../renderer/i18n/index.ts'
import { JobCard } from '../../../renderer/features/capture/JobCard.tsx'

const jobs = vi.hoisted(() => ({
  cancel: vi.fn<(request: { jobId: string; input?: string }) => Promise<void>>().mockResolvedValue(),
  retry: vi.fn<(request: { jobId: string }) => Promise<void>>().mockResolvedValue(),
}))
vi.mock('../../../renderer/client/calls.ts', () => ({ calls: { jobs }, stet: {} }))

beforeAll(() => showLanguage('en'))
afterEach(cleanup)

const item = (input: string, more: Partial<JobItem> = {}): JobItem => ({
  input,
  step: 'waiting',
  bytes: 0,
  resources: { done: 0, wanted: 0 },
  result: null,
  error: null,
  ...more,
})

const job = (more: Partial<Job>): Job => ({
  jobId: 'j1',
  kind: 'capture',
  state: 'running',
  startedAt: '2026-11-21T10:00:00.000Z',
  endedAt: null,
  done: 0,
  total: 2,
  counts: { snapshots: 0, checks: 0, attempts: 0, failed: 0 },
  items: [],
  profile: null,
  resumed: false,
  error: null,
  report: null,
  exported: null,
  ...more,
})

const failed = { code: 'internal', message: 'It did not work.', data: {} }

test('a running capture says its step, its files and its bytes', () => {
  const running = item('https://example.org/a', {
    step: 'resources',
    bytes: 1_200_000,
    resources: { done: 4, wanted: 12 },
  })
  render(<JobCard job={job({ items: [running, item('https://example.org/b')] })} />)
  expect(screen.getByText('Pictures and files, 4 of 12 · 1.2 MB')).toBeTruthy()
  expect(screen.getByText('Waiting')).toBeTruthy()
})

test('one input can be stopped and the others go on', async () => {
  render(<JobCard job={job({ items: [item('https://example.org/a'), item('https://example.org/b')] })} />)
  await userEvent.click(screen.getByRole('button', { name: 'Cancel https://example.org/b' }))
  expect(jobs.cancel).toHaveBeenCalledExactlyOnceWith({ jobId: 'j1', input: 'https://example.org/b' })
})

test('what failed says why and can be tried again', async () => {
  const ended = job({
    state: 'done',
    done: 2,
    counts: { snapshots: 1, checks: 0, attempts: 0, failed: 1 },
    items: [item('https://example.org/a', { step: 'done', error: failed })],
  })
  render(<JobCard job={ended} />)
  expect(screen.getByText('Done: 1 saved and 1 failed')).toBeTruthy()
  expect(screen.getByText('It did not work.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Try again: Capture of 2 addresses' }))
  expect(jobs.retry).toHaveBeenCalledExactlyOnceWith({ jobId: 'j1' })
})

test('of a long job that ended only what went wrong is listed', () => {
  const items = Array.from({ length: 20 }, (_, index) =>
    item(`https://example.org/${index}`, { step: 'done', ...(index === 7 ? { error: failed } : {}) }),
  )
  render(<JobCard job={job({ state: 'done', done: 20, total: 20, items })} />)
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByText('https://example.org/7')).toBeTruthy()
})
