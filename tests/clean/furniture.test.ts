import { describe, expect, it } from 'vitest'
import { articleText } from '../../archive/model/article-text.ts'
import { articleOf, page, paragraphs, STORY, texts } from './page.ts'

/** The story stands whole, the furniture is in `removed` under that rule, or was never taken in. */
function expectCut(furniture: string, words: string, rule?: string, lang = 'en'): void {
  const article = articleOf(page(paragraphs() + furniture, { lang }))
  expect(texts(article)).toEqual(STORY)
  expect(articleText(article)).not.toContain(words)
  if (rule)
    expect(
      article.removed
        .filter(entry => entry.rule === rule)
        .map(entry => entry.text)
        .join('\n'),
    ).toContain(words)
}

describe('furniture is cut by a named rule', () => {
  it.each([
    ['Read more: Ferry to run all winter', 'read-more-line'],
    ['The post Old bridge closes appeared first on The Paper.', 'appeared-first'],
    ['Your email address will not be published. Required fields are marked *', 'comments-line'],
    ['Back to top', 'back-to-top'],
    ['Advertisement', 'advertisement'],
    ['Sign up for our newsletter and get the day in your inbox', 'newsletter-heading'],
    ['Follow us on Facebook and Instagram', 'share-heading'],
    ['Copyright 2026 The Paper. All rights reserved.', 'copyright-line'],
    ['If you buy something through these links, we may earn a commission.', 'affiliate-note'],
    ['Tags: bridges, traffic', 'tags-heading'],
    ['Ann Winter contributed to this report.', 'author-line'],
    ['Lea Stone is a reporter for The Paper who covers the town.', 'author-bio'],
  ])('%s', (line, rule) => {
    expectCut(`<p>${line}</p>`, line, rule)
  })

  it.each([
    ['es', 'Lee también: El transbordador navegará todo el invierno'],
    ['fr', 'Lire aussi : Le bac circulera tout l’hiver'],
    ['de', 'Lesen Sie auch: Die Fähre fährt den ganzen Winter'],
    ['pt', 'Leia também: A balsa vai navegar todo o inverno'],
    ['it', 'Leggi anche: Il traghetto navigherà tutto l’inverno'],
    ['nl', 'Lees ook: De veerpont vaart de hele winter'],
    ['pl', 'Czytaj też: Prom będzie pływał całą zimę'],
    ['ru', 'Читайте также: Паром будет ходить всю зиму'],
    ['id', 'Baca juga: Feri beroperasi sepanjang musim dingin'],
    ['ar', 'اقرأ أيضا: العبارة تعمل طوال الشتاء'],
    ['hi', 'यह भी पढ़ें: नाव पूरी सर्दी चलेगी'],
    ['ja', '関連記事：渡し船は冬も運航'],
    ['zh', '相关：渡轮整个冬天运行'],
  ])('a "read also" line in %s', (lang, line) => {
    expectCut(`<p>${line}</p>`, line, 'read-more-line', lang)
  })

  it.each([
    ['en', 'Related articles'],
    ['es', 'Noticias relacionadas'],
    ['fr', 'À lire aussi'],
    ['de', 'Mehr zum Thema'],
    ['pt', 'Leia também'],
    ['it', 'Articoli correlati'],
    ['nl', 'Lees ook'],
    ['tr', 'İlgili haberler'],
    ['ru', 'Материалы по теме'],
    ['ar', 'مواضيع ذات صلة'],
    ['hi', 'संबंधित खबरें'],
    ['ja', '関連記事'],
    ['zh', '相关阅读'],
    ['ko', '관련 기사'],
  ])('what stands under a related heading in %s', (lang, heading) => {
    const teaser = 'Ferry to run all winter, says the harbour office, which hired two more men.'
    expectCut(`<div><h3>${heading}</h3><div><p>${teaser}</p></div></div>`, teaser, undefined, lang)
  })

  it.each([
    [
      'related',
      '<div class="related-stories"><p>Ferry to run all winter, says the harbour office, which hired two more men for it.</p></div>',
    ],
    [
      'newsletter',
      '<div class="newsletter-signup"><p>The morning letter, with all that the town talks about, before you are up.</p></div>',
    ],
    [
      'share',
      '<div class="social-share"><p>Pass it on to your friends, on all the sites that they use, now.</p></div>',
    ],
    [
      'comments',
      '<div id="comments"><p>I have always said that this bridge would fall, and nobody would listen to me, writes Bob.</p></div>',
    ],
    [
      'author',
      '<div class="author-bio"><p>She has written about bridges, roads and the people who build them since 2004.</p></div>',
    ],
    ['tags', '<ul class="tag-list"><li>Bridges</li><li>Traffic</li></ul>'],
    [
      'advertisement',
      '<div class="ad-container"><p>Buy our boots, which are warm and dry, and come with laces.</p></div>',
    ],
  ])('boxes named %s', (_name, box) => {
    expectCut(
      box,
      box
        .replace(/<[^>]*>/g, ' ')
        .trim()
        .slice(0, 20),
    )
  })

  it('takes out headline, byline and date where they stand again above the story', () => {
    const head =
      '<meta name="author" content="Ann Winter"><meta property="article:published_time" content="2026-01-05">'
    const lead = '<p>Old bridge closes on Monday</p><p>By Ann Winter</p><p>5 January 2026, 10:30</p>'
    expect(texts(articleOf(page(lead + paragraphs(), { head })))).toEqual(STORY)
  })

  it('takes out lines and lists that are only links', () => {
    expectCut('<p><a href="/a">Ferry to run all winter</a></p>', 'Ferry', 'link-line')
    expectCut(
      '<ul><li><a href="/a">Ferry to run all winter</a></li><li><a href="/b">Ice on the Wend</a></li></ul>',
      'Ferry',
    )
  })

  it('takes out the second copy of a paragraph', () => {
    expect(texts(articleOf(page(paragraphs([...STORY, STORY[1]!]))))).toEqual(STORY)
  })

  it('is not misled by a consent dialog longer than the story', () => {
    const legal = Array.from(
      { length: 6 },
      (_, i) =>
        `We and our ${i} partners store cookies on your device, read them, and share what they say, in order to learn, measure and improve, as our policy sets out.`,
    )
    const article = articleOf(
      page(paragraphs(), { outside: `<div id="onetrust-consent-sdk">${paragraphs(legal)}</div>` }),
    )
    expect(texts(article)).toEqual(STORY)
  })
})

describe('what belongs to the story is not taken for furniture', () => {
  it('keeps a story whose container has a telling name', () => {
    for (const name of ['paywall', 'share-article', 'comments-open', 'single-author', 'promo-story']) {
      expect(texts(articleOf(page(`<div class="${name}">${paragraphs()}</div>`)))).toEqual(STORY)
    }
  })

  it('keeps story paragraphs that all carry a telling name', () => {
    expect(
      texts(articleOf(page(STORY.map(text => `<p class="paywall ad-free">${text}</p>`).join('')))),
    ).toEqual(STORY)
  })

  it('keeps sentences that mention sharing, signing up, comments and advertising', () => {
    const lines = [
      'Advertising on the bridge will go as well, the council said, and with it a tenth of what it earns.',
      'Read more carefully, the letter also says that the market may have to move to the school yard for a year.',
      'Comments by the mayor that the works would be done by Easter were taken back on Tuesday.',
      'Related costs, such as the signs on the ring road, are not in the sum, the town clerk told the paper.',
    ]
    expect(texts(articleOf(page(paragraphs([...STORY, ...lines]))))).toEqual([...STORY, ...lines])
  })

  it('keeps a sub-headline between two paragraphs, though it is short', () => {
    const article = articleOf(
      page(`<p>${STORY[0]}</p><h3 class="media-hed">The cost</h3>${paragraphs(STORY.slice(1))}`),
    )
    expect(article.blocks[1]).toMatchObject({ kind: 'heading', text: 'The cost' })
  })

  it('records what it took out, at most 2,000 characters of each', () => {
    const long = 'Tell your friends about the morning letter. '.repeat(100)
    const article = articleOf(
      page(
        `${paragraphs([...STORY, ...STORY.map(text => text.replace('The', 'Again, the')), ...STORY.map(text => `Later: ${text}`)])}<div><h3>Leave a reply</h3><div><p>${long}</p></div></div>`,
      ),
    )
    for (const entry of article.removed) expect(entry.text.length).toBeLessThanOrEqual(2000)
    expect(articleText(article)).not.toContain('morning letter')
  })
})
