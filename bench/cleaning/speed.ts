/** Cleans the same pages with Stet's two workers and with plain Readability in one thread. */
import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import { createWorkerPool } from '../../archive/jobs/worker-pool.ts'
import { newsPage } from '../support/pages.ts'

const PAGES = 60
const pages = Array.from({ length: PAGES }, (_, seed) =>
  newsPage({ seed, paragraphs: 24, furnitureBytes: 150_000 }),
)
const url = 'https://bench.example/story'

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

const workers = createWorkerPool({ threads: 2 })
// One page each first: loading jsdom is a cost of starting, measured elsewhere.
await Promise.all([0, 1].map(() => workers.clean({ kind: 'page', html: pages[0] ?? '', url })))
const stet = await timed(async () => {
  await Promise.all(pages.map(html => workers.clean({ kind: 'page', html, url })))
})
await workers.close()

const virtualConsole = new VirtualConsole()
const plain = await timed(async () => {
  for (const html of pages) {
    const dom = new JSDOM(html, { url, virtualConsole })
    new Readability(dom.window.document).parse()
    dom.window.close()
  }
})

console.log('| what | pages/s |\n|---|---|')
console.log(`| Stet, 2 workers, cleaned and structured | ${(PAGES / stet).toFixed(1)} |`)
console.log(`| plain Readability, 1 thread | ${(PAGES / plain).toFixed(1)} |`)
console.log(`\nRatio ${(plain / stet).toFixed(2)}`)
