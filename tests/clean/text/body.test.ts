import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../archive/clean/text/index.ts'
import { postPlaceholder } from '../../../archive/model/post-token.ts'
import type { Post } from '../../../archive/model/post.ts'
import { cleanLines, sentence } from './clean.ts'

const post: Post = {
  key: 'x:1',
  platform: 'x',
  postId: '1',
  url: null,
  author: 'Ann',
  handle: 'ann',
  postedAt: null,
  postedAtFrom: null,
  text: 'Hello',
  media: [],
  form: 'plain-text',
  state: 'unknown',
  blockIndex: null,
}

describe('the story of a saved text', () => {
  it('has sub-headlines, quotes after a verb of speech, and lists', () => {
    const found = cleanLines([
      'Harbour wall shuts the ferry out',
      `${sentence('The captain')} As the mayor explained:`,
      'There is no wall, so it can hardly be in the way.',
      sentence('The pilot'),
      'Waiting for the tide',
      sentence('The cook'),
      '• One rope\n• Two anchors',
      'The harbour office has been:',
      'looking for somebody who remembers the plan.',
      sentence('The deckhand'),
    ])
    expect(found.blocks.map(block => block.kind)).toEqual([
      'paragraph',
      'quote',
      'paragraph',
      'heading',
      'paragraph',
      'list',
      'paragraph',
      'quote',
      'paragraph',
    ])
    expect(found.blocks[5]).toMatchObject({
      ordered: false,
      items: [{ text: 'One rope' }, { text: 'Two anchors' }],
    })
  })

  it('does not make a quote of what merely follows a colon', () => {
    const found = cleanLines([
      sentence('The captain'),
      'Two things are certain about the quay:',
      sentence('The pilot'),
    ])
    expect(found.blocks.map(block => block.kind)).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })

  it('has its posts where their stand-ins stood', () => {
    const text = [sentence('The captain'), postPlaceholder(0), sentence('The pilot')].join('\n\n')
    const found = cleanText({ text, markdown: false, fileName: null }, [post])
    expect(found.blocks[1]).toEqual({ kind: 'post', post: 'x:1' })
    expect(found.posts[0]?.blockIndex).toBe(1)
  })

  it('joins lines that were broken at a fixed width', () => {
    const wrapped = sentence('The captain').replaceAll(/(.{50,64}) /g, '$1\n')
    const found = cleanLines([wrapped, wrapped])
    expect(wrapped).toContain('\n')
    expect(found.blocks).toHaveLength(2)
    expect(found.blocks[0]).toMatchObject({ text: sentence('The captain') })
  })

  it('takes each line as a paragraph where lines are long', () => {
    const text = [sentence('The captain'), sentence('The pilot'), sentence('The cook')].join('\n')
    expect(cleanText({ text, markdown: false, fileName: null }, []).blocks).toHaveLength(3)
  })

  it.each([
    [
      'ar',
      'انتظر القبطان على الرصيف حتى الصباح لأن أحدا لم يخبر الطاقم متى يسمح الجدار الجديد بمرور العبارة إلى البحر المفتوح.',
      'rtl',
      null,
    ],
    [
      'he',
      'הקברניט חיכה על הרציף עד הבוקר, כי איש לא סיפר לצוות מתי תיתן החומה החדשה למעבורת לעבור אל הים הפתוח.',
      'rtl',
      'he',
    ],
    [
      'ja',
      '船長は朝まで岸壁で待っていた。新しい防波堤がいつフェリーを通すのか、誰も乗組員に伝えていなかったからだ。',
      'ltr',
      'ja',
    ],
    [
      'ta',
      'புதிய சுவர் படகை எப்போது கடக்க விடும் என்று யாரும் சொல்லாததால் மாலுமி காலை வரை துறைமுகத்தில் காத்திருந்தார்.',
      'ltr',
      'ta',
    ],
  ])('runs the right way in %s', (_, paragraph, dir, language) => {
    expect(cleanLines([paragraph, paragraph])).toMatchObject({ dir, language })
  })
})
