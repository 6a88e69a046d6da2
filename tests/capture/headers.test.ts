import { describe, expect, it } from 'vitest'
import { mimeOf, redirectTarget, retryAfterMs } from '../../archive/capture/headers.ts'
import { CAPTURE_DEFAULTS, changedOptions } from '../../archive/capture/options.ts'
import { parseRefresh } from '../../archive/capture/refresh.ts'
import { refererFor, referrerPolicyOf, requestHeaders } from '../../archive/capture/request-headers.ts'

const NOW = Date.parse('2026-11-21T12:00:00Z')

const locationOf = (status: number, ...lines: [string, string][]): string | undefined =>
  redirectTarget(status, lines, 'https://a.example/x/y')?.href

describe('reading headers', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Sat, 21 Nov 2026 12:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['soon', null],
  ])('Retry-After: %s is %s ms', (value, ms) => {
    expect(retryAfterMs(503, [['Retry-After', value]], NOW)).toBe(ms)
  })

  it('Retry-After counts with 429 and 503 alone', () => {
    expect(retryAfterMs(429, [['retry-after', '1']], NOW)).toBe(1000)
    expect(retryAfterMs(200, [['retry-after', '1']], NOW)).toBeNull()
    expect(retryAfterMs(503, [], NOW)).toBeNull()
  })

  it.each([
    ['Text/HTML; charset=utf-8', 'text/html'],
    ['image/svg+xml', 'image/svg+xml'],
    ['nonsense', null],
    ['', null],
  ])('a type of "%s" is %s', (value, mime) => expect(mimeOf([['Content-Type', value]])).toBe(mime))

  it('a redirect leads on with any of its statuses, and only with a place to go', () => {
    for (const status of [301, 302, 303, 307, 308])
      expect(locationOf(status, ['Location', '../z'])).toBe('https://a.example/z')
    expect(locationOf(300, ['location', '/z'])).toBeUndefined()
    expect(locationOf(302)).toBeUndefined()
    expect(locationOf(302, ['location', 'http://['])).toBeUndefined()
  })

  it.each([
    ['0; url=/x', 0, '/x'],
    ["0;URL='/y' and more", 0, '/y'],
    ['5', 5000, ''],
    ['3 , "https://a.example/b"', 3000, 'https://a.example/b'],
    ['.5;url=/q', 0, '/q'],
    ['0 url = /k', 0, '/k'],
  ])('Refresh: %s', (value, delayMs, target) => expect(parseRefresh(value)).toEqual({ delayMs, target }))

  it.each(['', 'url=/x', '1x;url=/a', '-1;url=/x'])('Refresh: "%s" is none', value =>
    expect(parseRefresh(value)).toBeNull(),
  )
})

describe('the Referer', () => {
  const from = 'https://paper.example/story?id=1#part'
  it.each([
    ['strict-origin-when-cross-origin', 'https://paper.example/a.png', 'https://paper.example/story?id=1'],
    ['strict-origin-when-cross-origin', 'https://cdn.example/a.png', 'https://paper.example/'],
    ['strict-origin-when-cross-origin', 'http://cdn.example/a.png', null],
    ['no-referrer', 'https://paper.example/a.png', null],
    ['same-origin', 'https://cdn.example/a.png', null],
    ['same-origin', 'https://paper.example/a.png', 'https://paper.example/story?id=1'],
    ['origin', 'https://paper.example/a.png', 'https://paper.example/'],
    ['unsafe-url', 'https://cdn.example/a.png', 'https://paper.example/story?id=1'],
  ] as const)('under %s for %s is %s', (policy, to, referer) =>
    expect(refererFor(from, to, policy)).toBe(referer),
  )

  it('policy is the last one in a list that is known', () => {
    expect(referrerPolicyOf('no-referrer, strict-origin')).toBe('origin')
    expect(referrerPolicyOf('unsafe-url, something-new')).toBe('unsafe-url')
    expect(referrerPolicyOf('something-new')).toBeNull()
    expect(referrerPolicyOf('')).toBeNull()
  })
})

describe('options', () => {
  it('are frozen, and a key without a value changes nothing', () => {
    expect(Object.isFrozen(CAPTURE_DEFAULTS)).toBe(true)
    const changed = changedOptions(CAPTURE_DEFAULTS, { timeoutMs: undefined, maxDepth: 2 })
    expect(changed).toEqual({ ...CAPTURE_DEFAULTS, maxDepth: 2 })
  })

  it('decide what a request says of its sender', () => {
    const options = changedOptions(CAPTURE_DEFAULTS, { userAgent: 'A/1', acceptLanguage: 'uk' })
    const lines = Object.fromEntries(requestHeaders(options, { kind: 'image', referer: null, cookie: 'a=1' }))
    expect(lines).toMatchObject({
      'user-agent': 'A/1',
      'accept-language': 'uk',
      cookie: 'a=1',
      accept: expect.stringContaining('image/'),
    })
    expect(lines).not.toHaveProperty('referer')
  })
})
