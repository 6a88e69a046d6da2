import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { readMetadata } from '../../../archive/clean/metadata/index.ts'
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

  it('is not the last crumb of the trail, which is worded for search engines', () => {
    const page = {
      head: '<title>Harbour wall costs explained</title><meta property="og:title" content="Who pays for the wall?">',
      body:
        '<ol itemscope itemtype="https://schema.org/BreadcrumbList"><li><a href="/">Home</a></li>' +
        '<li><h1>Harbour wall costs explained</h1></li></ol><p>Words.</p>',
    }
    expect(metadataOf(page).title).toBe('Who pays for the wall?')
    const shown = `${page.body}<h2 class="headline">Who pays for the wall?</h2>`
    expect(metadataOf({ ...page, body: shown }).origins.title).toBe('html')
  })

  it('is the crumb itself where every title has its wording', () => {
    const found = metadataOf({
      head: '<title>Ferry runs again - Ferries</title><meta property="og:title" content="Ferry runs again">',
      body: '<nav class="breadcrumb"><a href="/">Home</a><h1>Ferry runs again</h1></nav><p>Words.</p>',
    })
    expect(found.title).toBe('Ferry runs again')
  })

  it('takes on a kicker only where a mark parts it from the very words of the heading', () => {
    const titles = (title: string): string =>
      `<title>Other</title><meta property="og:title" content="${title}"><meta name="twitter:title" content="${title}">`
    const page = (title: string, h1: string): string | null =>
      metadataOf({ head: titles(title), body: `<h1>${h1}</h1>` }).title
    expect(page('Harbour: The plan is late', 'The plan is late')).toBe('Harbour: The plan is late')
    expect(page('Letter for May 2: The plan is late', 'May 2: The plan is late')).toBe(
      'May 2: The plan is late',
    )
  })

  it('keeps a marked-up kicker that two titles count as a part of it', () => {
    const found = metadataOf({
      head: '<title>Strike The bridge is late</title><meta property="og:title" content="Strike / The bridge is late">',
      body: '<h1><span>Strike</span>The bridge is late</h1>',
      ld: { '@type': 'NewsArticle', headline: 'The bridge is late' },
    })
    expect(found.title).toBe('Strike / The bridge is late')
  })

  it('parts a kicker that nothing confirms from the rest by a colon', () => {
    const found = metadataOf({
      head: '<title>Bridge: all about the delay</title>',
      body: '<h1><span class="kicker">Transport</span> <span>The bridge is late again</span></h1>',
    })
    expect(found.title).toBe('Transport: The bridge is late again')
  })

  it('keeps bars, French spaces and words that are styled in part', () => {
    const body = '<h1>Budget 3 | <b>L</b>e port est-il sauvé ?</h1>'
    expect(metadataOf({ body }).title).toBe('Budget 3 | Le port est-il sauvé ?')
  })

  it('does not depend on the hint that an h1 gives', () => {
    const dom = new JSDOM('<title>The bridge is late</title><h1><b>Opinion</b><i>The bridge is late</i></h1>')
    const found = readMetadata(dom.window.document, 'https://paper.example/x', {
      h1: 'OpinionThe bridge is late',
    })
    expect(found.title).toBe(readMetadata(dom.window.document, 'https://paper.example/x').title)
    dom.window.close()
  })

  it('is null on a page that has none', () => {
    expect(metadataOf({ body: '<p>Words.</p>' })).toMatchObject({ title: null, byline: [], published: null })
  })
})
