/** What cleaning noticed about a page that tells whether it is the story at all. Read by the outcome rules. */
export interface PageSignals {
  /** Words in the cleaned body, and in the visible text of the whole page. */
  readonly articleWords: number
  readonly pageWords: number
  /** `<title>` as it stands. */
  readonly documentTitle: string
  /** The first 5,000 characters of the page's visible text. */
  readonly visibleText: string
  /** Password fields, and forms that post to a login-like address. */
  readonly hasPasswordField: boolean
  /** schema.org `isAccessibleForFree: false` anywhere in JSON-LD, or the like in meta. */
  readonly declaredPaywalled: boolean
  /** Number of paragraphs in the cleaned body. */
  readonly paragraphs: number
  /** The page declares itself an article: og:type, JSON-LD type, or an `<article>` element. */
  readonly declaresArticle: boolean
  /** A script root without content (`<div id="root"></div>`): the story needs a browser. */
  readonly needsScript: boolean
  /** A post's own page that showed the post only in its previews for other sites. */
  readonly postFromPreview?: boolean
}
