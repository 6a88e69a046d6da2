import { expect, test } from 'vitest'
import { settingsSchema } from '../../../archive/contract/settings.ts'
import { CAPTURE_LIMITS, READING_RANGES } from '../../../renderer/features/settings/limits.ts'

const takes = (settings: object) => settingsSchema.safeParse(settings).success
const standard = settingsSchema.parse({})

test.for(CAPTURE_LIMITS)('the ends and the default shown for $name are those of the settings', limit => {
  const { name, factor, min, max } = limit
  const accepts = (value: number) => takes({ capture: { [name]: value * factor } })
  expect([accepts(min), accepts(max), accepts(min - 1), accepts(max + 1)]).toEqual([true, true, false, false])
  expect(standard.capture[name]).toBe(limit.standard * factor)
})

test.for(Object.entries(READING_RANGES))('the slider for %s ends where the settings end', ([name, range]) => {
  const { min, max, step } = range
  const accepts = (value: number) => takes({ reading: { [name]: value } })
  expect([accepts(min), accepts(max), accepts(min - step), accepts(max + step)]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
