import { describe, expect, it } from 'vitest'
import type { Block } from '../../../renderer/features/source/read/article-types.ts'
import { claimedTime } from '../../../renderer/i18n/claimed-time.ts'
import { pushes } from '../../../renderer/features/source/read/margin.ts'
import { headingRanks } from '../../../renderer/features/source/read/ranks.ts'
import { fileName, fileView } from '../../../renderer/features/source/files/kind.ts'

const heading = (level: number): Block => ({ kind: 'heading', level, text: 'Heading', spans: [] })

describe('headings of an article', () => {
  it('come below the screen’s own two, without a gap where the article leaves levels out', () => {
    expect(headingRanks([heading(2), heading(4), heading(2)])).toEqual(
      new Map([
        [2, 3],
        [4, 4],
      ]),
    )
  })

  it('go no lower than headings go', () => {
    const ranks = headingRanks([1, 2, 3, 4, 5, 6].map(heading))
    expect(Math.max(...ranks.values())).toBe(6)
  })
})

describe('notes in the margin', () => {
  it('stand where their block stands while they have room', () => {
    const things = [
      { top: 0, height: 50 },
      { top: 100, height: 50 },
    ]
    expect(pushes(things, 8)).toEqual([0, 0])
  })

  it('move down where the one before would cover them, and so do those after', () => {
    const things = [
      { top: 0, height: 200 },
      { top: 50, height: 100 },
      { top: 60, height: 10 },
    ]
    expect(pushes(things, 8)).toEqual([0, 158, 256])
  })
})

describe('dates that a page claims', () => {
  const format = { day: (value: string) => `day ${value}`, time: (value: string) => `time ${value}` }

  it('are told as a day where the page gives a day, whatever zone this computer is in', () => {
    expect(claimedTime('2026-11-20', format)).toBe('day 2026-11-20T12:00:00')
  })

  it('are told as the page has them where they are no date', () => {
    expect(claimedTime('last Tuesday', format)).toBe('last Tuesday')
  })
})

describe('stored files', () => {
  it('are shown as text where they could do something: pages, scripts, SVG', () => {
    for (const [path, mime] of [
      ['data/page.html', 'text/html'],
      ['data/resources/a.js', 'text/javascript'],
      ['data/resources/b.svg', 'image/svg+xml'],
      ['data/network.har', null],
      ['data/posts.json', 'application/json; charset=utf-8'],
    ] as const) {
      expect(fileView({ path, mime }), path).toBe('text')
    }
  })

  it('are shown as pictures where they are nothing else', () => {
    expect(fileView({ path: 'data/resources/a.jpg', mime: 'image/jpeg' })).toBe('picture')
    expect(fileView({ path: 'data/resources/a.bin', mime: 'application/octet-stream' })).toBe('none')
  })

  it('are saved under their own names', () => {
    expect(fileName('data/resources/abc.png')).toBe('abc.png')
  })
})
