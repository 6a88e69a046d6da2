// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Completeness as Facts, Evidence } from '../../../archive/contract/source.ts'
import { Completeness } from '../../../renderer/features/source/evidence/Completeness.tsx'
import { LeftOut } from '../../../renderer/features/source/evidence/LeftOut.tsx'
import { profilesFor } from '../../../renderer/features/source/head/profiles-for.ts'
import { showLanguage } from '../../../renderer/i18n/index.ts'

beforeAll(() => showLanguage('en'))
afterEach(cleanup)

const WHOLE: Facts = { asked: 18, kept: 18, failed: [], wordsSeen: 751, wordsKept: 751, share: 1 }

test('a page of which everything is there says so', () => {
  render(<Completeness completeness={WHOLE} />)
  expect(screen.getByText('100%')).toBeTruthy()
  expect(screen.getByText('18 of the 18 parts that the page asked for are saved.')).toBeTruthy()
  expect(screen.getByText('751 of the 751 words that a reader saw are in the saved page.')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('what is missing is named with who did not give it, and a share just below the whole does not read as the whole', async () => {
  const url = 'https://cdn.example/video.mp4'
  const failed = [{ url, reason: 'larger than the limit', cause: 'limit' as const }]
  render(<Completeness completeness={{ ...WHOLE, kept: 17, failed, share: 0.9999 }} />)
  expect(screen.getByText('99.9%')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '1 part is missing' }))
  expect(screen.getByText(url)).toBeTruthy()
  expect(screen.getByRole('listitem').textContent).toContain('Left out by a limit: larger than the limit')
})

test('where no browser looked, no words are claimed to have been counted', () => {
  render(<Completeness completeness={{ ...WHOLE, wordsSeen: null, wordsKept: null }} />)
  expect(screen.getByText(/nobody counted the words/)).toBeTruthy()
})

const record = (more: Partial<Evidence['record']>) => more as Evidence['record']

test('a sign-in and what was left out for it are told, and nothing where there is nothing to tell', () => {
  const { container, rerender } = render(<LeftOut record={record({})} />)
  expect(container.textContent).toBe('')
  const redactions = [
    { where: 'data/network.har', what: 'headers', count: 12 },
    { where: 'data/dom.html', what: 'values', count: 1 },
  ] as const
  rerender(<LeftOut record={record({ profile: true, redactions })} />)
  expect(screen.getByText(/shown with a person’s sign-in/)).toBeTruthy()
  expect(screen.getByText('12 headers and cookies')).toBeTruthy()
  expect(screen.getByText('1 place in the text')).toBeTruthy()
  expect(screen.getAllByText('This file is not byte for byte what was received.')).toHaveLength(1)
})

test('a profile is offered for the sites it is signed in at, and for no others', () => {
  const profile = (name: string, hosts: readonly string[]) => ({
    name,
    hosts,
    url: null,
    signedInAt: '',
    usedAt: null,
    cookies: 1,
    endsAt: null,
  })
  const profiles = [
    profile('Quay', ['quay.example', 'login.quay.example']),
    profile('Hill', ['hill.example']),
  ]
  expect(profilesFor('https://www.quay.example/a', profiles)).toEqual(['Quay'])
  expect(profilesFor('https://notquay.example/a', profiles)).toEqual([])
  expect(profilesFor('file:abc', profiles)).toEqual([])
})
