import type { Article } from '../../model/article.ts'
import { articleText } from '../../model/article-text.ts'
import type { CapturedPage } from '../../model/captured.ts'
import type { PageSignals } from '../../model/signals.ts'
import type { AttemptReason, Warning } from '../../model/snapshot.ts'
import { plainWords } from './phrases.ts'

export type AnsweredPage = Pick<
  CapturedPage,
  'requestedUrl' | 'finalUrl' | 'redirects' | 'headers' | 'mime' | 'bytes' | 'html' | 'http'
>

export interface OutcomeFacts {
  readonly page: AnsweredPage
  readonly article: Article
  /** Null where nothing but the article is known. */
  readonly signals: PageSignals | null
  /** Words of the source's last version; null where it has none. */
  readonly hadGoodVersion: { readonly words: number } | null
}

export type Judgement =
  | {
      readonly outcome: 'story'
      /** The facts that decided, for the log. */
      readonly evidence: string
      /** Doubts: for a person to look at. */
      readonly warnings: readonly Warning[]
    }
  | {
      readonly outcome: 'attempt'
      readonly reason: AttemptReason
      readonly evidence: string
      readonly warnings: readonly Warning[]
    }

/** A page as the rules read it: everything brought into one form, once. */
export interface Reading extends OutcomeFacts {
  readonly signals: PageSignals
  /** Words of the story, and of the whole page. */
  readonly words: number
  readonly pageWords: number
  /** Document title and headline, in the plain form. */
  readonly titles: readonly string[]
  /** The beginning of the markup. */
  readonly markup: string
  /** The beginning of what is to be seen, in the plain form. */
  readonly visible: string
  /** The story's own text, in the plain form. */
  readonly body: string
  /** The story has a picture, a video or a post: it may do with few words. */
  readonly hasMedia: boolean
  /** The address led on to another page. */
  readonly moved: boolean
}

/** Enough markup for any notice, wall or stub, in characters. */
const MAX_MARKUP = 200_000

/** The beginning of a page's markup, where its marks are looked for. */
export function markupOf(page: AnsweredPage): string {
  return page.html.slice(0, MAX_MARKUP)
}

/** More text than any notice, wall or stub has. */
const MAX_TEXT = 8_000

const NO_SIGNALS: PageSignals = {
  articleWords: 0,
  pageWords: 0,
  documentTitle: '',
  visibleText: '',
  hasPasswordField: false,
  declaredPaywalled: false,
  paragraphs: 0,
  declaresArticle: false,
  needsScript: false,
}

export function readPage(facts: OutcomeFacts): Reading {
  const { page, article } = facts
  const signals = facts.signals ?? { ...NO_SIGNALS, articleWords: article.words, pageWords: article.words }
  return {
    ...facts,
    signals,
    words: signals.articleWords,
    pageWords: signals.pageWords,
    titles: [signals.documentTitle, article.title ?? ''].map(plainWords).filter(title => title !== ''),
    markup: markupOf(page),
    visible: plainWords(signals.visibleText),
    body: plainWords(articleText(article).slice(0, MAX_TEXT)),
    hasMedia: article.blocks.some(block => block.kind === 'figure' || block.kind === 'post'),
    moved: page.redirects.length > 0,
  }
}

export function attempt(reason: AttemptReason, evidence: string): Judgement {
  return { outcome: 'attempt', reason, evidence, warnings: [] }
}
