import { AsyncIteratorClass } from '@orpc/server'
import type { StetEvent } from '../contract/status.ts'

/** Events of one key replace each other: who looks slowly sees the newest of each, and memory stays bounded. */
function keyOf(event: StetEvent): string {
  if (event.type === 'job') return `job ${event.job.jobId}`
  if (event.type === 'job-gone') return `job ${event.jobId}`
  return event.type
}

function merged(waiting: StetEvent | undefined, event: StetEvent): StetEvent {
  if (event.type !== 'sources' || waiting?.type !== 'sources') return event
  const anything = event.sourceIds.length === 0 || waiting.sourceIds.length === 0
  const sourceIds = anything ? [] : [...new Set([...waiting.sourceIds, ...event.sourceIds])]
  return { type: 'sources', sourceIds }
}

class Listener {
  readonly #waiting = new Map<string, StetEvent>()
  #wake: (() => void) | null = null
  #ended = false

  push(event: StetEvent): void {
    if (this.#ended) return
    const key = keyOf(event)
    this.#waiting.set(key, merged(this.#waiting.get(key), event))
    this.#wake?.()
  }

  end(): void {
    this.#ended = true
    this.#wake?.()
  }

  async next(): Promise<IteratorResult<StetEvent, undefined>> {
    for (;;) {
      for (const [key, event] of this.#waiting) {
        this.#waiting.delete(key)
        return { done: false, value: event }
      }
      if (this.#ended) return { done: true, value: undefined }
      await new Promise<void>(resolve => (this.#wake = resolve))
    }
  }
}

/** Hands what happens to everybody who looks. */
export class Events {
  readonly #listeners = new Set<Listener>()

  emit(event: StetEvent): void {
    for (const listener of this.#listeners) listener.push(event)
  }

  /** `first`, then everything from now on; ends with the signal, with `return()`, or with `close()`. */
  stream(first: readonly StetEvent[], signal?: AbortSignal): AsyncIteratorObject<StetEvent, undefined> {
    const listener = new Listener()
    const end = () => listener.end()
    for (const event of first) listener.push(event)
    this.#listeners.add(listener)
    if (signal?.aborted) end()
    signal?.addEventListener('abort', end, { once: true })
    return new AsyncIteratorClass(
      () => listener.next(),
      async () => {
        end()
        signal?.removeEventListener('abort', end)
        this.#listeners.delete(listener)
      },
    )
  }

  close(): void {
    for (const listener of this.#listeners) listener.end()
    this.#listeners.clear()
  }
}
