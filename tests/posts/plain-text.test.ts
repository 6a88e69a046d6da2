import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { postPlaceholder } from '../../archive/model/post-token.ts'
import { postsInText } from '../../archive/posts/index.ts'

const story = (...paragraphs: string[]) => paragraphs.join('\n\n')

describe('posts in plain text', () => {
  it('takes a tweet of one paragraph and its signature', () => {
    const text = story(
      'The pier was shut, the office said:',
      'Pier shut until noon. pic.twitter.com/Ab12Cd34Ef',
      '— Harbour Office (@harbour_office) November 23, 2025',
      'It opened at one.',
    )
    const { posts, text: rest } = postsInText(text)
    expect(posts).toMatchObject([
      {
        platform: 'x',
        author: 'Harbour Office',
        handle: 'harbour_office',
        postedAt: '2025-11-23',
        postedAtFrom: 'page',
        text: 'Pier shut until noon.',
        media: [{ kind: 'link', url: 'https://pic.twitter.com/Ab12Cd34Ef' }],
        form: 'plain-text',
      },
    ])
    expect(rest).toBe(story('The pier was shut, the office said:', postPlaceholder(0), 'It opened at one.'))
  })

  it('takes all lines of a tweet after the line that introduces it, and none before', () => {
    const text = story(
      'She stood on the quay and spoke to the crowd on Friday:',
      'The harbour master:',
      'Boats? Yes!',
      'Fog? No.',
      'Never, never fog! pic.twitter.com/Ab12Cd34Ef',
      '— Quay News (@quaynews) November 23, 2025',
      'The end.',
    )
    const { posts, text: rest } = postsInText(text)
    expect(posts[0]?.text).toBe(story('The harbour master:', 'Boats? Yes!', 'Fog? No.', 'Never, never fog!'))
    expect(rest).toBe(
      story('She stood on the quay and spoke to the crowd on Friday:', postPlaceholder(0), 'The end.'),
    )
  })

  it('takes only the paragraph before the signature where nothing tells where the tweet begins', () => {
    const text = story(
      'The council met on Monday and could not agree.',
      'Preparing for winter',
      'The pier is shut until further notice.',
      '– Harbour Office (@harbour_office) 23 de noviembre de 2025',
    )
    const { posts, text: rest } = postsInText(text)
    expect(posts).toMatchObject([{ text: 'The pier is shut until further notice.', postedAt: '2025-11-23' }])
    expect(rest).toBe(
      story('The council met on Monday and could not agree.', 'Preparing for winter', postPlaceholder(0)),
    )
  })

  it('reads a signature on the same line', () => {
    const { posts, text } = postsInText(
      'He wrote:\n\nFog again pic.twitter.com/Ab12Cd34Ef — Harbour Office (@harbour_office) November 23, 2025\n\nIt lifted.',
    )
    expect(posts).toMatchObject([
      { text: 'Fog again', author: 'Harbour Office', media: [{ url: 'https://pic.twitter.com/Ab12Cd34Ef' }] },
    ])
    expect(text).toBe(story('He wrote:', postPlaceholder(0), 'It lifted.'))
  })

  it('works where lines and not empty lines part the paragraphs', () => {
    const { posts, text } = postsInText(
      'He wrote:\nFog again https://t.co/Ab12Cd34Ef\n- Harbour Office (@harbour_office) Nov 23, 2025\nIt lifted.\n',
    )
    expect(posts).toMatchObject([
      { text: 'Fog again https://t.co/Ab12Cd34Ef', media: [{ url: 'https://t.co/Ab12Cd34Ef' }] },
    ])
    expect(text).toBe(`He wrote:\n\n${postPlaceholder(0)}\n\nIt lifted.\n`)
  })

  it('keeps two tweets in a row apart', () => {
    const { posts } = postsInText(
      story('Two posts:', 'First one', '— A (@a) May 3, 2024', 'Second one', '— B (@b) May 4, 2024'),
    )
    expect(posts.map(post => [post.handle, post.text])).toEqual([
      ['a', 'First one'],
      ['b', 'Second one'],
    ])
  })

  it('knows Bluesky and Mastodon by their handles', () => {
    const { posts } = postsInText(
      story('One', '— A (@a.bsky.social) May 3, 2024', 'Two', '— B (@b@social.example) May 4, 2024'),
    )
    expect(posts.map(post => post.platform)).toEqual(['bluesky', 'mastodon'])
  })

  it('takes an Instagram post with the line that leads to it', () => {
    const { posts, text } = postsInText(
      story('Before.', 'View this post on Instagram', 'A post shared by Mud Larks (@mud.larks)', 'After.'),
    )
    expect(posts).toMatchObject([
      { platform: 'instagram', author: 'Mud Larks', handle: 'mud.larks', text: null },
    ])
    expect(text).toBe(story('Before.', postPlaceholder(0), 'After.'))
  })

  it.each([
    'The office (@harbour_office) said on November 23, 2025 that the pier was shut.',
    'Fog – says Ann (@ann) – is a kind of weather that she would rather not have seen on November 23, 2025.',
    '“Never again.” — Ann Lark, harbour master, November 23, 2025',
    'Follow us: @harbour_office',
    'Write to ann@harbour.example before May 3, 2024',
  ])('leaves a sentence of the story alone: %s', line => {
    const text = story('First.', line, 'Last.')
    expect(postsInText(text)).toEqual({ posts: [], text })
  })
})

const SHARED = process.env['STET_SHARED'] ?? '../shared'
const SEED = join(SHARED, 'seeds/000_91aa719885591837.txt')

describe.skipIf(!existsSync(SEED))(
  'the saved article with two tweets (skipped where the shared data is absent)',
  () => {
    it('gives both, and every other paragraph stays', () => {
      const text = readFileSync(SEED, 'utf8')
      const { posts, text: rest } = postsInText(text)
      expect(posts).toMatchObject([
        {
          handle: 'Osint613',
          postedAt: '2025-11-23',
          media: [{ url: 'https://pic.twitter.com/tEUTNbrisB' }],
        },
        {
          handle: 'FaytuksNetwork',
          postedAt: '2025-11-21',
          media: [{ url: 'https://pic.twitter.com/78OQU5Jif2' }],
        },
      ])
      const kept = text.split(/\n\s*\n/).filter(paragraph => rest.includes(paragraph)).length
      expect(text.split(/\n\s*\n/).length - kept).toBe(9)
    })
  },
)
