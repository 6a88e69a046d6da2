import { expect, test } from 'vitest'
import { comparePlace, placeIn } from '../../../renderer/app/places.ts'

test('a link that was copied leads back to its place, whatever host it came from', () => {
  const place = comparePlace('aa', 'bb', 'to:120-134')
  for (const base of ['', 'http://127.0.0.1:4100/', 'app://stet/index.html']) {
    expect(placeIn(` ${base}#${place} `)).toBe(place)
  }
  expect(placeIn('#/source/s1/history?snapshot=2')).toBe('/source/s1/history?snapshot=2')
})

test('what is no such link is no place', () => {
  for (const text of [
    '',
    'compare',
    '/compare/aa/bb',
    'https://example.org/#top',
    '#/elsewhere',
    '#/compare/a b',
  ]) {
    expect(placeIn(text)).toBeNull()
  }
})
