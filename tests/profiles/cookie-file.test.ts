import { describe, expect, test } from 'vitest'
import { parseCookieFile } from '../../archive/profiles/index.ts'

const NOW = Date.UTC(2026, 10, 22)

describe('a file of cookies', () => {
  test('is read as Netscape’s cookies.txt: comments, http-only, host-only, no end, an end in the past', () => {
    const lines = [
      '# Netscape HTTP Cookie File',
      '',
      '.paper.example\tTRUE\t/\tTRUE\t1893456000\tsid\tabc=def',
      '#HttpOnly_www.paper.example\tFALSE\t/news\tFALSE\t0\tauth\txyz',
      'paper.example\tTRUE\t/\tFALSE\t1600000000\told\tgone',
    ]
    expect(parseCookieFile(lines.join('\r\n'), NOW)).toEqual({
      cookies: [
        {
          name: 'sid',
          value: 'abc=def',
          domain: '.paper.example',
          path: '/',
          expires: 1893456000,
          httpOnly: false,
          secure: true,
        },
        {
          name: 'auth',
          value: 'xyz',
          domain: 'www.paper.example',
          path: '/news',
          expires: -1,
          httpOnly: true,
          secure: false,
        },
      ],
      storage: {},
    })
  })

  test('is read as the JSON of a cookie extension', () => {
    const json = [
      {
        domain: '.paper.example',
        expirationDate: 1893456000.5,
        hostOnly: false,
        httpOnly: true,
        name: 'sid',
        path: '/',
        sameSite: 'no_restriction',
        secure: true,
        session: false,
        storeId: '0',
        value: 'v',
      },
      { domain: 'www.paper.example', hostOnly: true, name: 'b', value: '2', sameSite: null, session: true },
    ]
    expect(parseCookieFile(JSON.stringify(json), NOW).cookies).toEqual([
      expect.objectContaining({
        domain: '.paper.example',
        expires: 1893456000.5,
        sameSite: 'None',
        httpOnly: true,
      }),
      {
        name: 'b',
        value: '2',
        domain: 'www.paper.example',
        path: '/',
        expires: -1,
        httpOnly: false,
        secure: false,
      },
    ])
  })

  test('is read with its local storage where a test tool wrote it', () => {
    const json = {
      cookies: [{ name: 'a', value: '1', domain: 'paper.example', path: '/', expires: -1, sameSite: 'Lax' }],
      origins: [{ origin: 'https://paper.example', localStorage: [{ name: 'token', value: 't' }] }],
    }
    const state = parseCookieFile(JSON.stringify(json), NOW)
    expect(state.cookies).toMatchObject([{ name: 'a', sameSite: 'Lax', expires: -1 }])
    expect(state.storage).toEqual({ 'https://paper.example': { token: 't' } })
  })

  test('takes times in milliseconds for what they are', () => {
    const json = [{ name: 'a', value: '1', domain: 'p.example', expirationDate: 1893456000000 }]
    expect(parseCookieFile(JSON.stringify(json), NOW).cookies[0]!.expires).toBe(1893456000)
  })

  test('that is none, is empty or has run out is refused, each with its reason', () => {
    for (const text of ['hello', '{"a":1}', '[1]', '{', 'a\tb\tc']) {
      expect(() => parseCookieFile(text, NOW)).toThrow(/no file of cookies/)
    }
    expect(() => parseCookieFile('# only a comment\n', NOW)).toThrow(/no cookies in this file/)
    expect(() => parseCookieFile('[]', NOW)).toThrow(/no cookies in this file/)
    expect(() => parseCookieFile('p.example\tTRUE\t/\tTRUE\t1600000000\ta\tb', NOW)).toThrow(/have run out/)
  })
})
