import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { getSurt, postToGetUrl } from 'warcio'
import { cdxjLine, surt } from '../../archive/exchange/write/cdxj.ts'
import { indexedRequest, queriedUri } from '../../archive/exchange/write/request-query.ts'

// Replay programs look answers up by keys they work out themselves: warcio's are theirs.

const entry = {
  uri: 'https://www.example.org/graph?v=2',
  date: '2026-03-01T08:00:00.000Z',
  mime: 'application/json',
  status: 200,
  digest: 'sha256:00',
  offset: 7,
  length: 9,
  filename: 'data.warc.gz',
}

test('addresses sort as other indexes sort them, whatever their parameters are', () => {
  const text = fc.stringMatching(/^[\w%+|,;:@!$'()*~. äß漢-]{0,8}$/)
  const url = fc
    .tuple(
      fc.constantFrom('http', 'https'),
      fc.constantFrom('www.', 'www2.', '', 'News.'),
      fc.constantFrom('', ':8080', ':80', ':443'),
      text,
      fc.array(text, { maxLength: 4 }),
    )
    .map(
      ([scheme, sub, port, path, query]) =>
        `${scheme}://${sub}example.org${port}/${path}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    )
  fc.assert(
    fc.property(url, address => {
      const href = new URL(address).href
      expect(surt(href)).toBe(getSurt(href))
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['POST', 'application/x-www-form-urlencoded', 'a=1&b=two%20words'],
  [
    'POST',
    'application/json',
    '{"query":"{story}","variables":{"id":7,"tags":["sea","wall"],"deep":{"id":8,"none":null,"yes":true}}}',
  ],
  ['POST', 'application/json; charset=utf-8', '[{"op":"a"},{"op":"b"},{"op":"c"}]'],
  ['POST', 'application/json', '{"broken":'],
  ['PUT', 'text/plain', '{"sent":"as text"}'],
  ['POST', 'text/plain;charset=UTF-8', 'no fields at all'],
  [
    'POST',
    'multipart/form-data; boundary=xYz',
    '--xYz\r\nContent-Disposition: form-data; name="one"\r\n\r\nfirst\r\n--xYz\r\nContent-Disposition: form-data; name="two"\r\n\r\nsecond\r\n--xYz--\r\n',
  ],
  ['POST', 'application/octet-stream', 'raw'],
])('%s of %s is found under the parameters that others give it', (method, type, body) => {
  const asked = {
    url: 'https://example.org/graph?v=2',
    method,
    headers: new Headers({ 'content-type': type }),
    postData: body,
  }
  postToGetUrl(asked)
  const ours = indexedRequest(method, type, Buffer.from(body))
  expect(decodeURI(queriedUri('https://example.org/graph?v=2', ours))).toBe(asked.url)
})

test('an index tells apart two requests to one address, and a preflight from what it asks for', () => {
  const line = (method: string, body: string) =>
    cdxjLine({ ...entry, request: indexedRequest(method, 'application/json', Buffer.from(body)) })
  const [one, two] = [line('POST', '{"id":1}'), line('POST', '{"id":2}')]
  expect(one).toMatch(/^org,example\)\/graph\?__wb_method=post&id=1&v=2 20260301080000 \{/)
  expect(JSON.parse(one.slice(one.indexOf('{')))).toMatchObject({
    url: entry.uri,
    method: 'POST',
    requestBody: 'id=1',
  })
  expect(two).not.toBe(one)
  const preflight = JSON.parse(line('OPTIONS', '').replace(/^[^{]*/, '')) as object
  expect(preflight).toMatchObject({ method: 'OPTIONS' })
  expect(preflight).not.toHaveProperty('requestBody')
  const get = JSON.parse(cdxjLine({ ...entry, request: null }).replace(/^[^{]*/, '')) as object
  expect(get).not.toHaveProperty('method')
})
