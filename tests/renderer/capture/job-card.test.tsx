// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { CaptureRequest, Job, JobItem } from '../../../archive/contract/jobs.ts'
import type { CaptureResult } from '../../../archive/contract/results.ts'
import { showLanguage } from '../../../renderer/i18n/index.ts'
import { JobCard } from '../../../renderer/features/capture/JobCard.tsx'

const jobs = vi.hoisted(() => ({
  capture: vi
    .fn<(request: CaptureRequest) => Promise<{ jobId: string }>>()
    .mockResolvedValue({ jobId: 'j2' }),
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
  engine: null,
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

test('a page that a browser looks through says so, with the parts it has so far and the profile it is shown with', () => {
  const looking = item('https://example.org/a', {
    step: 'looking',
    bytes: 340_000,
    resources: { done: 18, wanted: 21 },
  })
  render(<JobCard job={job({ total: 1, profile: 'Quay Post', items: [looking] })} />)
  expect(
    screen.getByText('Looking through the page, 18 of 21 parts · 340 kB · with the profile Quay Post'),
  ).toBeTruthy()
  expect(
    screen.getByRole('article', { name: 'Capture of 1 address with the profile Quay Post' }),
  ).toBeTruthy()
})

const attempt = (reason: CaptureResult['reason']): CaptureResult => ({
  input: 'https://example.org/a',
  outcome: 'attempt',
  reason,
  sourceId: null,
  snapshotId: null,
  version: null,
  url: null,
  title: null,
  capturedAt: '2026-11-21T10:00:00.000Z',
  contentHash: null,
  fixityHash: null,
  path: null,
  words: null,
  posts: null,
  resources: null,
  bytesNew: 0,
  bytesLinked: 0,
  warnings: [],
})

test.each([
  ['login', null, 'A signed-in profile may reach it.'],
  ['login', 'Quay Post', 'The sign-in of the profile Quay Post may have ended: sign in again.'],
  ['consent-wall', null, 'Stet agrees to such notices only if you allow it.'],
  ['empty', null, 'No browser was found on this computer.'],
] as const)('%s with the profile %s says what to do about it', (reason, profile, hint) => {
  const ended = { state: 'done', done: 1, total: 1, profile } as const
  const result = attempt(reason)
  render(<JobCard job={job({ ...ended, items: [item(result.input, { step: 'done', result })] })} />)
  expect(screen.getByText(hint, { exact: false })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Open Settings' }).getAttribute('href')).toBe('/settings')
})

test('another try at one address goes the way of the first', async () => {
  const result = attempt('http-5xx')
  const items = [item(result.input, { step: 'done', result })]
  render(<JobCard job={job({ state: 'done', total: 1, engine: 'browser', profile: 'Quay Post', items })} />)
  await userEvent.click(screen.getByRole('button', { name: 'Try again: https://example.org/a' }))
  expect(jobs.capture).toHaveBeenCalledExactlyOnceWith({
    urls: ['https://example.org/a'],
    engine: 'browser',
    profile: 'Quay Post',
  })
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
