export { decodeCss, decodeHtml, type DecodedHtml } from '../model/charset/decode.ts'
export { createFetcher, FETCHER_DEFAULTS, type FetcherOptions } from './fetch/fetcher.ts'
export { isLocalHost, isPublicAddress } from './fetch/address.ts'
export { createHostQueue, HOST_QUEUE_DEFAULTS, type HostQueue, type HostQueueOptions } from './host-queue.ts'
export { CAPTURE_DEFAULTS, type CaptureOptions } from './options.ts'
export { fetchPage, PAGE_PATH, type FetchedPage } from './page.ts'
export { fetchResources, type ResourceDeps } from './resources.ts'
export type { FetchedResources } from './resource-ledger.ts'
export type { CaptureDeps } from './visit.ts'
export {
  httpEngine,
  type EngineDeps,
  type KeptResources,
  type PageEngine,
  type ReachedPage,
  type SeenFrame,
} from './engine.ts'
export { browserEngine } from './browser/engine.ts'
export { signedInEngine } from './browser/signed-in/engine.ts'
export type { SignIn } from './browser/signed-in/page.ts'
export { BROWSER_DEFAULTS, type BrowserOptions } from './browser/options.ts'
export { harOf, type HarFacts } from './har.ts'
export type { Har, HarEntry } from './har-types.ts'
export { attemptReasonOf } from './outcome/attempt-reason.ts'
export { documentReferences } from './discover/html.ts'
export { styleReferences } from './discover/css.ts'
export { headerOf, headersOf, mimeOf, type HeaderLines } from './headers.ts'
export { isHtmlType } from './sniff.ts'
export { judge, judgeAnswer, type Judgement, type OutcomeFacts } from './outcome/judge.ts'
