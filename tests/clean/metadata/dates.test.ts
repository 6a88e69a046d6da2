import { describe, expect, it } from 'vitest'
import { normaliseDate } from '../../../archive/clean/metadata/dates/normalise.ts'
import { metadataOf } from './page.ts'

describe('a written date', () => {
  it.each([
    ['2023-12-21T10:00:00Z', '2023-12-21T10:00:00Z'],
    ['2024-10-16 00:00:00+08:00', '2024-10-16T00:00:00+08:00'],
    ['2024-10-16T09:05:00.123+0530', '2024-10-16T09:05:00+05:30'],
    ['2025-04-01T15:25:00', '2025-04-01'],
    ['20231222', '2023-12-22'],
    ['1702900000', '2023-12-18T11:46:40Z'],
    ['1702900000000', '2023-12-18T11:46:40Z'],
    ['Fri, 22 Dec 2023 10:00:00 +0100', '2023-12-22T10:00:00+01:00'],
    ['Fri Dec 22 10:00:00 EST 2023', '2023-12-22'],
    ['December 22, 2023 at 5:04 PM EST', '2023-12-22T17:04:00-05:00'],
    ['Updated: Sept. 5, 2024 9:00 a.m. ET', '2024-09-05'],
    ['1st March 2024', '2024-03-01'],
    ['22. März 2024, 14:05 Uhr', '2024-03-22'],
    ['22 de diciembre de 2023', '2023-12-22'],
    ['3 août 2024 à 10h05', '2024-08-03'],
    ['13 kwietnia 2024', '2024-04-13'],
    ['5 мая 2025 г.', '2025-05-05'],
    ['2024. május 3.', '2024-05-03'],
    ['3 Ağustos 2024', '2024-08-03'],
    ['25.04.24 | 14:07', '2024-04-25'],
    ['ngày 3 tháng 5 năm 2024', '2024-05-03'],
    ['2025年1月14日 20時00分', '2025-01-14'],
    ['令和7年1月3日', '2025-01-03'],
    ['2025년 5월 15일', '2025-05-15'],
    ['2025.05.15. 20:00', '2025-05-15'],
    ['3 พฤษภาคม 2567', '2024-05-03'],
    ['๓ พฤษภาคม ๒๕๖๗', '2024-05-03'],
    ['١٤ يناير ٢٠٢٥', '2025-01-14'],
    ['14 كانون الثاني 2025', '2025-01-14'],
    ['۳ آذر ۱۴۰۴', '2025-11-24'],
    ['३ जनवरी २०२५', '2025-01-03'],
    ['৩ জানুয়ারি ২০২৫', '2025-01-03'],
    ['31 February 2024', null],
    ['3 hours ago', null],
    ['in 2024', null],
    ['', null],
  ])('"%s"', (text, expected) => {
    expect(normaliseDate(text)).toBe(expected)
  })

  it('in numbers is read in the order of its language, and not at all where that is unknown', () => {
    expect(normaliseDate('03/04/2024', 'en-US')).toBe('2024-03-04')
    expect(normaliseDate('03/04/2024', 'en-GB')).toBe('2024-04-03')
    expect(normaliseDate('03/04/2024', 'fr')).toBe('2024-04-03')
    expect(normaliseDate('03/04/2024', 'en')).toBeNull()
    expect(normaliseDate('23/04/2024', 'en')).toBe('2024-04-23')
  })

  it('names another month in another language', () => {
    expect(normaliseDate('3 listopada 2024', 'pl')).toBe('2024-11-03')
    expect(normaliseDate('3. listopada 2024.', 'hr')).toBe('2024-10-03')
  })
})

describe('the dates of a page', () => {
  const head = '<title>A fine harbour day</title>'
  const h1 = '<h1>A fine harbour day</h1>'

  it('keep the zone that the page prints', () => {
    const found = metadataOf({
      ld: {
        '@type': 'NewsArticle',
        datePublished: '2026-03-01T23:30:00-05:00',
        dateModified: '2026-03-02T08:00:00-05:00',
      },
    })
    expect(found).toMatchObject({
      published: '2026-03-01T23:30:00-05:00',
      modified: '2026-03-02T08:00:00-05:00',
      origins: { published: 'json-ld', modified: 'json-ld' },
    })
  })

  it('are given in the publisher’s own zone where another tag tells the same moment in it', () => {
    const found = metadataOf({
      head: '<meta property="article:published_time" content="2026-03-01T23:30:00-05:00">',
      ld: { '@type': 'NewsArticle', datePublished: '2026-03-02T04:30:00Z' },
    })
    expect(found.published).toBe('2026-03-01T23:30:00-05:00')
  })

  it.each([
    ['a time element', '<time datetime="2026-03-01">yesterday</time>', 'html'],
    ['a line', '<div>March 1, 2026</div>', 'text'],
    ['a definition', '<dl><dt>Date:</dt><dd>1 March 2026</dd></dl>', 'text'],
    ['the words of a broken time element', '<time datetime="2022-02-112026">1 March 2026</time>', 'text'],
  ])('come from %s near the headline', (_, markup, origin) => {
    const found = metadataOf({ head, body: `${h1}${markup}<p>Text.</p>` })
    expect(found).toMatchObject({ published: '2026-03-01', origins: { published: origin } })
  })

  it('come from the address, in numbers or with the month’s name', () => {
    expect(metadataOf({ url: 'https://paper.example/2026/03/01/story' }).published).toBe('2026-03-01')
    expect(metadataOf({ url: 'https://paper.example/world/2026/mar/01/story' }).published).toBe('2026-03-01')
    expect(metadataOf({ url: 'https://paper.example/2026-03-01-story' }).origins.published).toBe('url')
    expect(metadataOf({ url: 'https://paper.example/123456789012' }).published).toBeNull()
  })

  it('do not come from other stories, comments or the foot of the page', () => {
    const body = `<aside><time datetime="2020-01-01"></time></aside>${h1}<p>Text.</p>
      <div class="related-posts"><time datetime="2020-01-02"></time></div>
      <div id="comments"><time datetime="2020-01-03"></time></div><footer>1 May 2020</footer>`
    expect(metadataOf({ head, body }).published).toBeNull()
  })

  it('tell publication from update on one line', () => {
    const body = `${h1}<p class="dates">Published March 1, 2026 – Updated March 3, 2026</p>`
    expect(metadataOf({ head, body })).toMatchObject({ published: '2026-03-01', modified: '2026-03-03' })
  })
})

describe('a moment in UTC', () => {
  const published = (time: string): string | null =>
    metadataOf({
      head: '<meta property="article:published_time" content="2026-03-05T03:00:46Z">',
      body: `<h1>A ferry ran again</h1><div class="date">${time}</div><p>Words.</p>`,
    }).published

  it('is told in the zone that the printed local time shows', () => {
    expect(published('March 4, 2026 10:00 PM')).toBe('2026-03-04T22:00:46-05:00')
    expect(published('2026-03-05 08:45')).toBe('2026-03-05T08:45:46+05:45')
  })

  it.each(['March 4, 2026 10:07 PM', 'March 2, 2026 10:00 PM', 'March 4, 2026', '5 March 2026 03:00'])(
    'stays as it is beside a time that no zone explains: %s',
    time => {
      expect(published(time)).toBe('2026-03-05T03:00:46Z')
    },
  )
})
