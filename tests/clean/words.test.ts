import { describe, expect, it } from 'vitest'
import { countWords } from '../../archive/clean/words.ts'

describe('counting words', () => {
  it.each([
    ['', 0],
    ['The old bridge’s piers, built in 1931.', 7],
    ['It cost 1,250.50 crowns — or more.', 6],
    ['قال المجلس البلدي إن الجسر سيغلق', 6],
    ['पुराना पुल सोमवार से बंद रहेगा', 6],
  ])('%s', (text, words) => {
    expect(countWords(text)).toBe(words)
  })

  it('agrees with Intl.Segmenter in scripts with spaces', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
    for (const text of [
      'Don’t stop at 3.14 or 10:30',
      'Mr. O’Neil paid €5m',
      'El puente cerrará, ¿no?',
      'Мост закроют в понедельник',
    ]) {
      expect(countWords(text)).toBe([...segmenter.segment(text)].filter(part => part.isWordLike).length)
    }
  })

  it('looks words up where a script has no spaces', () => {
    expect(countWords('市政府宣布老桥将于周一关闭')).toBeGreaterThan(4)
    expect(countWords('สะพานเก่าจะปิดในวันจันทร์')).toBeGreaterThan(4)
  })
})
