import { describe, expect, it } from 'vitest'
import { readDate } from '../../archive/posts/day.ts'

describe('readDate', () => {
  it.each([
    'November 23, 2025',
    'Nov 23, 2025, 3:45 PM',
    '3:45 PM · Nov 23, 2025',
    'Sunday, November 23, 2025',
    '23 de noviembre de 2025',
    '23 de novembro de 2025',
    '23 novembre 2025',
    '23. November 2025',
    '23. Nov. 2025',
    '23 ноября 2025 г.',
    '23 листопада 2025 р.',
    '23 listopada 2025',
    '23 Kasım 2025',
    '23 november 2025',
    '23 Νοεμβρίου 2025',
    '2025年11月23日',
    '2025년 11월 23일',
    'نوفمبر 23, 2025',
    '٢٣ نوفمبر ٢٠٢٥',
    '23 नवंबर 2025',
    '23 พฤศจิกายน 2568',
    'Tháng Mười Một 23, 2025',
    '23.11.2025',
    '11/23/2025',
    '2025-11-23',
  ])('reads %s as the same day', text => {
    expect(readDate(text)).toBe('2025-11-23')
  })

  it('lets the language decide what a month name means', () => {
    expect(readDate('23. listopada 2025', 'hr')).toBe('2025-10-23')
    expect(readDate('23 listopada 2025', 'pl')).toBe('2025-11-23')
  })

  it('reads whole moments', () => {
    expect(readDate('2025-11-23T10:00:00+02:00')).toBe('2025-11-23T08:00:00.000Z')
    expect(readDate('Fri Sep 08 04:30:00 +0000 2023')).toBe('2023-09-08T04:30:00.000Z')
  })

  it.each(['03/04/2025', '31 February 2025', 'yesterday', 'May 2025', '1,234 likes', 'November 23', ''])(
    'does not guess at %s',
    text => {
      expect(readDate(text)).toBeNull()
    },
  )
})
