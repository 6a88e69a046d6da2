import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthInPixels } from '../../../archive/model/picture-choice/css-length.ts'
import { mediaMatches } from '../../../archive/model/picture-choice/media-query.ts'
import { slotWidth } from '../../../archive/model/picture-choice/sizes.ts'
import { chooseCandidate, parseSrcset } from '../../../archive/model/picture-choice/srcset.ts'

const desktop = { width: 1280, height: 800, pixelRatio: 1 }
const short = (input: string): string[] =>
  parseSrcset(input).map(
    c => c.url + (c.width === null ? '' : ` ${c.width}w`) + (c.density === null ? '' : ` ${c.density}x`),
  )

describe('reading a srcset', () => {
  it.each([
    ['a.jpg', ['a.jpg']],
    ['a.jpg 1x, b.jpg 2x', ['a.jpg 1x', 'b.jpg 2x']],
    ['  a.jpg   360w ,\n b.jpg 720w  ', ['a.jpg 360w', 'b.jpg 720w']],
    ['a.jpg,b.jpg 2x', ['a.jpg,b.jpg 2x']],
    ['a.jpg, b.jpg,', ['a.jpg', 'b.jpg']],
    [',,, a.jpg 1.5x,,', ['a.jpg 1.5x']],
    [
      '/w_300,h_200/a.jpg 300w, /w_600,h_400/a.jpg 600w',
      ['/w_300,h_200/a.jpg 300w', '/w_600,h_400/a.jpg 600w'],
    ],
    ['data:image/png;base64,AA== 1x, b.jpg 2x', ['data:image/png;base64,AA== 1x', 'b.jpg 2x']],
    ['a.jpg 100w 50h', ['a.jpg 100w']],
    ['a.jpg 0w, b.jpg 1q, c.jpg -1x, d.jpg 1x 2x, e.jpg 2x', ['e.jpg 2x']],
    ['a.jpg (1x, 2x), b.jpg', ['b.jpg']],
    ['', []],
  ])('%j', (input, expected) => expect(short(input)).toEqual(expected))

  it('never fails and never invents an address', () => {
    assert(
      property(string({ maxLength: 80 }), input => {
        for (const { url } of parseSrcset(input)) expect(input).toContain(url)
      }),
    )
  })
})

describe('choosing among candidates', () => {
  it.each([
    ['a 360w, b 720w, c 1440w', 720, 1, 'b'],
    ['a 360w, b 720w, c 1440w', 700, 1, 'b'],
    ['c 1440w, a 360w, b 720w', 721, 1, 'c'],
    ['a 360w, b 720w', 1280, 1, 'b'],
    ['a 1x, b 2x', 100, 1, 'a'],
    ['a 1x, b 2x', 100, 2, 'b'],
    ['a, b 2x', 100, 1.5, 'b'],
    ['', 100, 1, null],
  ])('%j for %d pixels at %dx', (srcset, slot, ratio, expected) => {
    expect(chooseCandidate(parseSrcset(srcset), slot, ratio)).toBe(expected)
  })
})

describe('how wide a picture is shown', () => {
  it.each([
    ['(min-width: 1440px)970px, (min-width: 1024px)709px, calc(100vw - 30px)', 709],
    ['(max-width: 800px) 100vw, 720px', 720],
    ['(min-width: 1200px) calc((100vw - 40px) / 2), 50vw', 620],
    ['(min-width: 60em) 33.3vw, 100vw', 426.24],
    ['min(100vw, 600px)', 600],
    ['clamp(200px, 50vw, 500px)', 500],
    ['100vw-20px', 1260],
    ['auto', 300],
    ['nonsense', 1280],
    ['', 1280],
  ])('%j comes to %d', (sizes, width) => expect(slotWidth(sizes, 300, desktop)).toBeCloseTo(width, 2))

  it('a length that cannot be told is none', () => {
    expect(lengthInPixels('calc(100vw', desktop)).toBeNull()
    expect(lengthInPixels('12q', desktop)).toBeNull()
    expect(lengthInPixels('50%', desktop)).toBeNull()
  })
})

describe('media queries for a desktop window', () => {
  it.each([
    ['', true],
    ['screen', true],
    ['print', false],
    ['not print', true],
    ['only screen and (min-width: 600px)', true],
    ['(max-width: 599px)', false],
    ['(max-width: 30em), (min-width: 70em)', true],
    ['(600px <= width < 1400px)', true],
    ['(width >= 1281px)', false],
    ['(1281px < width)', false],
    ['(min-width: 600px) and (max-width: 1000px)', false],
    ['(max-width: 1px) or (orientation: landscape)', true],
    ['not all and (min-width: 600px)', false],
    ['(prefers-color-scheme: dark)', false],
    ['(-webkit-min-device-pixel-ratio: 2)', false],
    ['(min-resolution: 2dppx)', false],
    ['(min-aspect-ratio: 16/10)', true],
    ['(hover: hover)', true],
    ['(some-new-feature: 3)', true],
  ])('%s: %s', (query, expected) => expect(mediaMatches(query, desktop)).toBe(expected))
})
