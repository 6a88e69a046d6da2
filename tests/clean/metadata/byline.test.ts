import { describe, expect, it } from 'vitest'
import { peopleIn } from '../../../archive/clean/metadata/byline/people.ts'
import { metadataOf } from './page.ts'

describe('names in a byline', () => {
  it.each<[string, readonly string[]]>([
    ['By Ann Lee and Bo Ek, Senior Reporter', ['Ann Lee', 'Bo Ek']],
    ['by ANN LEE', ['ANN LEE']],
    ['Ann Lee, Bo Ek & Cy Fox', ['Ann Lee', 'Bo Ek', 'Cy Fox']],
    ['By Ann Lee | 3 March 2026', ['Ann Lee']],
    ['By Ann Lee for The Paper', ['Ann Lee']],
    ['By Ann Lee in Lisbon', ['Ann Lee']],
    ['Ann Lee ann.lee@paper.example @annlee', ['Ann Lee']],
    ['https://facebook.com/annlee', []],
    ['By Ann Lee, Ann Lee and ANN LEE', ['Ann Lee']],
    ['José Ortega y Gasset', ['José Ortega y Gasset']],
    ['Por Ana Gil y Luis Mora', ['Ana Gil', 'Luis Mora']],
    ['Ein Bericht von Uwe Kurz und Ida Lang', ['Uwe Kurz', 'Ida Lang']],
    ['Par Léa Roux et Hugo Petit', ['Par Léa Roux', 'Hugo Petit']],
    ['Écrit par Léa Roux et Hugo Petit', ['Léa Roux', 'Hugo Petit']],
    ['Автор: Иван Петров и Анна Белова', ['Иван Петров', 'Анна Белова']],
    ['كتب: أحمد علي', ['أحمد علي']],
    ['द्वारा: राम शर्मा और सीता देवी', ['राम शर्मा', 'सीता देवी']],
    ['记者 王小明', ['王小明']],
    ['文／山田花子', ['山田花子']],
    ['김민수 기자', ['김민수']],
    ['The Paper Staff', ['The Paper Staff']],
    ['University of Somewhere', ['University of Somewhere']],
    ['Van Morrison', ['Van Morrison']],
    ['Per Olsson', ['Per Olsson']],
    ['admin', []],
    ['Senior Reporter', []],
  ])('"%s"', (text, expected) => {
    expect(peopleIn(text)).toEqual(expected)
  })

  it('are found after an everyday word where the reader sees it', () => {
    expect(peopleIn('Von Uwe Kurz', true)).toEqual(['Uwe Kurz'])
    expect(peopleIn('Par Léa Roux', true)).toEqual(['Léa Roux'])
  })
})

describe('the byline of a page', () => {
  it.each<[string, unknown]>([
    ['an object', { '@type': 'Person', name: 'Ann Lee' }],
    ['a list of objects', [{ '@type': 'Person', name: 'Ann Lee' }]],
    ['a string', 'By Ann Lee'],
    ['a list with a job title', ['Ann Lee, Reporter']],
    ['given and family names', { '@type': 'Person', givenName: 'Ann', familyName: 'Lee' }],
  ])('is read from JSON-LD as %s', (_, author) => {
    const found = metadataOf({ ld: { '@type': ['NewsArticle'], headline: 'A', author } })
    expect(found).toMatchObject({ byline: ['Ann Lee'], origins: { byline: 'json-ld' } })
  })

  it('follows references inside a JSON-LD graph', () => {
    const ld = {
      '@graph': [
        { '@type': 'NewsArticle', headline: 'A', author: { '@id': '#ann' } },
        { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' },
      ],
    }
    expect(metadataOf({ ld }).byline).toEqual(['Ann Lee'])
  })

  it.each([
    ['a trailing comma', '{"@type":"NewsArticle","author":{"name":"Ann Lee",},}'],
    ['a raw line break', '{"@type":"NewsArticle","description":"one\ntwo","author":"Ann Lee"}'],
    ['an HTML comment', '<!-- {"@type":"NewsArticle","author":"Ann Lee"} -->'],
    ['two objects in a row', '{"@type":"WebSite"} {"@type":"NewsArticle","author":"Ann Lee"}'],
    ['a wrong escape', String.raw`{"@type":"NewsArticle","description":"it\'s","author":"Ann Lee"}`],
  ])('survives JSON-LD with %s', (_, ld) => {
    expect(metadataOf({ ld }).byline).toEqual(['Ann Lee'])
  })

  it.each([
    ['meta', '<meta name="author" content="Ann Lee">', ''],
    ['a meta list', '<meta name="parsely-author" content="Ann Lee">', ''],
    ['a citation', '<meta name="citation_author" content="Lee, Ann">', ''],
    [
      'a label in the site’s language',
      '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ann Lee">',
      '',
    ],
    ['microdata', '', '<div itemprop="author" itemscope><span itemprop="name">Ann Lee</span></div>'],
    ['a link', '', '<p>By <a rel="author" href="/a/ann">Ann Lee</a></p>'],
    ['hAtom', '', '<span class="vcard author"><span class="fn">Ann Lee</span></span>'],
    ['visible words', '', '<p>By Ann Lee</p>'],
    ['visible words in German', '', '<p>Von Ann Lee</p>'],
    ['words beside the headline', '', 'by Ann Lee, <small>today</small>'],
    [
      'an element called byline',
      '',
      '<div class="byline"><span>By —</span> <b>Ann Lee</b><div>3 min read</div></div>',
    ],
  ])('is read from %s', (_, head, body) => {
    const page = {
      head: `<title>A fine harbour day</title>${head}`,
      body: `<h1>A fine harbour day</h1>${body}<p>Text.</p>`,
    }
    expect(metadataOf(page).byline).toEqual(['Ann Lee'])
  })

  it('is empty where the page names nobody', () => {
    const body = `<h1>A fine harbour day</h1><p>By Friday the boats were out.</p><p>Von dem Hafen aus sieht man viel.</p>
      <aside><p class="author">Bo Ek</p></aside><div class="related"><p>By Cy Fox</p></div>
      <section class="comments"><span class="author">Dee Gray</span></section>`
    expect(metadataOf({ head: '<title>A fine harbour day</title>', body })).toMatchObject({ byline: [] })
  })

  it('prefers people to the site that claims to be its own author', () => {
    const found = metadataOf({
      head: '<title>A fine harbour day</title><meta property="og:site_name" content="The Paper">',
      body: '<h1>A fine harbour day</h1><p class="byline">By Ann Lee</p>',
      ld: { '@type': 'NewsArticle', author: { '@type': 'Organization', name: 'The Paper' } },
    })
    expect(found).toMatchObject({ byline: ['Ann Lee'], origins: { byline: 'html' } })
  })

  it('keeps the body that the page itself names where it names no person', () => {
    const found = metadataOf({
      ld: { '@type': 'NewsArticle', author: { '@type': 'Organization', name: 'Ministry of Fish and Food' } },
    })
    expect(found.byline).toEqual(['Ministry of Fish and Food'])
  })

  it('takes the full list the reader sees where the data names only the first', () => {
    const found = metadataOf({
      head: '<title>A fine harbour day</title>',
      body: '<h1>A fine harbour day</h1><p class="byline">By Ann Lee and Bo Ek</p>',
      ld: { '@type': 'NewsArticle', author: 'Ann Lee' },
    })
    expect(found.byline).toEqual(['Ann Lee', 'Bo Ek'])
  })
})
