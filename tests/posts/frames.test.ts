import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import type { Post } from '../../archive/model/post.ts'
import { withFrames } from '../../archive/posts/index.ts'
import { liftOne } from './page.ts'

const parser = new new JSDOM('').window.DOMParser()
const parse = (html: string) => parser.parseFromString(html, 'text/html')

const ID = '1786300000000000000'
const QUOTE = `<blockquote class="twitter-tweet"><p lang="en">The bridge is closed.</p>— Ana Ruiz (@anaruiz) <a href="https://twitter.com/anaruiz/status/${ID}">May 3, 2024</a></blockquote>`
const FRAME_URL = `https://platform.twitter.com/embed/Tweet.html?id=${ID}`

const shown = (
  text: string,
  more = '',
) => `<div id="post"><img class="avatar" width="40" height="40" src="/face.png"><b class="name">Ana Ruiz</b><span class="handle">@anaruiz</span>
  <p class="text">${text}</p>${more}<img class="photo" src="https://pbs.example/media/bridge.jpg" width="480"><time datetime="2024-05-03T09:15:00Z">May 3</time><div class="metrics">12 likes · 3 replies</div></div>`

function seenIn(post: Post, html: string, url = FRAME_URL): Post {
  const text = (parse(html).body.textContent ?? '').replaceAll(/\s*\n\s*/g, '\n').trim()
  return withFrames([post], [{ url, text, html: `<html><body>${html}</body></html>` }], parse)[0]!
}

describe('a post whose frame was seen', () => {
  it('keeps what the page’s author wrote and what the frame showed', () => {
    const post = seenIn(liftOne(QUOTE), shown('The bridge is closed until June.'))
    expect(post).toMatchObject({
      text: 'The bridge is closed.',
      author: 'Ana Ruiz',
      postedAt: '2024-05-03T09:15:00.000Z',
      state: 'live',
      stateEvidence: { where: FRAME_URL },
      media: [{ kind: 'image', url: 'https://pbs.example/media/bridge.jpg' }],
      seen: { url: FRAME_URL, post: { text: 'The bridge is closed until June.', handle: 'anaruiz' } },
    })
    expect(post.seen?.text).toContain('12 likes')
  })

  it('is edited only where the frame says so', () => {
    const post = seenIn(
      liftOne(QUOTE),
      shown('The bridge is closed until June.', '<span>Last edited May 4, 2024</span>'),
    )
    expect(post).toMatchObject({ state: 'edited', stateEvidence: { words: 'Last edited May 4, 2024' } })
  })

  it('gets from the frame what the page does not say', () => {
    const bare = liftOne(`<iframe src="${FRAME_URL}"></iframe>`)
    expect(bare.text).toBeNull()
    const context = '<div>Replying to @benok</div>'
    expect(seenIn(bare, shown('The bridge is closed.', context))).toMatchObject({
      text: 'The bridge is closed.',
      author: 'Ana Ruiz',
      handle: 'anaruiz',
      replyTo: { handle: 'benok' },
    })
  })

  it('is gone where the frame says so, and keeps the words that the page has of it', () => {
    const post = seenIn(liftOne(QUOTE), '<p>This Post was deleted by the Post author. Learn more</p>')
    expect(post).toMatchObject({
      text: 'The bridge is closed.',
      state: 'deleted',
      stateEvidence: { words: 'This Post was deleted by the Post author. Learn more', where: FRAME_URL },
    })
    expect(seenIn(liftOne(QUOTE), '<p>This post is unavailable.</p>').state).toBe('unavailable')
  })

  it('is not mixed up with a frame of another post', () => {
    const other = 'https://platform.twitter.com/embed/Tweet.html?id=1786300000000000009'
    expect(seenIn(liftOne(QUOTE), shown('Something else.'), other)).not.toHaveProperty('seen')
  })
})
