import { describe, expect, test } from 'vitest'
import { ALL_POSTS, readPlace, writePlace } from '../../../renderer/features/posts/asked.ts'

describe('the place of the list of posts', () => {
  test('says nothing where everything is shown', () => {
    expect(writePlace(ALL_POSTS)).toBe('')
    expect(readPlace('')).toEqual(ALL_POSTS)
  })

  test('brings back what was asked for', () => {
    const asked = { query: 'quay & lanterns', platform: 'x', state: 'deleted', author: 'Jonas Reke' } as const
    expect(readPlace(writePlace(asked))).toEqual(asked)
  })

  test('takes a platform or state that does not exist as none', () => {
    expect(readPlace('platform=toString&state=gone')).toEqual(ALL_POSTS)
  })
})
