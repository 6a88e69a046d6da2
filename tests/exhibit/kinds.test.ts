import { execFile } from 'node:child_process'
import { cp, readFile, writeFile, chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Archive, openArchive } from '../../archive/index.ts'
import { sha256Hex } from '../../archive/model/hash.ts'
import { archiveFolder } from '../e2e/archive.ts'
import { AXE, violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { capturedKinds, KINDS, type Kind, type Pair } from './kinds.ts'
import { shown } from './shown.ts'

const run = promisify(execFile)
const folder = await archiveFolder()
const { dir } = folder
let archive: Archive
let browser: Browser
let pairs: Readonly<Record<Kind, Pair>>
const pathOf = (kind: Kind) => join(dir, '..', `${kind}.html`)

beforeAll(async () => {
  archive = await openArchive(dir, { access: 'write' })
  pairs = await capturedKinds(archive)
  for (const kind of KINDS) await archive.exportReport(...pairs[kind], { out: pathOf(kind) })
  browser = await launchBrowser()
}, 60_000)

afterAll(async () => {
  await browser.close()
  await archive.close()
  await folder.remove()
})

const textOf = async (kind: Kind): Promise<string> => {
  const { page } = await shown(browser, pathOf(kind))
  const text = await page.locator('body').innerText()
  await page.context().close()
  return text.replaceAll(/\s+/g, ' ')
}

describe.each(KINDS)('an exhibit of the kind %s', kind => {
  it('has nothing that axe finds, in light and in dark, and asks nobody for anything', async () => {
    const { page, asked } = await shown(browser, pathOf(kind))
    await page.addScriptTag({ path: AXE })
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page)).toEqual([])
    expect(asked.filter(url => !/^(?:file|data):/.test(url))).toEqual([])
    await page.context().close()
  })

  it.each([1280, 420, 320])('fits into a window of %i pixels', async width => {
    const { page } = await shown(browser, pathOf(kind), { width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.context().close()
  })

  it('has a target for each of its links, and no id twice', async () => {
    const { page } = await shown(browser, pathOf(kind))
    const { ids, targets } = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      targets: [...document.querySelectorAll('a')].map(link => link.getAttribute('href') ?? ''),
    }))
    expect(new Set(ids).size).toBe(ids.length)
    expect(targets.filter(target => !ids.includes(target.slice(1)))).toEqual([])
    await page.context().close()
  })

  it('names commands that print what it says they print', async () => {
    for (const { command, prints } of await stepsOf(kind)) {
      const { stdout } = await run('sh', ['-c', command], { cwd: dir })
      if (prints !== null) expect(stdout.trimEnd()).toBe(prints)
      else for (const line of stdout.trimEnd().split('\n').filter(Boolean)) expect(line).toMatch(/: OK$/)
    }
  })

  it('names commands whose lines fit on paper, where nothing may be broken', async () => {
    const lines = (await stepsOf(kind)).flatMap(({ command }) => command.split('\n'))
    expect(lines.filter(line => line.length > 100)).toEqual([])
  })
})

async function stepsOf(kind: Kind): Promise<readonly { command: string; prints: string | null }[]> {
  const { page } = await shown(browser, pathOf(kind))
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

it('names commands that find a changed file, and a changed log', async () => {
  const copy = join(dir, '..', 'copy')
  await cp(dir, copy, { recursive: true })
  const steps = await stepsOf('rich')
  const { row } = await archive.files(pairs.rich[0])
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

const squash = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

it.each(['rich', 'noise', 'arabic', 'chinese'] as const)(
  'leads every line of the verdict to a stored file that holds its words: %s',
  async kind => {
    const { verdict } = await archive.compare(...pairs[kind])
    expect(verdict.length).toBeGreaterThan(0)
    const { page } = await shown(browser, pathOf(kind))
    for (const [index, line] of verdict.entries()) {
      const claim = page.locator(`#claim-${index}`)
      expect(await claim.textContent()).toContain(`Rule: ${line.rule}.`)
      for (const [at, side] of (['from', 'to'] as const).entries()) {
        const link = claim.locator(`.evidence a[href^="#${side}-"]`)
        const row = page.locator(`[id="${(await link.getAttribute('href'))!.slice(1)}"]`)
        const path = (await row.locator('th').textContent())!
        const hash = (await row.locator('code').textContent())!
        const bytes = await (await archive.files(pairs[kind][at]!)).read(path)
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

it('shows a figure in its sentence, with the figure marked in it', async () => {
  const { page } = await shown(browser, pathOf('rich'))
  const claim = page.locator('.claims > li', { hasText: '“37” became “39”' })
  const [before, after] = await claim.locator('dd').all()
  expect(await before!.textContent()).toMatch(/^A survey of the wall found 37 cracks,/)
  expect(await before!.locator('del').textContent()).toBe('37')
  expect(await after!.locator('ins').textContent()).toBe('39')
  await page.context().close()
})

it('tells a moved passage as one thing with both its places', async () => {
  const { page } = await shown(browser, pathOf('rich'))
  const claim = page.locator('.claims > li', { has: page.locator('.kind', { hasText: /^Moved$/ }) })
  expect(await claim.count()).toBe(1)
  const rows = await claim.locator('.words > div').allTextContents()
  expect(rows[0]).toMatch(/^WordsThe wall was built in 1931/)
  expect(rows[1]).toMatch(/^Stoodline \d+ of article\.txt, after “/)
  expect(rows[2]).toMatch(/^Standsline 5 of article\.txt, after “The harbour board met/)
  expect(await claim.locator('ins, del').count()).toBe(0)
  await page.context().close()
})

it('shows a table as one, with the cell that changed marked in it', async () => {
  const { page } = await shown(browser, pathOf('rich'))
  const rows = page.locator('.story table tr')
  expect(await rows.count()).toBe(5)
  const middle = rows.filter({ hasText: 'Middle' }).locator('td')
  expect(await middle.count()).toBe(2)
  expect(await middle.nth(1).locator('del').textContent()).toBe('16')
  expect(await middle.nth(1).locator('ins').textContent()).toBe('18')
  await page.context().close()
})

it('keeps the direction and the language of the page in every place that quotes it', async () => {
  const { page } = await shown(browser, pathOf('arabic'))
  const alone = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!
      const isTheirs =
        parent.closest('[dir]')?.getAttribute('dir') === 'rtl' &&
        parent.closest('[lang]')?.getAttribute('lang') === 'ar'
      if (/\p{Script=Arabic}/u.test(node.textContent ?? '') && !isTheirs) found.push(node.textContent ?? '')
    }
    const labels = [...document.querySelectorAll('.story .label')].map(
      label => getComputedStyle(label).direction,
    )
    return { found, labels }
  })
  expect(alone.found).toEqual([])
  expect(new Set(alone.labels)).toEqual(new Set(['ltr']))
  await page.context().close()
})

it('says of a pair with noise alone that nothing was found, what was compared, and folds the noise', async () => {
  const text = await textOf('noise')
  expect(text).toContain('Nothing that a reader would call a change was found. No word came and none went')
  expect(text).toContain('Compared were headline, byline, outlet and dates')
  expect(text).toContain('The content hashes of both are equal.')
  expect(text).toMatch(/Set aside as noise: \d+ difference/)
})

it('says of a snapshot beside itself that it is one, and lists its files once', async () => {
  const text = await textOf('oneself')
  expect(text).toContain('Both sides are the same snapshot.')
  expect(text).toContain('The words are the same on both sides.')
  expect(text).not.toContain('Underlined words came')
  const { page } = await shown(browser, pathOf('oneself'))
  expect(await page.locator('#files ~ h3').count()).toBe(1)
  await page.context().close()
})

describe('of two sources', () => {
  it('it speaks of what they share and never of change', async () => {
    const text = await textOf('outlets')
    expect(text).toContain('Island Courier and Strait Times')
    expect(text).toContain('Neither is an edition of the other')
    // What a content hash is for, and how files are checked, is told in every exhibit.
    const told = text.split('The stored files')[0]!.replace('did the story change?', '')
    expect(told).not.toMatch(/\b(?:chang|edit(?:ed)?\b|became|remov|older|newer|before:|after:)/i)
  })

  it('it has every finding of the comparison, with the words and the sentences of both', async () => {
    const { sources } = await archive.compare(...pairs.outlets)
    const { page } = await shown(browser, pathOf('outlets'))
    expect(sources!.figures.map(({ from, to }) => [from.text, to.text])).toEqual([['82', '83']])
    expect(sources!.passages.length).toBeGreaterThan(0)
    expect(sources!.quotations.map(({ relation }) => relation)).toEqual(['other-words'])
    const lists = [
      ['P', sources!.passages],
      ['Q', sources!.quotations],
      ['F', sources!.figures],
      ['E', sources!.agreed],
    ] as const
    for (const [letter, pairsOf] of lists) {
      for (const [index, { from, to }] of pairsOf.entries()) {
        const code = `${letter}${index + 1}`
        const words = squash((await page.locator(`#shared-${code}`).textContent())!)
        for (const { text } of [from, to]) expect(words).toContain(squash(text))
        for (const side of ['from', 'to']) expect(await page.locator(`#${side}-mark-${code}`).count()).toBe(1)
      }
    }
    const only = await page.locator('section', { has: page.locator('#only') }).textContent()
    for (const { text } of [...sources!.only.from.passages, ...sources!.only.to.passages]) {
      expect(squash(only!)).toContain(squash(text))
    }
    await page.context().close()
  })

  it('it leads each finding to the line of the stored text in which it stands, and to its hash', async () => {
    const { sources } = await archive.compare(...pairs.outlets)
    const { page } = await shown(browser, pathOf('outlets'))
    for (const [index, passage] of sources!.passages.entries()) {
      const evidence = page.locator(`#shared-P${index + 1} .evidence`)
      const [, lineA, lineB] = /A: lines? (\d+)[^B]*B: lines? (\d+)/.exec((await evidence.textContent())!)!
      for (const [at, line] of [lineA, lineB].entries()) {
        const bytes = await (await archive.files(pairs.outlets[at]!)).read('data/article.txt')
        const side = at === 0 ? 'from' : 'to'
        expect(Buffer.from(bytes).toString().split('\n')[Number(line) - 1]).toContain(passage[side].text)
        expect(await evidence.textContent()).toContain(sha256Hex(bytes).slice(0, 12))
        expect(await page.locator(`#${side}-data-article\\.txt code`).textContent()).toBe(sha256Hex(bytes))
      }
    }
    await page.context().close()
  })

  it('it prints to a tagged PDF', async () => {
    const { path } = await archive.exportReport(...pairs.outlets, { out: join(dir, '..', 'outlets.pdf') })
    expect((await readFile(path)).includes('/StructTreeRoot')).toBe(true)
  })

  it('both texts stand in it whole', async () => {
    const { page } = await shown(browser, pathOf('outlets'))
    for (const [at, id] of pairs.outlets.entries()) {
      const words = await page
        .locator('.story')
        .nth(at)
        .evaluate(story => {
          for (const label of story.querySelectorAll('.label')) label.remove()
          return story.textContent
        })
      const { article } = await archive.show(id, 'json')
      for (const block of article.blocks) {
        if (block.kind === 'paragraph') expect(squash(words)).toContain(squash(block.text))
      }
    }
    await page.context().close()
  })
})

it('says so where what is called before was captured later', async () => {
  const { path } = await archive.exportReport(pairs.rich[1], pairs.rich[0], {
    out: join(dir, '..', 'turned.html'),
  })
  expect(await readFile(path, 'utf8')).toContain('was captured later than what is called “after”')
  expect(await readFile(pathOf('rich'), 'utf8')).not.toContain('was captured later')
})
