import type { OutcomeFacts } from '../../../archive/capture/index.ts'
import type { Article, Block } from '../../../archive/model/article.ts'
import type { PageSignals } from '../../../archive/model/signals.ts'

export interface Sketch {
  readonly status?: number
  readonly headers?: readonly (readonly [string, string])[]
  readonly mime?: string | null
  readonly html?: string
  readonly url?: string
  /** Where the address led; the same address where it is left out. */
  readonly finalUrl?: string
  readonly title?: string
  /** The story's paragraphs. */
  readonly story?: readonly string[]
  /** Visible text besides the story. */
  readonly around?: string
  readonly figure?: boolean
  readonly signals?: Partial<PageSignals>
  readonly before?: number
}

/** Words as the cleaner counts them. */
export function countWords(text: string): number {
  return [...new Intl.Segmenter('und', { granularity: 'word' }).segment(text)].filter(part => part.isWordLike)
    .length
}

const SENTENCE =
  'The harbour council met on Tuesday and agreed that the northern ferry will sail twice a day until spring.'

/** A story of about so many words, in our own words. */
export function storyOf(words: number): readonly string[] {
  return Array.from({ length: Math.max(1, Math.round(words / 19)) }, () => SENTENCE)
}

/** What the rules get of a page that is drawn with a few strokes. */
export function factsOf(sketch: Sketch): OutcomeFacts {
  const requestedUrl = sketch.url ?? 'https://paper.example/news/2026/11/ferry-sails-again'
  const finalUrl = sketch.finalUrl ?? requestedUrl
  const story = sketch.story ?? []
  const text = [sketch.title ?? '', ...story, sketch.around ?? ''].join('\n')
  const html = sketch.html ?? `<html><body>${text}</body></html>`
  const words = countWords(story.join('\n'))
  const figure: Block = {
    kind: 'figure',
    media: 'image',
    src: 'https://paper.example/1.jpg',
    alt: '',
    caption: { text: '', spans: [] },
    credit: null,
  }
  const article: Article = {
    format: 'stet-article/1',
    cleaner: 'test',
    title: sketch.title ?? null,
    byline: [],
    site: null,
    published: null,
    modified: null,
    section: null,
    language: null,
    canonicalUrl: null,
    origins: {},
    dir: 'ltr',
    blocks: [
      ...story.map(paragraph => ({ kind: 'paragraph', text: paragraph, spans: [] }) as const),
      ...(sketch.figure ? [figure] : []),
    ],
    posts: [],
    removed: [],
    words,
  }
  return {
    page: {
      requestedUrl,
      finalUrl,
      redirects:
        finalUrl === requestedUrl ? [] : [{ from: requestedUrl, to: finalUrl, status: 302, via: 'http' }],
      headers: sketch.headers ?? [['content-type', 'text/html']],
      mime: sketch.mime === undefined ? 'text/html' : sketch.mime,
      bytes: Buffer.from(html),
      html,
      http: {
        status: sketch.status ?? 200,
        statusText: '',
        mime: 'text/html',
        charset: 'UTF-8',
        charsetFrom: 'http',
        httpVersion: 'HTTP/1.1',
        remoteAddress: null,
        tls: null,
        lastModified: null,
        etag: null,
      },
    },
    article,
    signals: {
      articleWords: words,
      pageWords: countWords(text),
      documentTitle: sketch.title ?? '',
      visibleText: text,
      hasPasswordField: false,
      declaredPaywalled: false,
      paragraphs: story.length,
      declaresArticle: false,
      needsScript: false,
      ...sketch.signals,
    },
    hadGoodVersion: sketch.before === undefined ? null : { words: sketch.before },
  }
}
