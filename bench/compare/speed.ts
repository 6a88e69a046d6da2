/**
 * compareText beside jsdiff's diffWords on revisions with known truth (the shared cases), and how the time
 * grows where every sentence was edited. CPU time, warm, the least of three runs, summed over the cases of a
 * group; jsdiff gives up after a time a case (once), and is left out where every sentence was edited. Below that
 * two articles as the app compares them: read from their bags and compared in a thread.
 *
 *   node bench/compare/speed.ts [SECONDS]     how long jsdiff may take for a pair, 15 by default
 */
import { diffWords } from 'diff'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { compareText } from '../../archive/compare/index.ts'
import { Comparer } from '../../archive/library/comparer.ts'
import type { Article } from '../../archive/model/article.ts'

const CASES = join(process.env.STET_SHARED ?? '../shared', 'bench', 'compare', 'cases')

const GROUPS: readonly (readonly [name: string, files: RegExp, besideJsdiff: boolean])[] = [
  ['1,000 words, light', /^(?:minor|typical)-1000-/, true],
  ['1,000 words, heavy', /^heavy-1000-/, true],
  ['1,000 words, moves', /^moves-1000-/, true],
  ['5,000 words', /^(?:minor|typical|heavy|moves)-5000-/, true],
  ['20,000 words, few changes', /^minor-20000-/, true],
  ['20,000 words, moves', /^moves-20000-/, true],
  ['20,000 words, every sentence edited', /^all-edit-20000/, false],
  ['100,000 words, every sentence edited', /^all-edit-100000/, false],
]

const PARAGRAPHS = z.array(z.array(z.string()))
const REVISION = z.object({ oldParas: PARAGRAPHS, newParas: PARAGRAPHS })

function textsOf(file: string): [string, string] {
  const { oldParas, newParas } = REVISION.parse(JSON.parse(readFileSync(join(CASES, file), 'utf8')))
  return [oldParas.map(p => p.join(' ')).join('\n'), newParas.map(p => p.join(' ')).join('\n')]
}

/** How long jsdiff may take for one pair before it counts as not done. */
const PATIENCE_MS = 1000 * Number(process.argv[2] ?? 15)

function cpuMs(run: () => unknown): number {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function leastCpuMs(run: () => unknown): number {
  return Math.min(...Array.from({ length: 3 }, () => cpuMs(run)))
}

/** CPU time of jsdiff, and whether it came to an end. */
function jsdiffMs(a: string, b: string): { readonly ms: number; readonly done: boolean } {
  let done = false
  const first = cpuMs(() => {
    done = diffWords(a, b, { timeout: PATIENCE_MS }) !== undefined
  })
  return {
    ms: done
      ? Math.min(
          first,
          leastCpuMs(() => diffWords(a, b)),
        )
      : first,
    done,
  }
}

/** A bag as far as a comparison reads it. */
function bagOf(folder: string, paragraphs: readonly (readonly string[])[]): string {
  mkdirSync(join(folder, 'data'), { recursive: true })
  const article: Article = {
    format: 'stet-article/1',
    cleaner: 'bench/1',
    title: 'A story',
    byline: [],
    site: 'A paper',
    published: null,
    modified: null,
    section: null,
    language: 'en',
    canonicalUrl: null,
    origins: {},
    dir: 'ltr',
    blocks: paragraphs.map(sentences => ({ kind: 'paragraph', text: sentences.join(' '), spans: [] })),
    posts: [],
    removed: [],
    words: 0,
  }
  writeFileSync(join(folder, 'data', 'article.json'), JSON.stringify(article))
  const snapshot = { pictures: [], clock: null, sourceId: 'bench' }
  writeFileSync(join(folder, 'data', 'snapshot.json'), JSON.stringify(snapshot))
  return folder
}

const WARM_UP = 20

/** CPU time of one comparison of two articles in the app, all threads of the process together. */
async function articlesMs(files: readonly string[]): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  const comparer = new Comparer()
  try {
    const times: number[] = []
    for (const [k, file] of files.entries()) {
      const { oldParas, newParas } = REVISION.parse(JSON.parse(readFileSync(join(CASES, file), 'utf8')))
      const from = bagOf(join(folder, `${k}-old`), oldParas)
      const to = bagOf(join(folder, `${k}-new`), newParas)
      let least = Infinity
      for (let run = 0; run < WARM_UP; run++) {
        const start = process.cpuUsage()
        await comparer.run({ kind: 'pair', from, to })
        const { user, system } = process.cpuUsage(start)
        least = Math.min(least, (user + system) / 1000)
      }
      times.push(least)
    }
    return times.toSorted((a, b) => a - b)
  } finally {
    await comparer.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (!existsSync(CASES)) {
  console.log(
    `Skipped: there are no cases at ${CASES} (STET_SHARED names the folder that holds bench/compare).`,
  )
} else {
  const all = readdirSync(CASES)
  for (const file of all.filter(name => /-300-/.test(name))) compareText(...textsOf(file))
  console.log('| texts | cases | compareText | jsdiff diffWords | ratio |\n|---|---|---|---|---|')
  for (const [name, files, besideJsdiff] of GROUPS) {
    const pairs = all.filter(file => files.test(file)).map(textsOf)
    const ours = pairs.reduce((total, pair) => total + leastCpuMs(() => compareText(...pair)), 0)
    const theirs = besideJsdiff ? pairs.map(pair => jsdiffMs(...pair)) : []
    const sum = theirs.reduce((total, { ms }) => total + ms, 0)
    const over = theirs.every(({ done }) => done) ? '' : 'over '
    const columns = besideJsdiff ? `${over}${sum.toFixed(0)} ms | ${over}${(sum / ours).toFixed(1)}` : '– | –'
    console.log(`| ${name} | ${pairs.length} | ${ours.toFixed(1)} ms | ${columns} |`)
  }
  const times = await articlesMs(all.filter(file => /^(?:minor|typical|heavy|moves)-1000-/.test(file)))
  const [median, most] = [times[times.length >> 1]!, times.at(-1)!]
  console.log(
    `\nTwo articles of 1,000 words in the app: ${median.toFixed(1)} ms, at most ${most.toFixed(1)} ms.`,
  )
  console.log(`Peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB.`)
}
