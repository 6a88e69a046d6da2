import * as fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { readMetadata } from '../../../archive/clean/metadata/index.ts'
import { metadataOf } from './page.ts'

describe('the site', () => {
  it.each([
    [
      'og:site_name',
      { head: '<meta property="og:site_name" content="The Paper">' },
      'The Paper',
      'opengraph',
    ],
    [
      'the publisher',
      { ld: { '@type': 'NewsArticle', publisher: { name: 'The Paper' } } },
      'The Paper',
      'json-ld',
    ],
    [
      'its own name beside a slogan',
      { head: '<meta property="og:site_name" content="Paper | All the news">' },
      'Paper',
      'opengraph',
    ],
    ['the end of the title', { head: '<title>A fine day - Paper</title>' }, 'Paper', 'html'],
    ['the host', {}, 'paper.example', 'url'],
  ])('is read from %s', (_, page, site, origin) => {
    expect(metadataOf(page)).toMatchObject({ site, origins: { site: origin } })
  })

  it('is no handle', () => {
    expect(metadataOf({ head: '<meta property="og:site_name" content="@paper">' }).site).toBe('paper.example')
  })
})

describe('section, language and address', () => {
  it('reads the section and passes over fillers', () => {
    expect(metadataOf({ head: '<meta property="article:section" content="Sea &amp; Coast">' }).section).toBe(
      'Sea & Coast',
    )
    expect(metadataOf({ head: '<meta property="article:section" content="tags">' }).section).toBeNull()
    const crumbs = ['Home', 'World', 'Story'].map((name, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
    }))
    expect(metadataOf({ ld: { '@type': 'BreadcrumbList', itemListElement: crumbs } }).section).toBe('World')
  })

  it.each([
    ['the html element', { lang: 'de-at' }, 'de-AT', 'html'],
    ['OpenGraph', { head: '<meta property="og:locale" content="pt_BR">' }, 'pt-BR', 'opengraph'],
    ['http-equiv', { head: '<meta http-equiv="Content-Language" content="sv">' }, 'sv', 'meta'],
    ['the script', { body: '<p>항구가 다시 열렸다. 사람들은 기뻐했다.</p>' }, 'ko', 'text'],
  ])('reads the language from %s', (_, page, language, origin) => {
    expect(metadataOf(page)).toMatchObject({ language, origins: { language: origin } })
  })

  it('does not guess a language that many share a script with', () => {
    expect(
      metadataOf({ body: '<p>The harbour is open again, and so is the bridge.</p>' }).language,
    ).toBeNull()
  })

  it('makes the canonical address absolute and passes over one that cannot be believed', () => {
    const url = 'https://paper.example/a/b?x=1'
    expect(metadataOf({ url, head: '<link rel="canonical" href="/a/b">' }).canonicalUrl).toBe(
      'https://paper.example/a/b',
    )
    const both = '<link rel="canonical" href="/"><meta property="og:url" content="https://paper.example/a/b">'
    expect(metadataOf({ url, head: both })).toMatchObject({
      canonicalUrl: 'https://paper.example/a/b',
      origins: { canonicalUrl: 'opengraph' },
    })
    expect(metadataOf({ url, head: '<link rel="canonical" href="javascript:x">' }).canonicalUrl).toBeNull()
  })
})

describe('a hostile page', () => {
  it('never makes the reader throw', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '2026-13-45',
        '{',
        '[[',
        '&#xffffff;',
        'By ',
        '\u0000',
        'https://',
        '//',
        '-'.repeat(300),
      ),
    )
    const name = fc.constantFrom(
      'og:title',
      'author',
      'article:published_time',
      'og:locale',
      'og:url',
      'twitter:label1',
      'twitter:data1',
      'og:site_name',
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, value), { maxLength: 6 }),
        fc.json({ maxDepth: 4 }),
        value,
        fc.webUrl(),
        (tags, ld, text, url) => {
          const { document } = new JSDOM('', { url }).window
          for (const [key, content] of tags) {
            const meta = document.createElement('meta')
            meta.setAttribute('property', key)
            meta.setAttribute('content', content)
            document.head.append(meta)
          }
          const script = document.createElement('script')
          script.type = 'application/ld+json'
          script.textContent = `{"@type":"NewsArticle","headline":${ld},"author":${ld},"datePublished":${ld},"mainEntityOfPage":${ld}}`
          document.head.append(script)
          const h1 = document.createElement('h1')
          h1.textContent = text
          document.body.append(h1, text)
          expect(Array.isArray(readMetadata(document, url).byline)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is read in good time however often it repeats itself', () => {
    const body = `<h1>A fine harbour day</h1>${'<div class="author date byline">By </div>'.repeat(3_000)}<p>${'a, '.repeat(20_000)}</p>`
    expect(metadataOf({ head: '<title>A fine harbour day</title>', body }).title).toBe('A fine harbour day')
  })

  it('is read however deep its boxes are nested', () => {
    const body = `<h1>A fine harbour day</h1>${'<div class="date">'.repeat(4_000)}Words.`
    expect(metadataOf({ head: '<title>A fine harbour day</title>', body }).title).toBe('A fine harbour day')
  })
})
