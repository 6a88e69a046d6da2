/** Pages for the benchmarks: invented news in seeded words, so that every run works on the same bytes. */

const SUBJECTS = [
  'The harbour board',
  'A county court',
  'The water company',
  'Two schools',
  'The bus union',
  'A shipyard',
]
const VERBS = [
  'put off',
  'approved',
  'rejected',
  'paid for',
  'asked about',
  'defended',
  'reopened',
  'cut short',
]
const OBJECTS = [
  'the new quay',
  'a night bus',
  'the old mill',
  'its winter timetable',
  'the library roof',
  'a cod quota',
]
const TAILS = [
  'after a meeting that lasted until two in the morning',
  'although the report has not been published',
  'which costs a third more than it did in spring',
  'and nobody at the county would say why',
  'for the second time in a year',
]

/** Mulberry32: small, seeded, good enough to choose words. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function sentence(next: () => number): string {
  const pick = (words: readonly string[]) => words[Math.floor(next() * words.length)] ?? ''
  return `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} for ${Math.floor(next() * 900) + 3} crowns a head, ${pick(TAILS)}.`
}

export interface PageOptions {
  readonly seed: number
  readonly paragraphs: number
  /** Bytes of mark-up that is not the story: navigation, style, script. */
  readonly furnitureBytes: number
}

/** One article page of a few hundred words in the usual amount of furniture. */
export function newsPage({ seed, paragraphs, furnitureBytes }: PageOptions): string {
  const next = random(seed)
  const title = sentence(next).slice(0, 70)
  const body = Array.from({ length: paragraphs }, () => {
    const text = Array.from({ length: 4 }, () => sentence(next)).join(' ')
    return `<p>${text}</p>`
  })
  const links = Array.from(
    { length: 60 },
    (_, i) => `<li><a href="/s/${seed}-${i}">${sentence(next).slice(0, 50)}</a></li>`,
  )
  const style = '.a{margin:0;padding:0}'.repeat(Math.ceil(furnitureBytes / 2 / 21))
  const script = 'window.q=(window.q||[]).concat(1);'.repeat(Math.ceil(furnitureBytes / 2 / 34))
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Bench Courier</title>
<meta name="author" content="Nils Aren"><meta property="article:published_time" content="2026-03-0${(seed % 9) + 1}T08:00:00Z">
<link rel="canonical" href="https://bench.example/story/${seed}"><style>${style}</style></head><body>
<nav><ul>${links.slice(0, 20).join('')}</ul></nav><main><article><h1>${title}</h1><p class="byline">By Nils Aren</p>
${body.join('\n')}
</article></main><aside><h3>Most read</h3><ul>${links.slice(20).join('')}</ul></aside>
<footer><p>© Bench Courier</p></footer><script>${script}</script></body></html>`
}
