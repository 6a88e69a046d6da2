// @vitest-environment jsdom
import { ORPCError } from '@orpc/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Profile, SignInEvent } from '../../../archive/contract/profiles.ts'
import { ProfilesPart } from '../../../renderer/features/settings/ProfilesPart.tsx'
import { showLanguage } from '../../../renderer/i18n/index.ts'

type SignIn = (
  ask: { name: string; url: string },
  options?: { signal?: AbortSignal },
) => Promise<AsyncIterable<SignInEvent>>

const { held, signIn, remove } = vi.hoisted(() => ({
  held: { profiles: [] as Profile[] },
  signIn: vi.fn<SignIn>(),
  remove: vi.fn<(ask: { name: string }) => Promise<void>>(),
}))
vi.mock('../../../renderer/client/calls.ts', async () => {
  const { createTanstackQueryUtils } = await import('@orpc/tanstack-query')
  const calls = { profiles: { list: () => Promise.resolve({ profiles: held.profiles }), signIn, remove } }
  return { calls, stet: createTanstackQueryUtils(calls) }
})

const POST: Profile = {
  name: 'Quay Post',
  url: 'https://quay.example/login',
  hosts: ['quay.example', 'reader.quay.example'],
  signedInAt: '2026-11-20T10:00:00.000Z',
  usedAt: null,
  cookies: 3,
  endsAt: null,
}

beforeAll(() => showLanguage('en'))
beforeEach(() => {
  held.profiles = []
  signIn.mockReset()
  remove.mockReset().mockImplementation(({ name }) => {
    held.profiles = held.profiles.filter(profile => profile.name !== name)
    return Promise.resolve()
  })
})
afterEach(cleanup)

async function show() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={queries}>
      <ProfilesPart />
    </QueryClientProvider>,
  )
  await screen.findByRole('form', { name: 'Add a profile' })
  return userEvent.setup()
}

async function fill(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Quay Post')
  await user.type(screen.getByRole('textbox', { name: /Address/ }), 'quay.example/login')
  await user.click(screen.getByRole('button', { name: 'Sign in…' }))
}

test('signing in waits for the window to be closed, and then there is a profile', async () => {
  const closed = Promise.withResolvers<void>()
  signIn.mockImplementation(() =>
    Promise.resolve(
      (async function* () {
        yield { step: 'open' } as const
        await closed.promise
        held.profiles = [POST]
        yield { step: 'done', profile: POST } as const
      })(),
    ),
  )
  const user = await show()
  await fill(user)
  await screen.findByText('Sign in for “Quay Post” in the window that opened, then close it.')
  expect(signIn.mock.calls[0]?.[0]).toEqual({ name: 'Quay Post', url: 'https://quay.example/login' })
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in…' }).disabled).toBe(true)
  closed.resolve()
  await screen.findByText('quay.example, reader.quay.example')
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe(''))
})

test('where no window can be shown, it is said why, and what was typed stays', async () => {
  const message = 'No window can be shown here. Nothing was kept.'
  signIn.mockRejectedValue(new ORPCError('not-found', { message }))
  const user = await show()
  await fill(user)
  expect((await screen.findByRole('alert')).textContent).toContain(message)
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Quay Post')
})

test('a sign-in that is cancelled closes its window and says nothing of failure', async () => {
  signIn.mockImplementation((_, options) =>
    Promise.resolve(
      // oxlint-disable-next-line require-yield -- it ends before it has anything to say
      (async function* (): AsyncGenerator<SignInEvent> {
        await new Promise((_resolve, reject) =>
          options?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
        )
      })(),
    ),
  )
  const user = await show()
  await fill(user)
  await user.click(await screen.findByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(screen.queryByText(/in the window that opened/)).toBeNull())
  expect(signIn.mock.calls[0]?.[1]?.signal?.aborted).toBe(true)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a profile is removed only after one more question', async () => {
  held.profiles = [POST]
  const user = await show()
  await user.click(await screen.findByRole('button', { name: 'Remove the profile Quay Post' }))
  const dialog = await screen.findByRole('dialog', { name: 'Remove the profile Quay Post' })
  expect(remove).not.toHaveBeenCalled()
  expect(dialog.textContent).toContain('cannot be undone')
  await user.click(screen.getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(screen.queryByText(/quay\.example/)).toBeNull())
  expect(remove).toHaveBeenCalledExactlyOnceWith({ name: 'Quay Post' })
})

test('a name that is taken is signed in anew above, not here', async () => {
  held.profiles = [POST]
  const user = await show()
  await screen.findByRole('button', { name: 'Sign in again: Quay Post' })
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'quay post')
  await user.type(screen.getByRole('textbox', { name: /Address/ }), 'quay.example')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in…' }).disabled).toBe(true)
})
