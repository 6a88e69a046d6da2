/**
 * Cleans the corpora of `bench/cleaning` in the shared folder and writes predictions for its `score.mjs`.
 *
 *   node bench/cleaning/predict.ts OUT.ndjson [--baseline] [--only CORPUS] [--every N] [--processes N]
 *
 * `--baseline` runs plain Readability instead; `--every N` takes each N-th page only. Pages go through child
 * processes in lots, because jsdom keeps memory for as long as its process lives.
 */
import { fork } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'

const PAGES_PER_PROCESS = 40
const SHARED = process.env['STET_SHARED'] ?? join(import.meta.dirname, '../../../shared')
const CORPORA = join(SHARED, 'bench/cleaning')

interface Page {
  readonly corpus: string
  readonly id: string
  readonly url: string
}

function pagesOf(corpus: string): Page[] {
  const truth = JSON.parse(readFileSync(join(CORPORA, corpus, 'truth.json'), 'utf8')) as Record<
    string,
    { url?: string }
  >
  return Object.entries(truth).map(([id, { url }]) => ({ corpus, id, url: absolute(url) }))
}

function absolute(url: string | undefined): string {
  if (!url) return 'https://page.invalid/'
  return /^https?:/.test(url) ? url : `https://${url}`
}

async function predict(page: Page, baseline: boolean): Promise<object> {
  const bytes = gunzipSync(readFileSync(join(CORPORA, page.corpus, 'html', `${page.id}.html.gz`)))
  const { corpus, id } = page
  if (baseline) {
    const { readPlain } = await import('./baseline.ts')
    return { corpus, id, text: readPlain(bytes, page.url) }
  }
  const { cleanPage } = await import('../adapters/clean.ts')
  const article = cleanPage(bytes, page.url)
  return {
    corpus,
    id,
    text: article.text,
    title: article.title,
    authors: article.byline,
    date: article.published,
  }
}

async function work(pages: readonly Page[], out: string, baseline: boolean): Promise<void> {
  for (const page of pages) appendFileSync(out, JSON.stringify(await predict(page, baseline)) + '\n')
}

function lots(pages: readonly Page[]): Page[][] {
  const out: Page[][] = []
  for (let at = 0; at < pages.length; at += PAGES_PER_PROCESS)
    out.push(pages.slice(at, at + PAGES_PER_PROCESS))
  return out
}

async function runLot(lot: readonly Page[]): Promise<void> {
  const child = fork(import.meta.filename, process.argv.slice(2))
  child.send(lot)
  const status = await new Promise<number | null>(resolve => child.once('exit', resolve))
  if (status !== 0)
    throw new Error(`A lot of pages failed (exit status ${status}), from ${lot[0]?.corpus}/${lot[0]?.id} on.`)
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      baseline: { type: 'boolean', default: false },
      only: { type: 'string' },
      every: { type: 'string', default: '1' },
      processes: { type: 'string', default: '1' },
    },
  })
  const out = positionals[0]
  if (!out) throw new Error('Name the file to write: node bench/cleaning/predict.ts OUT.ndjson')
  if (process.send) {
    const lot = await new Promise<Page[]>(resolve =>
      process.once('message', message => resolve(message as Page[])),
    )
    await work(lot, out, values.baseline)
    return process.disconnect()
  }
  writeFileSync(out, '')
  const corpora = values.only ? [values.only] : ['aeb', 'naeb', 'fundus']
  const pages = corpora.flatMap(pagesOf).filter((_, i) => i % Number(values.every) === 0)
  const queue = lots(pages)
  const lane = async (): Promise<void> => {
    for (let lot = queue.shift(); lot; lot = queue.shift()) await runLot(lot)
  }
  await Promise.all(Array.from({ length: Number(values.processes) }, lane))
}

await main()
