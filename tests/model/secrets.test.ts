import { describe, expect, test } from 'vitest'
import {
  credentialsIn,
  dataWithoutCredentials,
  jsonWithoutCredentials,
  textWithoutCredentials,
  withoutCredentials,
} from '../../archive/model/secrets/addresses.ts'
import { isSecretHeader } from '../../archive/model/secrets/headers.ts'
import { looksRandom } from '../../archive/model/secrets/looks-random.ts'

describe('an address', () => {
  test.each([
    ['https://a.example/x?access_token=abc&b=1', 'https://a.example/x?access_token=left-out-by-stet&b=1'],
    ['https://a.example/x;jsessionid=AB12?x=1', 'https://a.example/x;jsessionid=left-out-by-stet?x=1'],
    ['https://a.example/cb#id_token=q.w.e&t=1', 'https://a.example/cb#id_token=left-out-by-stet&t=1'],
    ['https://me:word@a.example/', 'https://me:left-out-by-stet@a.example/'],
    ['/rel?PHPSESSID=1', '/rel?PHPSESSID=left-out-by-stet'],
    ['?Api_Key=1;x=2', '?Api_Key=left-out-by-stet;x=2'],
    [
      'https://a.example/login?next=https%3A%2F%2Fb.example%2Fcb%3Fsession_token%3Dq1%26x%3D1&y=2',
      'https://a.example/login?next=https%3A%2F%2Fb.example%2Fcb%3Fsession_token%3Dleft-out-by-stet%26x%3D1&y=2',
    ],
    [
      'https://b.example/f.jpg?X-Amz-Date=20261122T000000Z&X-Amz-Signature=00ff',
      'https://b.example/f.jpg?X-Amz-Date=20261122T000000Z&X-Amz-Signature=left-out-by-stet',
    ],
    ['https://b.example/f?token=9f86d081884c7d659a2feaa0', 'https://b.example/f?token=left-out-by-stet'],
  ])('%s is kept as %s', (given, kept) => {
    expect(withoutCredentials(given)).toBe(kept)
    expect(withoutCredentials(kept)).toBe(kept)
    expect(credentialsIn(given)).toHaveLength(1)
  })

  test.each([
    'https://a.example/article.php?sid=1234&token=news&code=23',
    'https://a.example/img.jpg?width=620&quality=85&s=bd3b2f7c0b3a4e5f6a7b8c9d0e1f2a3b',
    'https://a.example/search?q=access_token&page=2',
    'https://a.example/?q=a=b;c=d&empty=&access_token=',
    'https://a.example/%E0%A4%A?x=%zz',
    'https://social.example/@reader/113500000000000000?s=20',
    'mailto:reader@a.example?subject=a=b',
    'data:text/plain,a=b',
    '',
  ])('%s stays byte for byte', url => {
    expect(withoutCredentials(url)).toBe(url)
  })

  test('in a sentence or in data is found wherever it stands, and all else stays as it is', () => {
    expect(
      textWithoutCredentials('It leads to https://a.example/?jwt=a.b and (https://b.example/) on.'),
    ).toBe('It leads to https://a.example/?jwt=left-out-by-stet and (https://b.example/) on.')
    const data = { list: [{ href: 'https://a.example/?jwt=q', text: 'jwt=q' }], n: 1, none: null }
    expect(dataWithoutCredentials(data)).toEqual({
      list: [{ href: 'https://a.example/?jwt=left-out-by-stet', text: 'jwt=q' }],
      n: 1,
      none: null,
    })
    const clean = { a: ['https://a.example/'], b: { c: 'd' } }
    expect(dataWithoutCredentials(clean)).toBe(clean)
  })
})

describe('what looks made by chance', () => {
  test.each([
    '9f86d081884c7d65',
    's3cr3tSessionValue99x',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc',
    'AKx83kdkE92kdjfDS2q',
  ])('%s does', text => expect(looksRandom(text)).toBe(true))

  test.each([
    'top-10-stories-of-2026-in-review',
    '1763788800000',
    '113500000000000000',
    '2026-11-22T05:05:55.056Z',
    'NorthAmericaEditionInternational',
    'photo-1506744038136-wall',
    'en-US',
    'GA1.2.1234567890.1763788800',
  ])('%s does not', text => expect(looksRandom(text)).toBe(false))
})

describe('headers', () => {
  test('that sign somebody in are known, whatever their case; others are not', () => {
    for (const name of [
      'Cookie',
      'set-cookie',
      'Authorization',
      'Proxy-Authorization',
      'X-CSRF-Token',
      'X-XSRF-TOKEN',
      'x-guest-token',
      'X-Api-Key',
      'x-amz-security-token',
      'X-Auth',
      'Session-Id',
    ]) {
      expect([name, isSecretHeader(name)]).toEqual([name, true])
    }
    for (const name of [
      'content-type',
      'etag',
      'accept',
      'x-cache',
      'www-authenticate',
      'access-control-allow-origin',
      'x-request-id',
      'authority',
      'x-served-by',
      'keep-alive',
      'sec-fetch-site',
    ]) {
      expect([name, isSecretHeader(name)]).toEqual([name, false])
    }
  })
})

test('fields of a body in JSON that sign somebody in are left out, and nothing else of it', () => {
  const body = (password: string) =>
    `{ "user" : "ada", "password":"${password}","nested":{"id_token": "a\\"b", "token":"news"}, "n":1 }`
  expect(jsonWithoutCredentials(body('opensesame'))).toBe(
    '{ "user" : "ada", "password":"left-out-by-stet","nested":{"id_token": "left-out-by-stet", "token":"news"}, "n":1 }',
  )
  expect(jsonWithoutCredentials('no json at all')).toBe('no json at all')
})
