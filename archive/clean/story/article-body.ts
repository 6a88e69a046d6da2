import type { StoryHints } from '../hints.ts'
import { bare } from '../text-of.ts'
import { drop, isProse, take, type Entry } from './entry.ts'

const RUN = 5
/** A shorter one is a teaser. */
const SHORTEST_BODY_WORDS = 120
const MATCHED = 0.6
const COVERED = 0.85

function runs(text: string): string[] {
  const words = text.split(' ')
  return words.length < RUN
    ? []
    : Array.from({ length: words.length - RUN + 1 }, (_, i) => words.slice(i, i + RUN).join(' '))
}

function plainBody(html: string): string {
  return bare(html.replace(/<[^>]*>/g, ' ').replace(/&(?:#\d+|#x[\da-f]+|\w+);/gi, ' '))
}

/**
 * Many pages carry their whole story once more as `articleBody` in JSON-LD. Where all of it stands on the
 * page, it tells where the story ends: running text after its last paragraph is another story (pages that go
 * on and on), and a paragraph of it that was left out comes back.
 */
export function trimToArticleBody(entries: readonly Entry[], hints: StoryHints): void {
  const body = hints.articleBody === null ? '' : plainBody(hints.articleBody)
  const wanted = new Set(runs(body))
  if (wanted.size < SHORTEST_BODY_WORDS || /(?:…|\.\.\.)\s*$/.test(hints.articleBody ?? '')) return
  const found = new Set<string>()
  const isPart = (entry: Entry): boolean => {
    const own = runs(bare(entry.unit.text))
    const hits = own.filter(run => wanted.has(run))
    for (const run of hits) found.add(run)
    return own.length > 0 && hits.length >= own.length * MATCHED
  }
  const parts = new Set(entries.filter(entry => isProse(entry) && isPart(entry)))
  if (found.size < wanted.size * COVERED) return
  for (const entry of parts) if (!entry.inStory && entry.rule === null) take(entry)
  const last = entries.findLastIndex(entry => parts.has(entry))
  for (const entry of entries.slice(last + 1))
    if (isProse(entry) || entry.block.kind === 'heading') drop(entry, 'after-article-body')
}
