import { onTestFinished } from 'vitest'
import {
  createFetcher,
  createHostQueue,
  fetchPage,
  fetchResources,
  type CaptureDeps,
  type CaptureOptions,
  type FetchedPage,
  type FetchedResources,
  type FetcherOptions,
} from '../../../archive/capture/index.ts'
import { sha256Hex } from '../../../archive/model/hash.ts'
import { systemClock } from '../../../archive/ports/clock.ts'
import type { BodySink } from '../../../archive/ports/body-sink.ts'
import type { Fetcher } from '../../../archive/ports/fetcher.ts'

/** A fetcher that is closed when the test ends. */
export function testFetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = createFetcher(options)
  onTestFinished(() => fetcher.close())
  return fetcher
}

export function testDeps(options: Partial<FetcherOptions> = {}): CaptureDeps {
  return { fetcher: testFetcher(options), queue: createHostQueue(), clock: systemClock }
}

export function pageOf(url: string, options: Partial<CaptureOptions> = {}): Promise<FetchedPage> {
  return fetchPage(url, { allowPrivate: true, ...options }, testDeps())
}

/** A sink that keeps bodies in memory, by their SHA-256. */
export function memorySink(): BodySink & { readonly stored: Map<string, Uint8Array> } {
  const stored = new Map<string, Uint8Array>()
  return {
    stored,
    put(bytes) {
      const sha256 = sha256Hex(bytes)
      stored.set(sha256, bytes)
      return Promise.resolve({ path: `data/resources/${sha256}`, sha256, bytes: bytes.byteLength })
    },
  }
}

export interface WholeCapture {
  readonly fetched: FetchedPage
  readonly resources: FetchedResources
  /** Paths of what was kept, sorted. */
  readonly kept: readonly string[]
}

/** Fetches a page and what it shows. */
export async function captureOf(
  url: string,
  options: Partial<CaptureOptions> = {},
  deps: CaptureDeps = testDeps(),
): Promise<WholeCapture> {
  const fetched = await fetchPage(url, { allowPrivate: true, ...options }, deps)
  const resources = await fetchResources(fetched, {}, { ...deps, sink: memorySink() })
  const kept = [...resources.bodies.keys()].map(key => new URL(key).pathname + new URL(key).search).toSorted()
  return { fetched, resources, kept }
}
