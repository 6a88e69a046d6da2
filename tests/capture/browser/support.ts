import { afterAll } from 'vitest'
import { localBrowser } from '../../../archive/browser/index.ts'
import {
  browserEngine,
  type BrowserOptions,
  type CaptureOptions,
  createHostQueue,
  type ReachedPage,
} from '../../../archive/capture/index.ts'
import type { BrowserSource } from '../../../archive/ports/browser.ts'
import { systemClock } from '../../../archive/ports/clock.ts'
import { ensureBrowser } from '../../support/browser.ts'
import { memorySink, testFetcher } from '../support/capture.ts'

/** One browser for all tests of a file. */
export async function sharedBrowser(): Promise<BrowserSource> {
  const source = localBrowser({ ...process.env, STET_BROWSER: await ensureBrowser() })
  afterAll(() => source.close())
  return source
}

export interface Reached extends ReachedPage {
  readonly stored: ReadonlyMap<string, Uint8Array>
  readonly dom: string
  readonly seen: string
}

/** Captures one page; bodies stay in memory. Private addresses are open unless `options` says otherwise. */
export async function reach(
  source: BrowserSource,
  url: string,
  options: Partial<CaptureOptions> = {},
  budgets: Partial<BrowserOptions> = {},
  engine: typeof browserEngine = browserEngine,
): Promise<Reached> {
  const sink = memorySink()
  const reached = await engine(source, { maxScreenshotPixels: 0, ...budgets }).reach(
    url,
    { allowPrivate: true, ...options },
    {
      fetcher: testFetcher(),
      queue: createHostQueue(),
      clock: systemClock,
      signal: new AbortController().signal,
      sink,
    },
  )
  const text = (path: string) => Buffer.from(reached.files[path] ?? []).toString('utf8')
  return { ...reached, stored: sink.stored, dom: text('data/dom.html'), seen: text('data/text.txt') }
}

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A page with enough words to be one. */
export function page(inside: string, head = ''): string {
  const words = 'The ferry left the quay at six and came back with the evening tide.'
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry</title>${head}</head>
<body><article><h1>The evening ferry</h1>${`<p>${words}</p>`.repeat(5)}</article>${inside}</body></html>`
}
