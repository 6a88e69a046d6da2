import type { Article } from '../../model/article.ts'
import type { ThreadKind } from '../../model/history.ts'
import { normaliseText } from '../../model/normalise.ts'
import { type Sighting, sighting, type Threads } from './threads.ts'

/** What the page says about itself, in the order it is told. */
const CLAIMS: readonly (readonly [ThreadKind, (article: Article) => Sighting | null])[] = [
  ['headline', ({ title }) => words(title)],
  ['byline', ({ byline }) => words(byline.join(', '))],
  ['outlet', ({ site }) => words(site)],
  ['published', ({ published }) => time(published)],
  ['modified', ({ modified }) => time(modified)],
]

function words(text: string | null): Sighting | null {
  return text ? sighting(text, normaliseText(text)) : null
}

/** Two ways to write one moment say the same. */
function time(text: string | null): Sighting | null {
  if (!text) return null
  const at = Date.parse(text)
  return sighting(text, Number.isNaN(at) ? text : String(at))
}

/** Follows headline, byline, outlet and the page's own dates: one thread each, with a gap where there was none. */
export class Claims {
  readonly #threads: Threads
  readonly #ids = new Map<ThreadKind, { readonly id: number; isThere: boolean }>()

  constructor(threads: Threads) {
    this.#threads = threads
  }

  see(article: Article): void {
    for (const [kind, find] of CLAIMS) {
      const seen = find(article)
      const known = this.#ids.get(kind)
      if (seen && !known) this.#ids.set(kind, { id: this.#threads.begin(kind, seen), isThere: true })
      else if (seen && known?.isThere) this.#threads.goOn(known.id, seen)
      else if (seen && known) this.#threads.comeBack(known.id, seen)
      else if (known?.isThere) this.#threads.end(known.id, 'removed')
      if (known) known.isThere = seen !== null
    }
  }
}
