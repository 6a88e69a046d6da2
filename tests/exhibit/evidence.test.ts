import { execFile } from 'node:child_process'
import { chmod, cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../archive/model/hash.ts'
import { type Exhibits, exhibitsOfKinds, squash } from './exhibits.ts'
import { type Kind, KINDS } from './kinds.ts'

const run = promisify(execFile)
let exhibits: Exhibits

beforeAll(async () => {
  exhibits = await exhibitsOfKinds()
}, 60_000)

afterAll(() => exhibits.close())

async function stepsOf(kind: Kind): Promise<readonly { command: string; prints: string | null }[]> {
  const { page } = await exhibits.shown(kind)
  const steps = await page.locator('.step').evaluateAll(found =>
    found.map(step => ({
      command: step.querySelector('.command')!.textContent,
      prints: step.querySelector('.prints')?.textContent ?? null,
    })),
  )
  await page.context().close()
  expect(steps.length).toBeGreaterThanOrEqual(4)
  return steps
}

describe.each(KINDS)('an exhibit of the kind %s', kind => {
  it('names commands that print what it says they print', async () => {
    for (const { command, prints } of await stepsOf(kind)) {
      const { stdout } = await run('sh', ['-c', command], { cwd: exhibits.dir })
      if (prints !== null) expect(stdout.trimEnd()).toBe(prints)
      else for (const line of stdout.trimEnd().split('\n').filter(Boolean)) expect(line).toMatch(/: OK$/)
    }
  })

  it('names commands whose lines fit on paper, where nothing may be broken', async () => {
    const lines = (await stepsOf(kind)).flatMap(({ command }) => command.split('\n'))
    expect(lines.filter(line => line.length > 100)).toEqual([])
  })
})

it('names commands that do the same on a Mac, with the program it names for it', async () => {
  const steps = await stepsOf('rich')
  for (const { command, prints } of steps) {
    const there = command.replaceAll(/\bsha256sum\b/g, 'shasum -a 256')
    const { stdout } = await run('sh', ['-c', there], { cwd: exhibits.dir })
    if (prints === null) expect(stdout.replaceAll(/^.*: OK$/gm, '').trim()).toBe('')
    else expect(stdout.trimEnd()).toBe(prints)
  }
})

it('names commands that find a changed file, and a changed log', async () => {
  const copy = exhibits.at('copy')
  await cp(exhibits.dir, copy, { recursive: true })
  const steps = await stepsOf('rich')
  const { row } = await exhibits.archive.files(exhibits.pairs.rich[0])
  const bag = join(copy, ...row.path.split('/'))
  const file = join(bag, 'data', 'article.txt')
  await chmod(file, 0o644)
  await writeFile(file, (await readFile(file, 'utf8')).replace('37', '39'))
  const [files] = steps
  await expect(run('sh', ['-c', files!.command], { cwd: copy })).rejects.toThrow()

  const log = join(copy, 'log.jsonl')
  await writeFile(log, (await readFile(log, 'utf8')).replace('"version":1', '"version":2'))
  const chain = steps.at(-1)!
  const { stdout } = await run('sh', ['-c', chain.command], { cwd: copy })
  expect(stdout).toContain('BROKEN BEFORE')
})

/** Every string that stands in a document of JSON. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsOf)
}

it.each(['rich', 'noise', 'arabic', 'chinese'] as const)(
  'leads every line of the verdict to a stored file that holds its words: %s',
  async kind => {
    const { verdict } = await exhibits.archive.compare(...exhibits.pairs[kind])
    expect(verdict.length).toBeGreaterThan(0)
    const { page } = await exhibits.shown(kind)
    for (const [index, line] of verdict.entries()) {
      const claim = page.locator(`#claim-${index}`)
      expect(await claim.textContent()).toContain(`Rule: ${line.rule}.`)
      for (const [at, side] of (['from', 'to'] as const).entries()) {
        const link = claim.locator(`.evidence a[href^="#${side}-"]`)
        const row = page.locator(`[id="${(await link.getAttribute('href'))!.slice(1)}"]`)
        const path = (await row.locator('th').textContent())!
        const hash = (await row.locator('code').textContent())!
        const bytes = await (await exhibits.archive.files(exhibits.pairs[kind][at]!)).read(path)
        expect(sha256Hex(bytes)).toBe(hash)
        // The claim repeats the beginning of the hash, for paper.
        expect(await link.textContent()).toContain(hash.slice(0, 12))
        const said = side === 'from' ? line.before : line.after
        if (said === null) continue
        const stored = Buffer.from(bytes).toString('utf8')
        if (path.endsWith('.txt')) {
          const where = /lines? (\d+)(?: to (\d+))? of article\.txt/.exec(
            (await claim.locator('.evidence').textContent())!.split(/(?=After: )/)[at]!,
          )!
          const lines = stored.split('\n').slice(Number(where[1]) - 1, Number(where[2] ?? where[1]))
          expect(squash(lines.join(' '))).toContain(squash(said))
        } else {
          const held = stringsOf(JSON.parse(stored)).map(squash)
          const parts = line.kind === 'byline' ? said.split(', ') : [said]
          for (const part of parts) expect(held.some(words => words.includes(squash(part)))).toBe(true)
        }
      }
    }
    await page.context().close()
  },
)

it.each(['outlets', 'arabicOutlets'] as const)(
  'leads each finding of two sources to the line of the stored text in which it stands, and to its hash: %s',
  async kind => {
    const { sources } = await exhibits.archive.compare(...exhibits.pairs[kind])
    const { page } = await exhibits.shown(kind)
    const { passages, quotations, figures, agreed } = sources!
    const findings = Object.entries({ P: passages, Q: quotations, F: figures, E: agreed }).flatMap(
      ([letter, found]) => found.map((places, index) => ({ code: `${letter}${index + 1}`, places })),
    )
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['P1', 'Q1', 'F1']))
    for (const { code, places } of findings) {
      const evidence = (await page.locator(`#shared-${code} .evidence`).textContent())!
      const [, lineA, lineB] = /A: line (\d+)[^B]*B: line (\d+)/.exec(evidence)!
      for (const [at, line] of [lineA, lineB].entries()) {
        const side = at === 0 ? 'from' : 'to'
        const bytes = await (await exhibits.archive.files(exhibits.pairs[kind][at]!)).read('data/article.txt')
        expect(Buffer.from(bytes).toString().split('\n')[Number(line) - 1]).toContain(places[side].text)
        expect(evidence).toContain(sha256Hex(bytes).slice(0, 12))
        expect(await page.locator(`#${side}-data-article\\.txt code`).textContent()).toBe(sha256Hex(bytes))
      }
    }
    await page.context().close()
  },
)
