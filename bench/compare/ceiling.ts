/**
 * What an aligner that pairs every sentence as the truth does would score on the shared cases: their hunks and
 * letters changed, with our word alignment inside the pairs, beside the number of edits the cases were made
 * with. Several new sentences in a row are several edits, but one hunk for any reader; an edit inside a moved
 * sentence is one edit, but counted with both its places. So "1" is not what a right answer scores.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { sharedRuns } from '../../archive/compare/align/words.ts'
import { createVocabulary } from '../../archive/compare/segment/vocabulary.ts'
import { forEachToken } from '../../archive/compare/segment/words.ts'

const FOLDER = resolve(process.env.STET_SHARED ?? '../shared', 'bench', 'compare')

const GROUPS: readonly (readonly [name: string, files: RegExp])[] = [
  ['news, light', /^(?:minor|typical)-(?:300|1000)-/],
  ['news, heavy', /^heavy-(?:300|1000)-/],
  ['news, moves', /^moves-(?:300|1000)-/],
  ['5,000 words', /^(?:minor|typical|heavy|moves)-5000-/],
  ['20,000 words', /^(?:minor|typical|heavy|moves)-20000-/],
  ['real English', /^pool-en-real-(?!all)/],
  ['Chinese', /^pool-zh-(?!all)/],
  ['Russian', /^pool-ru-(?!all)/],
  ['Hindi', /^pool-hi-(?!all)/],
  ['Thai', /^pool-th-(?!all)/],
]

const PARAGRAPHS = z.array(z.array(z.string()))
const CASE = z.looseObject({
  id: z.string(),
  oldParas: PARAGRAPHS,
  newParas: PARAGRAPHS,
  links: z.array(z.looseObject({ i: z.number(), j: z.number(), kind: z.string(), moved: z.boolean() })),
})
type Case = z.infer<typeof CASE>

/** The parts of the shared scorer that are used here; spans count characters without white space. */
interface Scorer {
  readonly prep: (revision: Case) => Prepared
  readonly score: (revision: Case, prepared: Prepared, answer: unknown) => Record<string, number>
  readonly agg: (rows: readonly Record<string, number>[]) => Record<string, number>
}

interface Prepared {
  readonly os: string[]
  readonly nn: string[]
  readonly oSp: [number, number][]
  readonly nSp: [number, number][]
}

/** Token number, place and length, both without white space. */
type Token = readonly [id: number, at: number, length: number]

function truthOf(revision: Case, prepared: Prepared) {
  const { os, nn, oSp, nSp } = prepared
  const vocabulary = createVocabulary()
  const tokensOf = (sentence: string, at: number): Token[] => {
    const tokens: Token[] = []
    forEachToken(sentence, (token, start, kind) => {
      const before = sentence.slice(0, start).replace(/\s/g, '').length
      tokens.push([vocabulary.idOf(token, kind), at + before, token.length])
    })
    return tokens
  }
  const links: unknown[] = []
  const eq: unknown[] = []
  const halves = (key: 'i' | 'j', of: Case['links'][number]) =>
    revision.links.filter(link => link.kind === of.kind && link[key] === of[key])
  for (const link of revision.links) {
    const olds = link.kind === 'merge' ? halves('j', link).map(half => half.i) : [link.i]
    const news = link.kind === 'split' ? halves('i', link).map(half => half.j) : [link.j]
    const moved = link.moved ? 1 : 0
    links.push([...oSp[link.i]!, ...nSp[link.j]!, moved])
    if (Math.min(...olds) < link.i || Math.min(...news) < link.j) continue
    const before = olds.toSorted((a, b) => a - b).flatMap(i => tokensOf(os[i]!, oSp[i]![0]))
    const after = news.toSorted((a, b) => a - b).flatMap(j => tokensOf(nn[j]!, nSp[j]![0]))
    const runs = sharedRuns(
      before.map(token => token[0]),
      after.map(token => token[0]),
      vocabulary,
    )
    for (const { from, to, length } of runs) {
      for (let k = 0; k < length; k++) {
        eq.push([before[from + k]![1], after[to + k]![1], before[from + k]![2], moved])
      }
    }
  }
  return { eq, links }
}

if (existsSync(FOLDER)) {
  const { prep, score, agg } = (await import(pathToFileURL(join(FOLDER, 'score.mjs')).href)) as Scorer
  console.log(
    '| group | cases | align F1 | hunks/true | churn/true | islands/100 |\n|---|---|---|---|---|---|',
  )
  for (const [name, files] of GROUPS) {
    const cases = readdirSync(join(FOLDER, 'cases')).filter(file => files.test(file))
    const rows = cases.map(file => {
      const revision = CASE.parse(JSON.parse(readFileSync(join(FOLDER, 'cases', file), 'utf8')))
      const prepared = prep(revision)
      return score(revision, prepared, truthOf(revision, prepared))
    })
    const { alignF, hunkRatio, churnRatio, chaffPer100 } = agg(rows)
    console.log(`| ${name} | ${rows.length} | ${alignF} | ${hunkRatio} | ${churnRatio} | ${chaffPer100} |`)
  }
} else {
  console.log(`Skipped: there are no cases at ${FOLDER} (STET_SHARED names the folder that holds it).`)
}
