import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Job } from '../../archive/contract/jobs.ts'
import type { Status, StetEvent } from '../../archive/contract/status.ts'
import { calls, stet } from './calls.ts'

/** What is known without asking: kept up to date by the event stream. */
export interface Live {
  /** `lost`: the host does not answer; the app goes on trying. */
  readonly connection: 'connecting' | 'connected' | 'lost'
  /** Null until the host has said it once. */
  readonly status: Status | null
  /** Newest first. */
  readonly jobs: readonly Job[]
}

let live: Live = { connection: 'connecting', status: null, jobs: [] }
const listeners = new Set<() => void>()

function set(change: Partial<Live>): void {
  live = { ...live, ...change }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLive<T>(select: (live: Live) => T): T {
  return useSyncExternalStore(subscribe, () => select(live))
}

export const useJobs = (): readonly Job[] => useLive(({ jobs }) => jobs)
export const useStatus = (): Status | null => useLive(({ status }) => status)

const FIRST_WAIT_MS = 300
const LONGEST_WAIT_MS = 5_000

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/** Follows the host's events until the signal ends it; comes back by itself when the host does. */
export async function follow(queries: QueryClient, signal: AbortSignal): Promise<void> {
  for (let pause = FIRST_WAIT_MS; !signal.aborted; pause = Math.min(pause * 2, LONGEST_WAIT_MS)) {
    try {
      const events = await calls.archive.events(undefined, { signal })
      // Jobs of a core that is gone are not in the new stream.
      set({ jobs: [] })
      if (live.connection === 'lost') void queries.invalidateQueries()
      for await (const event of events) {
        pause = FIRST_WAIT_MS
        if (live.connection !== 'connected') set({ connection: 'connected' })
        apply(event, queries)
      }
    } catch {
      // Shown by the shell as a lost connection; there is nobody else to tell.
    }
    if (signal.aborted) return
    set({ connection: 'lost' })
    await wait(pause, signal)
  }
}

function apply(event: StetEvent, queries: QueryClient): void {
  switch (event.type) {
    case 'status': {
      const before = live.status
      set({ status: event.status })
      if (before && before.state !== event.status.state) void queries.invalidateQueries()
      return
    }
    case 'job': {
      const others = live.jobs.filter(job => job.jobId !== event.job.jobId)
      const jobs = [event.job, ...others].toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
      return set({ jobs })
    }
    case 'job-gone':
      return set({ jobs: live.jobs.filter(job => job.jobId !== event.jobId) })
    case 'sources': {
      for (const key of [stet.library.key(), stet.posts.key(), stet.activity.key()])
        void queries.invalidateQueries({ queryKey: key })
      // A comparison stays true, but a purge may have taken one of its sides.
      queries.removeQueries({ queryKey: stet.compare.key(), type: 'inactive' })
      if (event.sourceIds.length === 0) void queries.invalidateQueries({ queryKey: stet.source.key() })
      for (const sourceId of event.sourceIds) {
        void queries.invalidateQueries({ queryKey: stet.source.get.key({ input: { sourceId } }) })
        void queries.invalidateQueries({ queryKey: stet.source.marks.key({ input: { sourceId } }) })
        void queries.invalidateQueries({ queryKey: stet.source.posts.key({ input: { sourceId } }) })
        void queries.invalidateQueries({ queryKey: stet.source.history.key({ input: { sourceId } }) })
      }
      return
    }
    case 'desk':
      for (const key of [stet.library.key(), stet.source.get.key(), stet.settings.key()])
        void queries.invalidateQueries({ queryKey: key })
  }
}
