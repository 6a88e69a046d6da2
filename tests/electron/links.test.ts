import { describe, expect, it } from 'vitest'
import { captureUrlOf, linkIn } from '../../electron/links/deep-link.ts'

describe('a deep link', () => {
  it('names the address it asks to capture', () => {
    const link = 'stet://capture?url=https%3A%2F%2Fnews.example%2Fstory%3Fa%3D1'
    expect(captureUrlOf(link)).toBe('https://news.example/story?a=1')
  })

  it.each([
    ['another verb', 'stet://purge?url=https://news.example/'],
    ['another scheme', 'https://capture/?url=https://news.example/'],
    ['no address', 'stet://capture'],
    ['a file', 'stet://capture?url=file:///etc/passwd'],
    ['a script', 'stet://capture?url=javascript:alert(1)'],
    ['a password in the address', 'stet://capture?url=https://me:secret@news.example/'],
    ['no link at all', 'capture'],
  ])('leads nowhere with %s', (_what, link) => {
    expect(captureUrlOf(link)).toBeNull()
  })

  it('is found among the arguments of a second start, which also holds files and switches', () => {
    expect(linkIn(['/opt/Stet/stet', '--flag', 'stet://capture?url=x', 'file.html'])).toBe(
      'stet://capture?url=x',
    )
    expect(linkIn(['/opt/Stet/stet', 'stetson.html'])).toBeNull()
  })
})
