import { describe, expect, test } from 'vitest'
import { believableCanonical, canonicalUrl, comparableUrl } from '../../archive/model/url.ts'

describe('canonicalUrl', () => {
  test('drops tracking, fragment and credentials and keeps the rest byte for byte', () => {
    expect(canonicalUrl('HTTPS://user:pw@News.Example/a/B?q=%7e&utm_source=x&b=2#top')).toBe(
      'https://news.example/a/B?q=%7E&b=2',
    )
    expect(canonicalUrl('https://news.example/a?q=%7e&b=2')).toBe('https://news.example/a?q=%7e&b=2')
  })
  test('keeps a hash-bang, which names a page', () => {
    expect(canonicalUrl('https://news.example/#!/story/4')).toBe('https://news.example/#!/story/4')
  })
})

describe('comparableUrl', () => {
  test('takes http and https, session ids and the order of parameters for the same link', () => {
    expect(comparableUrl('http://a.example/p;jsessionid=8A?b=2&a=1&PHPSESSID=9')).toBe(
      comparableUrl('https://a.example/p?a=1&b=2'),
    )
  })
  test('keeps what tells two pages apart', () => {
    expect(comparableUrl('https://a.example/p?id=1')).not.toBe(comparableUrl('https://a.example/p?id=2'))
    expect(comparableUrl('https://a.example/p#one')).not.toBe(comparableUrl('https://a.example/p#two'))
  })
  test('does not choke on what is no URL', () => {
    expect(comparableUrl(' not a url ')).toBe('not a url')
  })
})

describe('believableCanonical', () => {
  const page = 'https://www.paper.example/2026/11/story'
  test.each([
    ['https://paper.example/2026/11/story', true],
    ['https://m.paper.example/story', true],
    ['https://www.paper.example/', false],
    ['https://other.example/2026/11/story', false],
    ['https://paper.example:8080/2026/11/story', false],
    ['javascript:alert(1)', false],
  ])('%s → %s', (claimed, believed) => {
    expect(believableCanonical(claimed, page)).toBe(believed)
  })
})
