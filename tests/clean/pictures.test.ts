import { describe, expect, it } from 'vitest'
import { articleText } from '../../archive/model/article-text.ts'
import { articleOf, blocksOf, page, paragraphs, STORY, texts } from './page.ts'

/** The figures of a page whose story has this markup between its first and second paragraph. */
function figures(markup: string) {
  return blocksOf(articleOf(page(`<p>${STORY[0]}</p>${markup}${paragraphs(STORY.slice(1))}`)), 'figure')
}

function srcOf(markup: string): string | null | undefined {
  return figures(markup)[0]?.src
}

const at = (name: string): string => `https://paper.example/2026/${name}`

describe('which picture a reader on a desktop sees', () => {
  it.each([
    ['a plain src', '<img src="a.jpg">', 'a.jpg'],
    ['the 1x entry of a srcset', '<img src="s.jpg" srcset="b.jpg 2x, a.jpg 1x">', 'a.jpg'],
    [
      'the smallest entry that fills the slot',
      '<img srcset="s.jpg 300w, a.jpg 700w, l.jpg 2000w" sizes="600px">',
      'a.jpg',
    ],
    ['the widest where none fills it', '<img srcset="s.jpg 300w, a.jpg 700w">', 'a.jpg'],
    [
      'sizes with media conditions',
      '<img srcset="s.jpg 400w, a.jpg 800w" sizes="(max-width: 600px) 100vw, (min-width: 601px) 50vw">',
      'a.jpg',
    ],
    [
      'sizes with calc',
      '<img srcset="s.jpg 400w, a.jpg 700w, l.jpg 1300w" sizes="calc(50vw - 2rem)">',
      'a.jpg',
    ],
    ['an address with commas in a srcset', '<img srcset="w_700,h_4/a.jpg 1x, b.jpg 2x">', 'w_700,h_4/a.jpg'],
    ['data-src under a placeholder', '<img src="data:image/gif;base64,R0lGOD" data-src="a.jpg">', 'a.jpg'],
    [
      'data-srcset under a placeholder',
      '<img srcset="data:image/gif;base64,R0 1w" data-srcset="s.jpg 300w, a.jpg 1300w" data-sizes="auto">',
      'a.jpg',
    ],
    ['data-lazy-src', '<img src="/img/blank.gif" data-lazy-src="a.jpg">', 'a.jpg'],
    ['data-original', '<img data-original="a.jpg">', 'a.jpg'],
    ['a background set by a lazy loader', '<div data-bg="a.jpg"></div>', 'a.jpg'],
    [
      'the first source that fits',
      '<picture><source media="(max-width: 700px)" srcset="m.jpg"><source media="(min-width: 701px)" srcset="a.jpg"><img src="b.jpg"></picture>',
      'a.jpg',
    ],
    [
      'a source of a type that is drawn',
      '<picture><source type="image/jxl" srcset="x.jxl"><source type="image/webp" srcset="a.webp"><img src="b.jpg"></picture>',
      'a.webp',
    ],
    [
      'landscape, light, screen',
      '<picture><source media="print" srcset="p.jpg"><source media="(prefers-color-scheme: dark)" srcset="d.jpg"><source media="screen and (orientation: landscape)" srcset="a.jpg"><img src="b.jpg"></picture>',
      'a.jpg',
    ],
    [
      'the noscript picture where the other has no address',
      '<div><img class="lazy" src="data:image/png;base64,AA"><noscript><img src="a.jpg"></noscript></div>',
      'a.jpg',
    ],
  ])('%s', (_name, markup, expected) => {
    expect(srcOf(markup)).toBe(at(expected))
  })

  it('shows a picture once that also stands in noscript', () => {
    expect(
      figures('<figure><img data-src="a.jpg"><noscript><img src="a-small.jpg"></noscript></figure>').map(
        figure => figure.src,
      ),
    ).toEqual([at('a.jpg')])
  })

  it('leaves counters and signs out', () => {
    expect(figures('<img src="/pixel.gif?w=1&h=1" width="1" height="1">')).toEqual([])
    const article = articleOf(
      page(
        `<p>Well <img class="emoji" alt="😀" src="e.png"> said. ${STORY[0]}</p>${paragraphs(STORY.slice(1))}`,
      ),
    )
    expect(texts(article)[0]).toContain('Well 😀 said.')
  })
})

describe('figures', () => {
  it('keep caption and credit apart, and out of the paragraphs', () => {
    const [figure] = figures(
      '<figure><img src="a.jpg" alt="A pier"><figcaption>A <b>crack</b> in the pier. <span class="credit">Ann Winter</span></figcaption></figure>',
    )
    expect(figure).toMatchObject({
      media: 'image',
      alt: 'A pier',
      caption: { text: 'A crack in the pier.' },
      credit: 'Ann Winter',
    })
    expect(figure?.caption.spans).toMatchObject([{ kind: 'strong', start: 2, end: 7 }])
  })

  it.each([
    ['Photo: Ann Winter', 'Photo: Ann Winter'],
    ['Foto: Ann Winter / dpa', 'Foto: Ann Winter / dpa'],
    ['© Ann Winter', '© Ann Winter'],
    ['写真：冬アン', '写真：冬アン'],
  ])('read a credit from the last line: %s', (line, credit) => {
    const [figure] = figures(
      `<figure><img src="a.jpg"><figcaption><p>A crack.</p><p>${line}</p></figcaption></figure>`,
    )
    expect(figure).toMatchObject({ caption: { text: 'A crack.' }, credit })
  })

  it.each([
    ['The late boat. Picture: Sound Courier', 'The late boat.', 'Picture: Sound Courier'],
    ['A crack in the pier (Photo: Ann Winter)', 'A crack in the pier', 'Photo: Ann Winter'],
    ['Das Wehr im Mai. Foto: Anna Winter', 'Das Wehr im Mai.', 'Foto: Anna Winter'],
    ['The picture: a quay at dawn.', 'The picture: a quay at dawn.', null],
    ['Crowds at the pier in May', 'Crowds at the pier in May', null],
  ])('part the credit from the caption in front of it: %s', (line, caption, credit) => {
    const [figure] = figures(`<figure><img src="a.jpg"><figcaption>${line}</figcaption></figure>`)
    expect(figure).toMatchObject({ caption: { text: caption }, credit })
  })

  it('take the words beside a picture for its caption where their name says so', () => {
    const [figure] = figures(
      '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">A crack in the pier.</p></div>',
    )
    expect(figure).toMatchObject({ src: at('a.jpg'), caption: { text: 'A crack in the pier.' } })
  })

  it('take the words beside a picture for its caption where they end in a credit', () => {
    const [figure] = figures(
      '<p><img src="a.jpg"></p><p>A crack in the pier, seen on Sunday (Photo: Ann Winter)</p>',
    )
    expect(figure?.caption.text).toBe('A crack in the pier, seen on Sunday (Photo: Ann Winter)')
  })

  it('do not repeat a picture’s own words as a paragraph', () => {
    const article = articleOf(
      page(
        `<p>${STORY[0]}</p><img src="a.jpg" alt="A crack in the second pier"><p>A crack in the second pier</p>${paragraphs(STORY.slice(1))}`,
      ),
    )
    expect(texts(article)).toEqual(STORY)
  })

  it('stand in the text for reading with caption and credit', () => {
    const article = articleOf(
      page(
        `<p>${STORY[0]}</p><figure><img src="a.jpg"><figcaption>A crack.<small class="credit">Ann</small></figcaption></figure>${paragraphs(STORY.slice(1))}`,
      ),
    )
    expect(articleText(article)).toContain('A crack. (Ann)')
  })

  it('hold film, sound and frames', () => {
    const made = figures(
      '<figure><video poster="p.jpg"><source src="a.mp4"></video></figure><audio src="a.mp3"></audio><figure><iframe src="https://maps.example/x" title="Map"></iframe></figure>',
    )
    expect(made.map(figure => [figure.media, figure.src])).toEqual([
      ['video', at('a.mp4')],
      ['audio', at('a.mp3')],
      ['frame', 'https://maps.example/x'],
    ])
  })

  it('hold the words of an inline drawing', () => {
    const [figure] = figures(
      '<figure><svg viewBox="0 0 9 9"><title>Cost by pier</title><text>Pier one</text><text>4 m</text></svg></figure>',
    )
    expect(figure).toMatchObject({
      media: 'graphic',
      src: null,
      alt: 'Cost by pier',
      caption: { text: 'Pier one\n4 m' },
    })
  })

  it('are not split off in the middle of a sentence', () => {
    const article = articleOf(
      page(`<p>${STORY[0]} <img src="a.jpg"> And so on, the council said.</p>${paragraphs(STORY.slice(1))}`),
    )
    expect(texts(article)[0]).toBe(`${STORY[0]} And so on, the council said.`)
    expect(blocksOf(article, 'figure')).toHaveLength(1)
  })

  it('keep the picture above the first paragraph', () => {
    const html = `<html><head><title>Old bridge closes</title></head><body><main><h1>Old bridge closes</h1><figure class="hero"><img src="a.jpg"></figure><div class="text">${paragraphs()}</div></main></body></html>`
    expect(blocksOf(articleOf(html), 'figure')[0]?.src).toBe(at('a.jpg'))
  })
})
