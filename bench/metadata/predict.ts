// Predictions of the metadata reader alone, for `score.mjs` of the cleaning corpora:
//   node bench/metadata/predict.ts OUT.ndjson [--corpus naeb] [--only TEXT]
// Pages are read in child processes of 100 pages each, because jsdom's memory grows without end.
import { spawnSync } from 'node:child_process'
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseArgs } from 'node:util'
import { z } from 'zod'

const PAGES_PER_CHILD = 100
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { corpus: { type: 'string' }, only: { type: 'string', default: '' }, child: { type: 'string' } },
})
const out = positionals[0]
if (!out) throw new Error('Usage: node bench/metadata/predict.ts OUT.ndjson [--corpus NAME] [--only TEXT]')
const cleaning = join(process.env['STET_SHARED'] ?? '../shared', 'bench', 'cleaning')

interface Page {
  readonly corpus: string
  readonly id: string
  readonly url: string
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function pages(): Page[] {
  const corpora = values.corpus ? [values.corpus] : ['naeb', 'fundus']
  return corpora.flatMap(corpus => {
    const truth = z
      .record(z.string(), z.object({ url: z.string() }))
      .parse(readJson(join(cleaning, corpus, 'truth.json')))
    return readdirSync(join(cleaning, corpus, 'html'))
      .map(name => name.replace('.html.gz', ''))
      .filter(id => id.includes(values.only))
      .map(id => ({ corpus, id, url: truth[id]?.url ?? 'https://example.org/' }))
  })
}

const NOISE = /<style\b[\s\S]*?<\/style>|<svg\b[\s\S]*?<\/svg>|<script\b(?![^>]*ld\+json)[\s\S]*?<\/script>/gi

async function readPages(list: readonly Page[], file: string): Promise<void> {
  const { JSDOM } = await import('jsdom')
  const { readMetadata } = await import('../../archive/clean/metadata/index.ts')
  for (const { corpus, id, url } of list) {
    const html = gunzipSync(readFileSync(join(cleaning, corpus, 'html', `${id}.html.gz`))).toString('utf8')
    const dom = new JSDOM(html.replaceAll(NOISE, ''), { url })
    const started = performance.now()
    const found = readMetadata(dom.window.document, url)
    const ms = Math.round(performance.now() - started)
    const { title, byline, published, ...rest } = found
    const row = { corpus, id, text: '', title, authors: byline, date: published, ms, ...rest }
    appendFileSync(file, JSON.stringify(row) + '\n')
    dom.window.close()
  }
}

const all = pages()
if (values.child !== undefined) {
  const start = Number(values.child)
  await readPages(all.slice(start, start + PAGES_PER_CHILD), out)
} else {
  rmSync(out, { force: true })
  writeFileSync(out, '')
  for (let start = 0; start < all.length; start += PAGES_PER_CHILD) {
    const args = [...process.argv.slice(1), '--child', String(start)]
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
    if (status !== 0) throw new Error(`The child that began at page ${start} ended with status ${status}.`)
  }
}
