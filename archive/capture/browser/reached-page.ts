import type { BehaviourRecord } from '../../model/snapshot.ts'
import type { Browser } from '../../ports/browser.ts'
import type { ReachedPage } from '../engine.ts'
import { PAGE_PATH } from '../page.ts'
import type { EarlierTry } from './capture.ts'
import type { RenderedPage } from './documents.ts'
import { type Notice, noticeOf } from './notices.ts'
import type { BrowserOptions } from './options.ts'
import { pageOf, resourcesOf, type ResultFacts } from './result.ts'
import type { Screenshot } from './screenshot.ts'
import { wordsKept } from '../../model/words-kept.ts'

/** Everything a capture came to know and to have. */
export interface Reached extends Omit<ResultFacts, 'html'> {
  readonly browser: Browser
  readonly budgets: BrowserOptions
  readonly userAgent: string
  readonly earlier: EarlierTry | null
  readonly rendered: RenderedPage | null
  readonly screenshot: Screenshot | null
  readonly behaviours: readonly BehaviourRecord[]
  readonly notices: readonly Notice[]
}

/** The outcome of a capture in the shape in which engines hand it over. */
export function reachedPage(reached: Reached): ReachedPage {
  const { rendered, screenshot, options, userAgent } = reached
  const facts: ResultFacts = { ...reached, html: rendered?.forCleaning ?? null }
  const text = rendered
    ? [rendered.text, ...rendered.frames.map(frame => frame.text)].join('\n\n') + '\n'
    : null
  const kept = resourcesOf(facts, rendered?.parts ?? [])
  const resources = { ...kept, entries: [...(reached.earlier?.entries ?? []), ...kept.entries] }
  return {
    engine: { name: 'browser', version: reached.browser.product },
    page: pageOf(facts),
    warnings: reached.notices.map(noticeOf),
    options: { ...options, ...reached.budgets, userAgent },
    files: {
      [PAGE_PATH]: facts.main.body.bytes,
      ...(rendered ? { 'data/dom.html': Buffer.from(rendered.stored) } : {}),
      ...(text === null ? {} : { 'data/text.txt': Buffer.from(text) }),
      ...(screenshot ? { 'data/screenshot.png': screenshot.png } : {}),
    },
    view: rendered && {
      userAgent,
      viewport: { ...options.viewport },
      behaviours: reached.behaviours,
      frames: rendered.frameDocuments.length,
      screenshot: screenshot?.facts ?? null,
      words: wordsKept(text ?? '', [rendered.stored, ...rendered.frameDocuments, ...rendered.drawings]),
    },
    frames: rendered?.frames ?? [],
    fetchesResources: false,
    resources: () => Promise.resolve(resources),
  }
}
