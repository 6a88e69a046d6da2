import { describe, expect, it } from 'vitest'
import { CookieJar } from '../../archive/capture/cookies.ts'

const NOW = Date.parse('2026-11-21T12:00:00Z')
const jarWith = (from: string, ...lines: string[]): CookieJar => {
  const jar = new CookieJar()
  for (const line of lines) jar.set(new URL(from), line, NOW)
  return jar
}
const sent = (jar: CookieJar, to: string): string | null => jar.headerFor(new URL(to))

describe('cookies of a capture', () => {
  it('go back to their own host, and to others only with a Domain', () => {
    const jar = jarWith('https://www.paper.example/news/1', 'own=1', 'wide=2; Domain=.paper.example; Path=/')
    expect(sent(jar, 'https://www.paper.example/news/2')).toBe('own=1; wide=2')
    expect(sent(jar, 'https://img.paper.example/x.png')).toBe('wide=2')
    expect(sent(jar, 'https://paper.example.evil.example/')).toBeNull()
  })

  it('stay within their path', () => {
    const jar = jarWith('https://a.example/news/story', 'here=1', 'deep=2; Path=/news/img', 'all=3; Path=/')
    expect(sent(jar, 'https://a.example/news/img/1.png')).toBe('deep=2; here=1; all=3')
    expect(sent(jar, 'https://a.example/newspaper')).toBe('all=3')
  })

  it('marked Secure go over TLS only, and are not taken without it', () => {
    const jar = jarWith('https://a.example/', 's=1; Secure')
    expect(sent(jar, 'http://a.example/')).toBeNull()
    expect(sent(jar, 'https://a.example/')).toBe('s=1')
    expect(sent(jarWith('http://a.example/', 's=1; Secure'), 'https://a.example/')).toBeNull()
  })

  it('are replaced by name and removed when they expire', () => {
    expect(sent(jarWith('https://a.example/', 'k=1', 'k=2'), 'https://a.example/')).toBe('k=2')
    expect(sent(jarWith('https://a.example/', 'k=1', 'k=; Max-Age=0'), 'https://a.example/')).toBeNull()
    expect(
      sent(
        jarWith('https://a.example/', 'k=1', 'k=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'),
        'https://a.example/',
      ),
    ).toBeNull()
    expect(
      sent(
        jarWith('https://a.example/', 'k=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT'),
        'https://a.example/',
      ),
    ).toBe('k=1')
  })

  it('for somebody else or for a whole top level are not taken', () => {
    expect(sent(jarWith('https://a.example/', 'k=1; Domain=b.example'), 'https://b.example/')).toBeNull()
    expect(sent(jarWith('https://a.example/', 'k=1; Domain=example'), 'https://c.example/')).toBeNull()
  })

  it('without a name are left out, and values may hold an equals sign', () => {
    expect(sent(jarWith('https://a.example/', 'nonsense', '=x', 'k=a=b'), 'https://a.example/')).toBe('k=a=b')
  })
})
