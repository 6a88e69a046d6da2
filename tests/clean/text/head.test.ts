import { describe, expect, it } from 'vitest'
import { cleanLines, removedTexts, sentence } from './clean.ts'

const STORY = [sentence('The captain'), sentence('The pilot')]

describe('the head of a saved text', () => {
  it('gives headline and byline, and drops the kicker and the navigation over them', () => {
    const found = cleanLines([
      'Previous post',
      'Home > World > Ports',
      'Sea News',
      'Harbour wall shuts the ferry out',
      'By Ann Lee and Bo Ek | 24 November 2025',
      ...STORY,
    ])
    expect(found).toMatchObject({
      title: 'Harbour wall shuts the ferry out',
      byline: ['Ann Lee', 'Bo Ek'],
      published: '2025-11-24',
      section: 'Sea News',
      origins: { title: 'text', byline: 'text', published: 'text' },
    })
    expect(removedTexts(found)).toEqual([
      'Previous post',
      'Home > World > Ports',
      'Sea News',
      'By Ann Lee and Bo Ek | 24 November 2025',
    ])
    expect(found.blocks.map(block => block.kind)).toEqual(['paragraph', 'paragraph'])
  })

  it('leaves the title null where the file begins with the story', () => {
    const found = cleanLines([` date 2025-11-17 ${STORY[0]}`, `${STORY[1]} (ANI)`])
    expect(found).toMatchObject({ title: null, published: '2025-11-17', site: 'ANI' })
    expect(found.blocks[0]).toMatchObject({ text: STORY[0] })
    expect(found.blocks[1]).toMatchObject({ text: `${STORY[1]} (ANI)` })
  })

  it('reads the agency of a dateline and keeps the dateline in the story', () => {
    const first = `CARACAS, (Xinhua) – ${STORY[0]}`
    const found = cleanLines(['Harbour wall shuts the ferry out', first, STORY[1] ?? ''])
    expect(found.site).toBe('Xinhua')
    expect(found.blocks[0]).toMatchObject({ kind: 'paragraph', text: first })
  })

  it('keeps a standfirst between headline and byline as such', () => {
    const lead =
      'Ships wait, crews sleep ashore and nobody can say who will pay for any of it in the end, least of all the town.'
    const found = cleanLines(['Harbour wall shuts the ferry out', lead, 'By Ann Lee', ...STORY])
    expect(found.blocks[0]).toMatchObject({ text: lead, role: 'standfirst' })
    expect(found.byline).toEqual(['Ann Lee'])
  })

  it('takes labelled lines as facts', () => {
    const found = cleanLines([
      'Title: The harbour wall',
      'Author: Ann Lee',
      'Date: 3 March 2026',
      'Source: The Paper',
      'URL: https://paper.example/wall',
      ...STORY,
    ])
    expect(found).toMatchObject({
      title: 'The harbour wall',
      byline: ['Ann Lee'],
      published: '2026-03-03',
      site: 'The Paper',
      canonicalUrl: 'https://paper.example/wall',
    })
  })

  it('does not take a sentence that begins like a byline for one', () => {
    const found = cleanLines(['Harbour wall shuts the ferry out', 'By Friday the ferry was back.', ...STORY])
    expect(found.byline).toEqual([])
    expect(found.blocks[0]).toMatchObject({ text: 'By Friday the ferry was back.' })
  })

  it('reads a date from the file’s name only where the text has none', () => {
    expect(cleanLines(STORY, '2026-03-03-harbour.txt')).toMatchObject({
      published: '2026-03-03',
      origins: { published: 'name' },
    })
    expect(cleanLines(['Date: 1 March 2026', ...STORY], '2026-03-03-harbour.txt').published).toBe(
      '2026-03-01',
    )
  })

  it.each([
    ['es', 'El muro del puerto cierra el paso', 'Por Ana Gil y Luis Mora', ['Ana Gil', 'Luis Mora']],
    ['ru', 'Стена закрыла гавань для парома', 'Автор: Иван Петров', ['Иван Петров']],
    ['ar', 'الجدار الجديد يغلق الميناء أمام السفن', 'كتب: أحمد علي', ['أحمد علي']],
    ['hi', 'नई दीवार ने बंदरगाह का रास्ता रोका', 'लेखक: राम शर्मा', ['राम शर्मा']],
    ['zh', '新港口墙挡住了渡轮的去路', '记者：王小明', ['王小明']],
    ['ja', '新しい防波堤がフェリーを止める', '文／山田花子', ['山田花子']],
  ])('reads headline and byline in %s', (_, title, byline, names) => {
    const found = cleanLines([title, byline, ...STORY])
    expect(found).toMatchObject({ title, byline: names })
  })
})
