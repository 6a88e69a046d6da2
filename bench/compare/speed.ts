/**
 * compareText beside jsdiff's diffWords on revisions with known truth (the shared cases), and how the time
 * grows where every sentence was edited. CPU time, warm, the least of three runs, summed over the cases of a
 * group; jsdiff is left out where it would take minutes.
 */
import { diffWords } from 'diff'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { compareText } from '../../archive/compare/index.ts'

const CASES = join(process.env.STET_SHARED ?? '../shared', 'bench', 'compare', 'cases')

const GROUPS: readonly (readonly [name: string, files: RegExp, besideJsdiff: boolean])[] = [
  ['1,000 words, light', /^(?:minor|typical)-1000-/, true],
  ['1,000 words, heavy', /^heavy-1000-/, true],
  ['1,000 words, moves', /^moves-1000-/, true],
  ['5,000 words', /^(?:minor|typical|heavy|moves)-5000-/, true],
  ['20,000 words', /^minor-20000-/, true],
  ['20,000 words, every sentence edited', /^all-edit-20000/, false],
  ['100,000 words, every sentence edited', /^all-edit-100000/, false],
]

const PARAGRAPHS = z.array(z.array(z.string()))
const REVISION = z.object({ oldParas: PARAGRAPHS, newParas: PARAGRAPHS })

function textsOf(file: string): [string, string] {
  const { oldParas, newParas } = REVISION.parse(JSON.parse(readFileSync(join(CASES, file), 'utf8')))
  return [oldParas.map(p => p.join(' ')).join('\n'), newParas.map(p => p.join(' ')).join('\n')]
}

function leastCpuMs(run: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...times)
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
    const sum = (run: (a: string, b: string) => unknown) =>
      pairs.reduce((total, pair) => total + leastCpuMs(() => run(...pair)), 0)
    const ours = sum(compareText)
    const theirs = besideJsdiff ? sum(diffWords) : null
    const columns = theirs === null ? '– | –' : `${theirs.toFixed(0)} ms | ${(theirs / ours).toFixed(1)}`
    console.log(`| ${name} | ${pairs.length} | ${ours.toFixed(1)} ms | ${columns} |`)
  }
  console.log(`\nPeak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB.`)
}
