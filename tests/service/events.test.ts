import { expect, test } from 'vitest'
import type { StetEvent } from '../../archive/contract/status.ts'
import { Events } from '../../archive/service/events.ts'

const sources = (...sourceIds: string[]): StetEvent => ({ type: 'sources', sourceIds })
const gone = (jobId: string): StetEvent => ({ type: 'job-gone', jobId })

test('who looks slowly gets the newest of each thing once, and all sources together', async () => {
  const events = new Events()
  const stream = events.stream([{ type: 'desk' }])
  events.emit(sources('a', 'b'))
  events.emit(gone('1'))
  events.emit(sources('b', 'c'))
  events.emit({ type: 'desk' })
  events.close()
  expect(await Array.fromAsync(stream)).toEqual([{ type: 'desk' }, sources('a', 'b', 'c'), gone('1')])
})

test('"anything may have changed" is not lost among named sources', async () => {
  const events = new Events()
  const stream = events.stream([])
  events.emit(sources())
  events.emit(sources('a'))
  events.close()
  expect(await Array.fromAsync(stream)).toEqual([sources()])
})

test('a stream ends with its signal, with return, and with the service', async () => {
  const events = new Events()
  const stop = new AbortController()
  const [bySignal, byReturn, byClose] = [events.stream([], stop.signal), events.stream([]), events.stream([])]
  const waiting = [bySignal, byReturn, byClose].map(stream => stream.next())
  stop.abort()
  expect(await waiting[0]).toMatchObject({ done: true })
  await byReturn.return?.()
  expect(await waiting[1]).toMatchObject({ done: true })
  events.close()
  expect(await waiting[2]).toMatchObject({ done: true })
})

test('what happens while nobody waits is there at the next look', async () => {
  const events = new Events()
  const stream = events.stream([])
  events.emit(gone('1'))
  expect(await stream.next()).toEqual({ done: false, value: gone('1') })
  const next = stream.next()
  events.emit(gone('2'))
  expect(await next).toEqual({ done: false, value: gone('2') })
  await stream.return?.()
})
