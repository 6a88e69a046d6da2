import type { Article } from '../model/article.ts'
import type { PageSignals } from '../model/signals.ts'

export interface CleanPageTask {
  readonly kind: 'page'
  readonly html: string
  /** Base for relative links: the address that answered. */
  readonly url: string
  /** Its frames as a browser showed them, for the posts in them. */
  readonly frames?: readonly {
    readonly url: string
    readonly text: string
    readonly html: string
  }[]
}

export interface CleanTextTask {
  readonly kind: 'text'
  readonly text: string
  readonly markdown: boolean
  readonly fileName: string | null
}

export type CleanTask = CleanPageTask | CleanTextTask

export interface Cleaned {
  readonly article: Article
  /** What the outcome rules want to know about the page; null for plain text. */
  readonly signals: PageSignals | null
}

/** Runs heavy work (parsing, cleaning) outside the caller's thread, with limits on time and memory. */
export interface Workers {
  /** Starts one more worker, until all run, so that it loads while the caller waits for something else. */
  warmUp(): void
  clean(task: CleanTask, signal?: AbortSignal): Promise<Cleaned>
  close(): Promise<void>
}
