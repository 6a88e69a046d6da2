import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChangeMark } from '../../../archive/contract/library.ts'
import type { SnapshotRow } from '../../../archive/contract/source.ts'
import type { TimelineEvent } from '../../../renderer/features/source/timeline/events.ts'
import { layout, spread } from '../../../renderer/features/source/timeline/layout.ts'

const WIDTH = 1000
const options = { width: WIDTH, gap: 20, highest: 100 }

const version = (at: number, change?: Pick<ChangeMark, 'degree' | 'class'>): TimelineEvent => ({
  kind: 'version',
  at,
  row: { version: at } as SnapshotRow,
  mark: change ? (change as ChangeMark) : null,
})
const check = (at: number): TimelineEvent => ({ kind: 'check', at, rows: [{} as never] })

describe('the timeline', () => {
  it('places marks by time where there is room', () => {
    const xs = layout([version(0), version(250), version(1000)], options).map(({ x }) => x)
    expect(xs).toEqual([0, 250, 1000])
  })

  it('puts a single mark in the middle', () => {
    expect(layout([version(5)], options)[0]?.x).toBe(WIDTH / 2)
  })

  it('moves crowded marks apart, also at the end of the axis', () => {
    const xs = layout([version(0), version(998), version(999), version(1000)], options).map(({ x }) => x)
    expect(xs).toEqual([0, 960, 980, 1000])
  })

  it('makes one mark of checks that stand too near to each other, and keeps them all', () => {
    const placed = layout(
      [version(0), check(500), check(505), check(510), check(800), version(1000)],
      options,
    )
    const checks = placed.flatMap(({ event }) => (event.kind === 'check' ? [event.rows.length] : []))
    expect(checks).toEqual([3, 1])
  })

  it('does not join checks over a version between them', () => {
    const placed = layout([version(0), check(500), version(505), check(510), version(1000)], options)
    expect(placed.map(({ event }) => event.kind)).toEqual(['version', 'check', 'version', 'check', 'version'])
  })

  it('draws a larger change higher, and a telling one never as low as noise', () => {
    const [noise, figure, rewrite] = layout(
      [
        version(0, { degree: 0.001, class: 'noise' }),
        version(500, { degree: 0, class: 'substantive' }),
        version(1000, { degree: 0.9, class: 'rewrite' }),
      ],
      options,
    ).map(({ height }) => height)
    expect(figure).toBeGreaterThan(noise!)
    expect(rewrite).toBeGreaterThan(figure!)
    expect(rewrite).toBeLessThanOrEqual(options.highest)
  })
})

describe('spread', () => {
  it('keeps the order, the axis and the distance, whatever it is given', () => {
    const places = fc.array(fc.double({ min: 0, max: WIDTH, noNaN: true }), { minLength: 2, maxLength: 80 })
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 60 }), (unsorted, gap) => {
        const wanted = unsorted.toSorted((a, b) => a - b)
        const xs = spread(wanted, WIDTH, gap)
        const least = Math.min(gap, WIDTH / (wanted.length - 1))
        expect(xs).toHaveLength(wanted.length)
        expect(xs[0]).toBeGreaterThanOrEqual(-1e-6)
        expect(xs.at(-1)).toBeLessThanOrEqual(WIDTH + 1e-6)
        for (let index = 1; index < xs.length; index++) {
          expect(xs[index]! - xs[index - 1]!).toBeGreaterThanOrEqual(least - 1e-6)
        }
      }),
    )
  })

  it('leaves alone what stands far enough apart', () => {
    expect(spread([0, 30, 500], WIDTH, 20)).toEqual([0, 30, 500])
  })
})
