import { assert, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { compareScreens, type Picture, pictureOf, shrunk } from '../../../archive/compare/screens/index.ts'

const WIDTH = 400

/** A page drawn by hand: white, with lines of "words" (black strokes that differ by their seed) and pictures. */
class Page {
  readonly #rows: Uint8Array[] = []

  blank(height: number): this {
    for (let y = 0; y < height; y++) this.#rows.push(new Uint8Array(WIDTH * 4).fill(255))
    return this
  }

  /** A line of words: a stroke pattern from `from` to `to`, made from the seed. */
  words(seed: number, { from = 20, to = 220 } = {}): this {
    return this.both([{ seed, from, to }])
  }

  /** Lines of words beside each other. */
  both(lines: readonly { readonly seed: number; readonly from: number; readonly to: number }[]): this {
    const first = this.#rows.length
    this.blank(20)
    for (const { seed, from, to } of lines) {
      for (let y = 4; y < 16; y++) {
        for (let x = from; x < to; x++) {
          const stroke = Math.floor(x / 3)
          if (stroke % 8 !== 0 && (Math.imul(stroke + seed * 131 + y * 17, 2654435761) >>> 28) % 3 === 0) {
            this.#rows[first + y]!.set([0, 0, 0, 255], x * 4)
          }
        }
      }
    }
    return this
  }

  picture(seed: number, height = 100): this {
    const first = this.#rows.length
    this.blank(height)
    for (let y = 0; y < height; y++) {
      for (let x = 20; x < 220; x++) {
        const colour = [(x * 2 + seed * 90) % 256, (y * 2 + seed * 50) % 256, (x + y + seed * 120) % 256, 255]
        this.#rows[first + y]!.set(colour, x * 4)
      }
    }
    return this
  }

  done(): Picture {
    const bytes = new Uint8Array(this.#rows.length * WIDTH * 4)
    this.#rows.forEach((row, y) => bytes.set(row, y * WIDTH * 4))
    return pictureOf(WIDTH, this.#rows.length, bytes)
  }
}

const story = (page: Page, seeds: readonly number[]) =>
  seeds.reduce((drawn, seed) => drawn.words(seed).blank(10), page)

it('finds nothing between a page and itself', () => {
  const page = () => story(new Page().picture(1), [1, 2, 3]).done()
  expect(compareScreens(page(), page())).toEqual({ changes: [], untold: 0, share: 0 })
})

it('does not count what only moved down: a new line is all that came', () => {
  const before = story(new Page(), [1, 2, 3, 4, 5, 6]).picture(1).done()
  const after = story(new Page(), [1, 2, 99, 3, 4, 5, 6]).picture(1).done()
  const { changes } = compareScreens(before, after)
  expect(changes).toHaveLength(1)
  expect(changes[0]).toMatchObject({ change: 'inserted', shows: 'text', from: null })
  expect(changes[0]!.to!.y).toBeGreaterThanOrEqual(60)
  expect(changes[0]!.to!.y + changes[0]!.to!.height).toBeLessThanOrEqual(90)
})

it('tells a picture that was replaced from words that were', () => {
  const before = story(new Page(), [1, 2]).picture(1).blank(10).words(3).blank(20).words(4).done()
  const after = story(new Page(), [1, 2]).picture(7).blank(10).words(3).blank(20).words(9).done()
  const { changes } = compareScreens(before, after)
  expect(changes.map(({ change, shows }) => `${change} ${shows}`)).toEqual([
    'changed picture',
    'changed text',
  ])
  expect(changes[0]!.to).toMatchObject({ y: 60, height: 100 })
})

it('aligns each column by itself: a line that went in one leaves the other alone', () => {
  const draw = (left: readonly number[], right: readonly number[]) => {
    const page = new Page().words(77, { from: 20, to: 380 }).blank(12)
    for (let line = 0; line < 8; line++) {
      page.both([
        ...(left[line] === undefined ? [] : [{ seed: left[line]!, from: 20, to: 180 }]),
        ...(right[line] === undefined ? [] : [{ seed: right[line]!, from: 260, to: 380 }]),
      ])
    }
    return page.blank(12).words(78, { from: 20, to: 380 }).done()
  }
  const right = [11, 12, 13, 14, 15, 16, 17, 18]
  const { changes } = compareScreens(
    draw([1, 2, 3, 4, 5, 6, 7, 8], right),
    draw([1, 2, 4, 5, 6, 7, 8], right),
  )
  expect(changes.map(({ change }) => change)).toEqual(['removed'])
  expect(changes[0]!.from!.x + changes[0]!.from!.width).toBeLessThanOrEqual(180)
})

it('mirrors: what came one way went the other way', () => {
  const before = story(new Page(), [1, 2, 3, 4]).done()
  const after = story(new Page(), [1, 2, 50, 3, 4]).done()
  const there = compareScreens(before, after)
  const back = compareScreens(after, before)
  expect(back.changes.map(({ from, to }) => ({ from: to, to: from }))).toEqual(
    there.changes.map(({ from, to }) => ({ from, to })),
  )
})

it('compares pages of other widths and lengths without reaching outside either', () => {
  assert(
    property(
      integer({ min: 1, max: 60 }),
      integer({ min: 1, max: 60 }),
      integer({ min: 1, max: 90 }),
      (w, h, k) => {
        const noise = (width: number, height: number, seed: number) =>
          pictureOf(
            width,
            height,
            Uint8Array.from({ length: width * height * 4 }, (_, at) => ((at * seed * 7) % 256) | 1),
          )
        const a = noise(w, h, k)
        const b = noise(h, w, k + 1)
        for (const { from, to } of compareScreens(a, b).changes) {
          for (const [rect, picture] of [[from, a] as const, [to, b] as const]) {
            if (!rect) continue
            expect(rect.x).toBeGreaterThanOrEqual(0)
            expect(rect.y).toBeGreaterThanOrEqual(0)
            expect(rect.x + rect.width).toBeLessThanOrEqual(picture.width)
            expect(rect.y + rect.height).toBeLessThanOrEqual(picture.height)
          }
        }
      },
    ),
  )
})

it('makes a picture smaller by the pixel in the middle of those it stands for', () => {
  const { width, height } = shrunk(new Page().picture(1).done(), 0.5)
  expect([width, height]).toEqual([WIDTH / 2, 50])
})
