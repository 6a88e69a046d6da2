import { describe, expect, it } from 'vitest'
import { metadataOf } from './page.ts'

describe('the title', () => {
  it('is the h1 that the title element confirms, with its own punctuation', () => {
    const found = metadataOf({
      head: '<title>Harbour wall: who pays? | The Paper</title>',
      body: '<h1>The Paper</h1><article><h1>“Harbour wall”: who pays?</h1></article>',
    })
    expect(found.title).toBe('“Harbour wall”: who pays?')
    expect(found.origins.title).toBe('html')
  })

  it.each([
    ['Ferry runs again - The Paper', 'Ferry runs again'],
    ['Ferry runs again | News | The Paper', 'Ferry runs again'],
    ['The Paper: Ferry runs again', 'The Paper: Ferry runs again'],
    ['The Paper | Ferry runs again', 'Ferry runs again'],
    ['Ferry – a story of two towns – The Paper', 'Ferry – a story of two towns'],
    ['Why ferries matter - and boats do not', 'Why ferries matter - and boats do not'],
  ])('loses the name of the site at its ends only: %s', (title, expected) => {
    const found = metadataOf({
      head: `<title>${title}</title><meta property="og:site_name" content="The Paper">`,
    })
    expect(found.title).toBe(expected)
  })

  it('comes from JSON-LD where no heading agrees with any title', () => {
    const found = metadataOf({
      head: '<title>The Paper</title>',
      body: '<h1>Menu</h1><h1>Subscribe to our paper today</h1><h1>Three more things to read</h1>',
      ld: { '@type': 'NewsArticle', headline: 'Tide &amp; time' },
    })
    expect(found).toMatchObject({ title: 'Tide & time', origins: { title: 'json-ld' } })
  })

  it('is the only h1 where an editor gave search engines other words', () => {
    const found = metadataOf({
      head: '<title>Best lighthouses 2026</title><meta property="og:title" content="Best lighthouses 2026">',
      body: '<main><h1>Nine towers worth the climb</h1></main>',
    })
    expect(found.title).toBe('Nine towers worth the climb')
  })

  it('does not run a kicker into the headline', () => {
    const found = metadataOf({
      head: '<title>The bridge is late</title>',
      body: '<h1><span>Opinion</span><span>The bridge is late</span></h1>',
    })
    expect(found.title).toBe('The bridge is late')
  })

  it.each([
    ['ar', 'الميناء يفتح أبوابه من جديد أمام السفن'],
    ['hi', 'बंदरगाह फिर से जहाजों के लिए खुला'],
    ['ja', '港が再開、船の往来戻る　町に安堵の声'],
    ['zh', '港口重新开放迎接船只'],
  ])('is read in any script: %s', (lang, title) => {
    expect(
      metadataOf({ lang, head: `<title>${title} | Paper</title>`, body: `<h1>${title}</h1>` }).title,
    ).toBe(title.replaceAll(/\s+/g, ' '))
  })

  it('is null on a page that has none', () => {
    expect(metadataOf({ body: '<p>Words.</p>' })).toMatchObject({ title: null, byline: [], published: null })
  })
})
