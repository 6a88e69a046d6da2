import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Exhibits, exhibitsOfKinds, squash } from './exhibits.ts'
import type { Kind } from './kinds.ts'

let exhibits: Exhibits

beforeAll(async () => {
  exhibits = await exhibitsOfKinds()
}, 60_000)

afterAll(() => exhibits.close())

const textOf = async (kind: Kind): Promise<string> => {
  const { page } = await exhibits.shown(kind)
  const text = await page.locator('body').innerText()
  await page.context().close()
  return squash(text)
}

it('shows a figure in its sentence, with the figure marked in it', async () => {
  const { page } = await exhibits.shown('rich')
  const claim = page.locator('.claims > li', { hasText: '“37” became “39”' })
  const [before, after] = await claim.locator('dd').all()
  expect(await before!.textContent()).toMatch(/^A survey of the wall found 37 cracks,/)
  expect(await before!.locator('del').textContent()).toBe('37')
  expect(await after!.locator('ins').textContent()).toBe('39')
  await page.context().close()
})

it('shows the sentence of both sides where a word of it only went, and marks what differs in a quotation', async () => {
  const { page } = await exhibits.shown('rich')
  const claim = (kind: string) =>
    page.locator('.claims > li', { has: page.locator('.kind', { hasText: kind }) })
  expect(await claim('Hedge').locator('dd').allTextContents()).toEqual([
    'The former engineer allegedly signed the report without having seen the wall.',
    'The former engineer signed the report without having seen the wall.',
  ])
  expect(await claim('Hedge').locator('del, ins').allTextContents()).toEqual(['allegedly'])
  expect(await claim('Hedge').locator('.evidence').textContent()).toMatch(/After: line \d+ of article\.txt/)
  expect(await claim('Quotation').locator('del').allTextContents()).toEqual(['late', 'wet'])
  expect(await claim('Quotation').locator('ins').allTextContents()).toEqual(['slow', 'sorry'])
  await page.context().close()
})

it('tells a moved passage as one thing with both its places', async () => {
  const { page } = await exhibits.shown('rich')
  const claim = page.locator('.claims > li', { has: page.locator('.kind', { hasText: /^Moved$/ }) })
  expect(await claim.count()).toBe(1)
  const rows = await claim.locator('.words > div').allTextContents()
  expect(rows[0]).toMatch(/^WordsThe wall was built in 1931/)
  expect(rows[1]).toMatch(/^Stoodline \d+ of article\.txt, after “/)
  expect(rows[2]).toMatch(/^Standsline 5 of article\.txt, after “The harbour board met/)
  expect(await claim.locator('ins, del').count()).toBe(0)
  await page.context().close()
})

it('shows an edited passage with the words marked that the other side has not, and no more', async () => {
  const { page } = await exhibits.shown('rich')
  const claim = page.locator('.claims > li', { has: page.locator('.kind', { hasText: 'Embedded post' }) })
  expect(await claim.locator('dd').allTextContents()).toEqual([
    'Six hours, and no wall. We will be back in a month.',
    'Six hours, and still no wall. We will be back in two months.',
  ])
  expect(await claim.locator('del').allTextContents()).toEqual(['a month'])
  expect(await claim.locator('ins').allTextContents()).toEqual(['still', 'two months'])
  await page.context().close()
})

it('tells of a passage that moved and was edited both wordings and both places', async () => {
  const { page } = await exhibits.shown('chinese')
  const claim = page.locator('.claims > li', { has: page.locator('.kind', { hasText: /^Moved$/ }) })
  expect(await claim.locator('dt').allTextContents()).toEqual(['Before', 'After', 'Stood', 'Stands'])
  expect(await claim.locator('del').allTextContents()).toEqual(['九天'])
  expect(await claim.locator('ins').allTextContents()).toEqual(['十天'])
  await page.context().close()
})

it('shows a table as one, with the cell that changed marked in it', async () => {
  const { page } = await exhibits.shown('rich')
  const rows = page.locator('.story table tr')
  expect(await rows.count()).toBe(5)
  const middle = rows.filter({ hasText: 'Middle' }).locator('td')
  expect(await middle.count()).toBe(2)
  expect(await middle.nth(1).locator('del').textContent()).toBe('16')
  expect(await middle.nth(1).locator('ins').textContent()).toBe('18')
  await page.context().close()
})

it.each(['arabic', 'arabicOutlets'] as const)(
  'keeps direction and language of the page in every place that quotes it: %s',
  async kind => {
    const { page } = await exhibits.shown(kind)
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
  },
)

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
  const { page } = await exhibits.shown('oneself')
  expect(await page.locator('#files ~ h3').count()).toBe(1)
  await page.context().close()
})

it('says so where what is called before was captured later', async () => {
  const { path } = await exhibits.archive.exportReport(exhibits.pairs.rich[1], exhibits.pairs.rich[0], {
    out: exhibits.at('turned.html'),
  })
  expect(await readFile(path, 'utf8')).toContain('was captured later than what is called “after”')
  expect(await readFile(exhibits.pathOf('rich'), 'utf8')).not.toContain('was captured later')
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
    const { sources } = await exhibits.archive.compare(...exhibits.pairs.outlets)
    const { page } = await exhibits.shown('outlets')
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

  it('it marks the words that only one of two wordings has', async () => {
    const { page } = await exhibits.shown('outlets')
    const marks = (code: string) => page.locator(`#shared-${code} mark`).allTextContents()
    expect(await marks('P1')).toEqual(['shortly', 'just'])
    expect(await marks('Q1')).toEqual(['light', 'engine', 'engine', 'radio'])
    await page.context().close()
  })

  it('it prints to a tagged PDF', async () => {
    const { path } = await exhibits.archive.exportReport(...exhibits.pairs.outlets, {
      out: exhibits.at('outlets.pdf'),
    })
    expect((await readFile(path)).includes('/StructTreeRoot')).toBe(true)
  })

  it('both texts stand in it whole', async () => {
    const { page } = await exhibits.shown('outlets')
    for (const [at, id] of exhibits.pairs.outlets.entries()) {
      const words = await page
        .locator('.story')
        .nth(at)
        .evaluate(story => {
          for (const label of story.querySelectorAll('.label')) label.remove()
          return story.textContent
        })
      const { article } = await exhibits.archive.show(id, 'json')
      for (const block of article.blocks) {
        if (block.kind === 'paragraph') expect(squash(words)).toContain(squash(block.text))
      }
    }
    await page.context().close()
  })
})
