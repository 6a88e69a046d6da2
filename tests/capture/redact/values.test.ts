import { describe, expect, test } from 'vitest'
import { formsOf } from '../../../archive/capture/redact/forms.ts'
import { gatherText, gatherTraffic } from '../../../archive/capture/redact/gather.ts'
import { replacementsOf } from '../../../archive/capture/redact/reached.ts'
import { Replacer } from '../../../archive/capture/redact/replacer.ts'
import { type Keeping, SecretValues } from '../../../archive/capture/redact/secret-values.ts'
import { harEntry } from '../../../archive/capture/har.ts'

/** A generator that gives the same numbers each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

describe('looking for many texts at once', () => {
  test('finds what looking for one after the other finds, in texts of few letters', () => {
    const random = numbers(7)
    const word = (length: number): string =>
      Array.from({ length }, () => 'abc'[Math.floor(random() * 3)]).join('')
    for (let round = 0; round < 300; round++) {
      const wanted = Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
        word(2 + Math.floor(random() * 6)),
      )
      const text = word(Math.floor(random() * 80))
      const longestFirst = [...new Set(wanted)].toSorted((a, b) => b.length - a.length)
      const expected = text.replaceAll(new RegExp(longestFirst.join('|'), 'g'), '#')
      const replacer = new Replacer(wanted.map(from => ({ from: Buffer.from(from), to: Buffer.from('#') })))
      expect([wanted, text, replacer.replaceText(text).text]).toEqual([wanted, text, expected])
    }
  })

  test('gives back the very bytes where there is nothing to replace', () => {
    const bytes = Buffer.from([0, 255, 1, 2])
    const replacer = new Replacer([{ from: Buffer.from('abcd'), to: Buffer.from('x') }])
    expect(replacer.replace(bytes)).toEqual({ bytes, count: 0 })
    expect(new Replacer([]).replace(bytes).bytes).toBe(bytes)
  })

  test('finds one among hundreds at the end of megabytes', () => {
    const values = Array.from({ length: 100 }, (_, i) => `session-${i}-a81bd93e55c0ffee/=+`)
    const replacer = new Replacer(replacementsOf(values))
    const line = '<p class="story">The harbour board met for six hours on Tuesday.</p>\n'
    const page = Buffer.from(line.repeat(60_000) + values[42])
    const { bytes, count } = replacer.replace(page)
    expect(count).toBe(1)
    expect(Buffer.from(bytes).toString('latin1').endsWith(`${line}left-out-by-stet`)).toBe(true)
  })
})

describe('a value', () => {
  const value = 'a/b+c="d\'<e>&f ø9'

  test('is found however addresses, markup, scripts and Base64 write it', () => {
    const written = [
      value,
      encodeURIComponent(value),
      encodeURIComponent(encodeURIComponent(value)),
      JSON.stringify(value).slice(1, -1),
      value
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;'),
      value.replaceAll('/', '\\/').replaceAll('"', '\\"'),
      Buffer.from(value).toString('hex'),
    ]
    const replacer = new Replacer(replacementsOf([value]))
    for (const text of written) {
      const { text: left, count } = replacer.replaceText(`before ${text} after`)
      expect([text, left, count]).toEqual([text, 'before left-out-by-stet after', 1])
    }
  })

  test('is found in UTF-16, where the mark is written so too', () => {
    const replacer = new Replacer(replacementsOf(['sess-7f3a9c1e-value']))
    const little = Buffer.from('\uFEFFa sess-7f3a9c1e-value b', 'utf16le')
    const left = Buffer.from('\uFEFFa left-out-by-stet b', 'utf16le')
    expect(replacer.replace(little).bytes).toEqual(left)
    expect(replacer.replace(Buffer.from(little).swap16()).bytes).toEqual(Buffer.from(left).swap16())
  })

  test('is found in Base64 wherever in a longer text it stands', () => {
    const forms = formsOf('sess-7f3a9c1e-value')
    for (let before = 0; before < 7; before++) {
      for (let after = 0; after < 4; after++) {
        const text = Buffer.from('x'.repeat(before) + 'sess-7f3a9c1e-value' + 'y'.repeat(after)).toString(
          'base64',
        )
        expect(forms.some(form => text.includes(form))).toBe(true)
      }
    }
  })
})

describe('what a sign-in is made of', () => {
  function valuesOf(
    pairs: readonly (readonly [string, string])[],
    keeping: Keeping = 'cookie',
  ): readonly string[] {
    const values = new SecretValues('https://paper.example/2026/harbour-board-sends-plan-back')
    for (const [name, value] of pairs) values.add(name, value, keeping)
    return values.all
  }

  test('counts by what it looks like, and under a telling name by less', () => {
    expect(valuesOf([['x', '9f86d081884c7d659a2f']])).toEqual(['9f86d081884c7d659a2f'])
    expect(valuesOf([['session', 'reader-4711']])).toEqual(['reader-4711'])
    expect(valuesOf([['session_token', 'super-secret-session-value']])).toEqual([
      'super-secret-session-value',
    ])
    expect(valuesOf([['auth', 's%3Aq1w2e3r4.sig%2Fn']])).toEqual(['s%3Aq1w2e3r4.sig%2Fn', 's:q1w2e3r4.sig/n'])
    expect(valuesOf([['id', 'a1b2c3d4']], 'hidden')).toEqual(['a1b2c3d4'])
    expect(valuesOf([['state', '{"user":{"name":"Runa Holm","accessToken":"tok-123456-x"},"n":1}']])).toEqual(
      ['tok-123456-x'],
    )
  })

  test('is no word of the language, no number, no date, no address, and nothing the asked address says', () => {
    const plain = [
      ['theme', 'dark-mode-preferred'],
      ['edition', 'international'],
      ['session', 'true'],
      ['auth', 'authenticated'],
      ['auth_method', 'facebook-connect'],
      ['token_expires', '2026-11-22T05:05:55.056Z'],
      ['sid', '1234567890'],
      ['login', 'https://paper.example/login'],
      ['last_session', '/2026/harbour-board-sends-plan-back'],
      ['session_slug', 'harbour-board-sends-plan-back'],
      ['token', ''],
    ] as const
    expect(valuesOf(plain)).toEqual([])
    expect(valuesOf([['edition', 'international']], 'hidden')).toEqual([])
  })

  test('is not looked for among the ids of stories and pictures that a site keeps on the reader’s side', () => {
    const read = JSON.stringify({
      stories: ['3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
      picture: 'https://cdn.example/9f86d081884c7d659a2f.jpg',
      author: 'eskil-brandt-1',
      lesson: 'a1b2c3d4e5',
    })
    for (const keeping of ['storage', 'cookie'] as const) {
      expect(valuesOf([['recent', read]], keeping)).toEqual([])
      expect(valuesOf([['last_picture', 'https://cdn.example/9f86d081884c7d659a2f.jpg']], keeping)).toEqual(
        [],
      )
      expect(
        valuesOf([['recent', '3f2504e0-4f89-11d3-9a0c-0305e82c3301,9f86d081884c7d65']], keeping),
      ).toEqual([])
    }
    expect(valuesOf([['lastArticleId', '9f86d081884c7d659a2f']], 'storage')).toEqual([])
    expect(valuesOf([['device', '9f86d081884c7d659a2f']], 'storage')).toHaveLength(1)
    const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln'
    expect(valuesOf([['data', jwt]], 'storage')).toContain(jwt)
    expect(valuesOf([['data', JSON.stringify({ a: [jwt] })]], 'storage')).toContain(jwt)
  })

  test('is gathered from headers, addresses and what texts call by its name', () => {
    const values = new SecretValues('https://paper.example/')
    const entry = harEntry({
      url: 'https://paper.example/a?id_token=in-the-address-1',
      startedAt: '2026-11-22T00:00:00.000Z',
      kind: 'document',
      initiator: null,
      requestHeaders: [
        ['cookie', 'a=1; session=in-a-cookie-1'],
        ['authorization', `Basic ${Buffer.from('me:in-a-password-1').toString('base64')}`],
        ['x-csrf-token', 'in-a-header-1'],
        ['referer', 'https://paper.example/?jwt=in-a-referer-1'],
      ],
      response: null,
      error: null,
      body: null,
    })
    gatherTraffic(values, [entry])
    gatherText(
      values,
      Buffer.from(
        `<meta name="csrf-token" content="in-a-meta-1"><input type=hidden value="in-a-field-1" name="authenticity_token">
        <script>var c = {"accessToken":"in-a-script-1", "title":"not-this-1"}; x = "{\\"refresh_token\\":\\"in-a-string-1\\"}"</script>`,
      ),
    )
    expect(values.all).toEqual(
      expect.arrayContaining([
        'in-the-address-1',
        'in-a-cookie-1',
        'in-a-password-1',
        'in-a-header-1',
        'in-a-referer-1',
        'in-a-meta-1',
        'in-a-field-1',
        'in-a-script-1',
        'in-a-string-1',
      ]),
    )
    expect(values.all).not.toContain('not-this-1')
  })
})
