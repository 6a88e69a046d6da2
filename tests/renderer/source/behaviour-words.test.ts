import { expect, test } from 'vitest'
import { BEHAVIOURS } from '../../../archive/capture/browser/behaviours.ts'
import { source as arabic } from '../../../renderer/i18n/ar/source.ts'
import { source as english } from '../../../renderer/i18n/en/source.ts'

test.each([
  ['English', english],
  ['Arabic', arabic],
])('everything that is done in a page has words in %s', (_, { evidence }) => {
  const known = Object.keys(evidence.behaviour)
  expect(BEHAVIOURS.map(({ name }) => name).filter(name => !known.includes(name))).toEqual([])
})
