import { describe, expect, it } from 'vitest'
import { articleText } from '../../archive/model/article-text.ts'
import { postPlaceholder } from '../../archive/model/post-token.ts'
import type { Post } from '../../archive/model/post.ts'
import { articleOf, blocksOf, clean, page, paragraphs, STORY, texts } from './page.ts'

const POST: Post = {
  key: 'x:1',
  platform: 'x',
  postId: '1',
  url: 'https://x.com/ann/status/1',
  author: 'Ann',
  handle: 'ann',
  postedAt: '2026-01-02',
  postedAtFrom: 'page',
  text: 'Cracks everywhere.',
  media: [],
  form: 'blockquote',
  state: 'unknown',
  blockIndex: null,
}

describe('the blocks of a story', () => {
  it('keeps paragraphs, sub-headlines, lists, quotes, tables and code in their order', () => {
    const article = articleOf(
      page(`<p>${STORY[0]}</p><h2>What closes</h2><ul><li>The bridge<ol><li>its road</li></ol></li><li>The path</li></ul>
        <p>${STORY[1]}</p><blockquote><p>We had no choice.</p><cite>— The mayor</cite></blockquote>
        <table><caption>Costs</caption><tr><th>Part</th><th>Crowns</th></tr><tr><td>Piers</td><td colspan="2">9</td></tr></table>
        <p>${STORY[2]}</p><pre><code>a = 1\n  b</code></pre><p>Work begins when the ice is gone, and not before the end of March, the council said.</p>`),
    )
    expect(article.blocks.map(block => block.kind)).toEqual([
      'paragraph',
      'heading',
      'list',
      'paragraph',
      'quote',
      'table',
      'paragraph',
      'code',
      'paragraph',
    ])
    expect(blocksOf(article, 'list')[0]?.items[0]).toMatchObject({
      text: 'The bridge',
      ordered: true,
      items: [{ text: 'its road' }],
    })
    expect(blocksOf(article, 'quote')[0]).toMatchObject({
      cite: 'The mayor',
      paragraphs: [{ text: 'We had no choice.' }],
    })
    expect(blocksOf(article, 'table')[0]).toMatchObject({
      caption: 'Costs',
      rows: [
        [{ header: true }, { header: true }],
        [{ text: 'Piers', header: false }, { colspan: 2 }],
      ],
    })
    expect(blocksOf(article, 'code')[0]?.text).toBe('a = 1\n  b')
  })

  it('does not print the headline as a block', () => {
    const article = articleOf(page(paragraphs()))
    expect(article.title).toBe('Old bridge closes on Monday')
    expect(articleText(article)).not.toContain('Old bridge closes')
  })

  it('marks the standfirst, though it stands outside the story and is set as a heading', () => {
    const lead = 'Engineers found cracks in two piers; the detour will last eight months at least.'
    const html = `<html><head><title>Old bridge closes</title><meta name="description" content="${lead}"></head><body>
      <header><h1>Old bridge closes</h1><h2 class="dek">${lead}</h2></header><div class="text">${paragraphs()}</div></body></html>`
    expect(articleOf(html).blocks[0]).toMatchObject({ kind: 'paragraph', role: 'standfirst', text: lead })
  })

  it('splits paragraphs at empty lines made of line breaks, and keeps a single one as a newline', () => {
    const article = articleOf(page(`<div>${STORY[0]}<br><br>${STORY[1]}<br>${STORY[2]}</div>`))
    expect(texts(article)).toEqual([STORY[0], `${STORY[1]}\n${STORY[2]}`])
  })

  it('keeps words that stand bare in a div', () => {
    const article = articleOf(page(STORY.map(text => `<div class="x">${text}</div>`).join('')))
    expect(texts(article)).toEqual(STORY)
  })

  it('gives spans in UTF-16 units of the collapsed text and leaves invisible signs out', () => {
    const article = articleOf(
      page(
        `<p> 😀  The <a href="/a"> old\u00AD bridge, <em>they</em>\u200B said</a>,  closes on Monday, and nobody in the town hall knows for how many months it will stay so. </p>${paragraphs()}`,
      ),
    )
    const [first] = blocksOf(article, 'paragraph')
    expect(first?.text).toBe(
      '😀 The old bridge, they said, closes on Monday, and nobody in the town hall knows for how many months it will stay so.',
    )
    const marked = first?.spans.map(span => [span.kind, first.text.slice(span.start, span.end)])
    expect(marked).toEqual([
      ['link', 'old bridge, they said'],
      ['em', 'they'],
    ])
    expect(first?.spans[0]).toMatchObject({ href: 'https://paper.example/a' })
  })

  it('keeps joiners that scripts need', () => {
    const word = 'می\u200Cخواهم'
    const article = articleOf(page(`<p>${word} ${STORY[0]}</p>${paragraphs(STORY.slice(1))}`))
    expect(texts(article)[0]).toContain(word)
  })

  it('honours the base element for links', () => {
    const article = articleOf(
      page(`<p>See <a href="b.html">here</a>. ${STORY[0]}</p>${paragraphs(STORY.slice(1))}`, {
        head: '<base href="https://cdn.example/x/">',
      }),
    )
    expect(blocksOf(article, 'paragraph')[0]?.spans[0]).toMatchObject({
      href: 'https://cdn.example/x/b.html',
    })
  })

  it('never makes a link of javascript: or data:', () => {
    const article = articleOf(
      page(
        `<p><a href="javascript:x()">Tap</a> <a href="data:text/html,x">here</a> ${STORY[0]}</p>${paragraphs()}`,
      ),
    )
    expect(JSON.stringify(article)).not.toMatch(/javascript:|data:text/)
  })

  it('reads a declarative shadow tree as part of the story, with its slots filled', () => {
    const article = articleOf(
      page(
        `${paragraphs(STORY.slice(0, 2))}<x-box><template shadowrootmode="open"><p>${STORY[2]}</p><slot name="b"></slot></template><p slot="b">The council meets again on Thursday, and the public may listen.</p></x-box>`,
      ),
    )
    expect(texts(article).slice(-2)).toEqual([
      STORY[2],
      'The council meets again on Thursday, and the public may listen.',
    ])
  })

  it('puts parts that were streamed late where they belong', () => {
    const article = articleOf(
      page('<template id="B:0"></template>', { outside: `<div hidden id="S:0">${paragraphs()}</div>` }),
    )
    expect(texts(article)).toEqual(STORY)
  })

  it('leaves hidden words out', () => {
    const article = articleOf(
      page(
        `${paragraphs()}<p style="display:none">This is a secret note that no reader of the paper will ever see on the page.</p>`,
      ),
    )
    expect(articleText(article)).not.toContain('secret')
  })

  it('keeps correction notices and says that they are', () => {
    const notice =
      'An earlier version of this story gave the wrong year for the bridge. It was built in 1931.'
    const article = articleOf(page(`${paragraphs()}<div class="meta"><p>${notice}</p></div>`))
    expect(article.blocks.at(-1)).toMatchObject({ role: 'correction', text: notice })
  })

  it.each([
    ['de', 'Korrektur: In einer früheren Fassung war das Baujahr falsch.'],
    ['es', 'Fe de errores: el puente no se construyó en 1941.'],
    ['ja', '【訂正】橋の建設年に誤りがありました。'],
    ['ru', 'Исправление: мост построен в 1931 году.'],
    ['ar', 'تصحيح: بُني الجسر عام 1931.'],
  ])('knows a correction notice in %s', (_language, notice) => {
    expect(articleOf(page(`${paragraphs()}<p>${notice}</p>`)).blocks.at(-1)).toMatchObject({
      role: 'correction',
    })
  })

  it('finds the story of a page in Chinese, Hindi, Arabic, Thai', () => {
    const stories = {
      zh: [
        '市政府宣布，老桥将于周一关闭，因为工程师在两个桥墩上发现了裂缝。',
        '交通将绕行北环路，至少持续八个月，四路和九路公交车将在市场掉头。',
        '维修费用预计为一千一百万，其中一半由地区政府承担，商户希望得到帮助。',
      ],
      hi: [
        'नगर परिषद ने बताया कि पुराना पुल सोमवार से बंद रहेगा, क्योंकि दो खंभों में दरारें मिली हैं।',
        'यातायात कम से कम आठ महीने तक उत्तरी मार्ग से चलेगा और बसें बाज़ार से लौटेंगी।',
        'मरम्मत पर ग्यारह लाख का ख़र्च आएगा, जिसका आधा हिस्सा राज्य सरकार देगी।',
      ],
      ar: [
        'قال المجلس البلدي إن الجسر القديم سيغلق يوم الاثنين، بعد العثور على شقوق في دعامتين.',
        'ستحول حركة المرور إلى الطريق الدائري الشمالي لثمانية أشهر على الأقل، بحسب المجلس.',
        'تبلغ كلفة الإصلاح أحد عشر مليونا، يدفع الإقليم نصفها، فيما طلب التجار المساعدة.',
      ],
      th: [
        'สภาเมืองแจ้งว่าสะพานเก่าจะปิดในวันจันทร์ หลังวิศวกรพบรอยร้าวที่ตอม่อสองต้น',
        'รถจะต้องใช้ถนนวงแหวนด้านเหนืออย่างน้อยแปดเดือน และรถเมล์จะกลับรถที่ตลาด',
        'ค่าซ่อมประมาณสิบเอ็ดล้าน ซึ่งภูมิภาคจ่ายครึ่งหนึ่ง ส่วนพ่อค้าขอความช่วยเหลือ',
      ],
    }
    for (const [lang, story] of Object.entries(stories)) {
      const article = articleOf(page(paragraphs(story), { lang, title: '...' }))
      expect(texts(article)).toEqual(story)
      expect(article.dir).toBe(lang === 'ar' ? 'rtl' : 'ltr')
      expect(article.words).toBeGreaterThan(20)
    }
  })

  it('turns the stand-in of a post back into the post and says where it stands', () => {
    const article = articleOf(
      page(`<p>${STORY[0]}</p><p>${postPlaceholder(0)}</p>${paragraphs(STORY.slice(1))}`),
      [POST],
    )
    expect(article.blocks[1]).toEqual({ kind: 'post', post: 'x:1' })
    expect(article.posts[0]?.blockIndex).toBe(1)
    expect(articleText(article)).not.toContain('stetpost')
  })

  it('keeps a post that stood in a list item or a quote', () => {
    const article = articleOf(
      page(`${paragraphs()}<ul><li><p>${postPlaceholder(0)}</p></li><li>End</li></ul>`),
      [POST],
    )
    expect(blocksOf(article, 'post')).toHaveLength(1)
    expect(articleText(article)).not.toContain('stetpost')
  })

  it('lists a post that stood outside the story without a place', () => {
    const article = articleOf(
      page(paragraphs(), { outside: `<footer><p>${postPlaceholder(0)}</p></footer>` }),
      [POST],
    )
    expect(article.posts).toMatchObject([{ key: 'x:1', blockIndex: null }])
    expect(blocksOf(article, 'post')).toHaveLength(0)
  })

  it('makes do with a page that has nothing but a post, and with one that has nothing', () => {
    expect(blocksOf(articleOf(page(`<p>${postPlaceholder(0)}</p>`), [POST]), 'post')).toHaveLength(1)
    for (const html of ['', '<p></p>', '<!doctype html>', '<frameset><frame></frameset>', 'just words']) {
      expect(() => clean(html)).not.toThrow()
    }
  })

  it('uses a whole articleBody to see where a page goes on to the next story', () => {
    const more = Array.from(
      { length: 8 },
      (_, i) =>
        `${STORY[i % 3]} It was day ${i} of the works, and the ${i}th pier had been seen to by the men, who went home at ${i} in the evening.`,
    )
    const other = Array.from(
      { length: 6 },
      (_, i) =>
        `Elsewhere the cheese fair opened on day ${i}, with ${i} new kinds, and visitors came from as far as the coast to taste all of them.`,
    )
    const json = JSON.stringify({ '@type': 'NewsArticle', articleBody: more.join('\n') })
    const html = page(paragraphs([...more, ...other]), {
      head: `<script type="application/ld+json">${json}</script>`,
    })
    expect(texts(articleOf(html))).toEqual(more)
  })
})
