import { describe, expect, it } from 'vitest'
import { cleanLines, removedTexts, sentence } from './clean.ts'

const STORY = ['Harbour wall shuts the ferry out', sentence('The captain'), sentence('The pilot')]

describe('the tail of a saved text', () => {
  it('goes line by line into removed, each with its rule', () => {
    const tail = [
      'Featured image via the Tribune',
      'Share this:',
      'Related Articles',
      'Five walls that moved the sea',
      'November 20, 2025',
      'Leave a Reply',
      'Your email address will not be published. Required fields are marked *',
      'Name *',
      'Email *',
      'Save my name, email, and website in this browser for the next time I comment.',
      'Back to top button',
    ]
    const found = cleanLines([...STORY, ...tail])
    expect(removedTexts(found)).toEqual(tail)
    expect(found.removed.every(item => item.rule !== '')).toBe(true)
    expect(found.removed[0]?.rule).toBe('image-credit')
    expect(found.blocks).toHaveLength(2)
    expect(found.site).toBe('The Tribune')
  })

  it('does not take an agency’s picture credit for the outlet', () => {
    expect(cleanLines([...STORY, 'Featured image via Getty Images']).site).toBeNull()
  })

  it('reads the outlet from the line that says where the story first appeared', () => {
    const found = cleanLines([
      ...STORY,
      'The post Harbour wall shuts the ferry out appeared first on The Paper.',
    ])
    expect(found.site).toBe('The Paper')
    expect(found.removed).toHaveLength(1)
  })

  it('never passes a sentence of the story', () => {
    const last = 'Nobody answered the phone.'
    const found = cleanLines([...STORY, 'Related', 'Five walls that moved the sea', last])
    expect(found.removed).toEqual([])
    expect(found.blocks.at(-1)).toMatchObject({ text: last })
  })

  it('keeps short last lines that no heading of furniture stands over', () => {
    const found = cleanLines([...STORY, 'Wall: 40 metres', 'Ferry: 12 metres'])
    expect(found.removed).toEqual([])
    expect(found.blocks).toHaveLength(4)
  })

  it.each([
    ['de', ['Lesen Sie auch', 'Das Meer und die Mauer', 'Schreiben Sie einen Kommentar']],
    ['es', ['Imagen destacada: Ana Gil', 'Entrada anterior', 'Deja un comentario']],
    ['fr', ['Article précédent', 'Laisser un commentaire']],
    ['ru', ['Фото: Иван Петров', 'Читайте также', 'Стена и море']],
    ['ar', ['المقال السابق', 'اترك تعليقا']],
    ['zh', ['图片来源：王小明', '上一篇：海与墙', '发表评论']],
    ['ja', ['関連記事', '海と壁の話', 'コメントを残す']],
  ])('is known in %s', (_, tail) => {
    const found = cleanLines([...STORY, ...tail])
    expect(removedTexts(found)).toEqual(tail)
  })
})
