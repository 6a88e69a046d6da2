import { expect, test } from 'vitest'
import { type Completeness, completenessOf, preparePage, shownParts } from '../../archive/replay/index.ts'
import { type BagFacts, bagOf, PAGE_URL } from './bag.ts'

async function completeness(facts: BagFacts): Promise<Completeness> {
  const bag = bagOf(facts)
  return completenessOf(bag, await shownParts(bag))
}

test('A page that got all it asked for is complete, and a font nobody asked for is not missing', async () => {
  const css =
    '@font-face{font-family:b;src:url(/b.woff2)}@font-face{font-family:c;src:url(/c.woff2)}.e{background:url(/never.png)}'
  const figure = await completeness({
    dom: `<link rel=icon href=/icon.png><style>${css}</style><p>High tide <img src=/a.png></p>`,
    text: 'High tide',
    exchanges: [
      { url: PAGE_URL, kind: 'document', type: 'text/html' },
      { url: 'https://quay.example/a.png', body: 'a' },
      { url: 'https://quay.example/b.woff2', body: 'b', kind: 'font', type: 'font/woff2' },
    ],
  })
  expect(figure).toEqual({ asked: 2, kept: 2, failed: [], wordsSeen: 2, wordsKept: 2, share: 1 })
})

test('What failed is named with who failed', async () => {
  const at = (name: string): string => `https://quay.example/${name}`
  const { asked, kept, failed, share } = await completeness({
    dom: '<img src=/404><img src=/refused><img src=/large><img src=/lazy><img src=/limit>',
    exchanges: [
      { url: at('404'), status: 404, error: 'refused: net::ERR_BLOCKED_BY_ORB' },
      { url: at('refused'), error: 'refused: net::ERR_CONNECTION_REFUSED' },
      { url: at('large'), cut: 'too-large' },
      { url: at('limit'), error: 'skipped: more files than the limit' },
      { url: at('fine'), body: 'fine' },
    ],
  })
  expect([asked, kept, share]).toEqual([6, 1, 1 / 6])
  expect(failed.map(({ url, cause }) => [url.slice(21), cause])).toEqual([
    ['404', 'server'],
    ['refused', 'connection'],
    ['large', 'limit'],
    ['limit', 'limit'],
    ['lazy', 'not-asked'],
  ])
  expect(failed[0]!.reason).toBe('The server answered 404.')
  expect(failed[1]!.reason).toContain('net::ERR_CONNECTION_REFUSED')
})

test('What only sends, runs, streams or was let go of by the page itself does not count', async () => {
  const at = (name: string): string => `https://quay.example/${name}`
  const figure = await completeness({
    dom: '<p>Low tide</p>',
    record: {
      redirects: [{ from: 'https://quay.example/go', to: PAGE_URL, status: 0, via: 'script' }],
    },
    exchanges: [
      { url: at('beacon'), method: 'POST', status: 500, kind: 'other' },
      { url: at('app.js'), kind: 'script' },
      { url: at('live'), kind: 'other', type: 'text/event-stream' },
      { url: at('size'), error: 'refused: net::ERR_ABORTED' },
      { url: at('pixel'), status: 204 },
      { url: at('before'), error: 'refused: net::ERR_FAILED', by: at('go') },
      { url: at('data.json'), kind: 'other', type: 'application/json', body: '{}' },
    ],
  })
  expect(figure).toMatchObject({ asked: 2, kept: 2, failed: [], share: 1, wordsSeen: null, wordsKept: null })
})

test('A redirect counts as what it led to, and a repeated request as its best answer', async () => {
  const at = (name: string): string => `https://quay.example/${name}`
  const { asked, kept, failed } = await completeness({
    dom: '<img src=/short><img src=/lost><img src=/again>',
    exchanges: [
      { url: at('short'), status: 302, to: at('long') },
      { url: at('long'), body: 'long' },
      { url: at('lost'), status: 302, to: at('gone') },
      { url: at('gone'), status: 410 },
      { url: at('again'), body: 'again' },
      { url: at('again'), error: 'refused: net::ERR_FAILED' },
    ],
  })
  expect([asked, kept]).toEqual([3, 2])
  expect(failed).toEqual([{ url: at('lost'), reason: 'The server answered 410.', cause: 'server' }])
})

test('Words that a reader saw and no document holds lower the figure', async () => {
  const { wordsSeen, wordsKept, share } = await completeness({
    dom: '<p>One <b>two</b>three</p>',
    text: 'one twothree four four',
  })
  expect([wordsSeen, wordsKept, share]).toEqual([4, 2, 0.5])
})

test('All that replay misses is among what is not kept', async () => {
  const bag = bagOf({
    dom: '<img src=/1><video><source src=/2></video><iframe src=/3></iframe><style>a{b:url(/4)}</style>',
    exchanges: [
      { url: 'https://quay.example/1', status: 500 },
      { url: 'https://quay.example/4', status: 404 },
    ],
  })
  const page = await preparePage(bag)
  const { failed } = await completenessOf(bag, page)
  const named = new Set(failed.map(({ url }) => url))
  expect(page.missing).toHaveLength(4)
  expect(page.missing.filter(url => !named.has(url))).toEqual([])
})

test('A snapshot that came from plain text has nothing to miss', async () => {
  expect(await completeness({})).toMatchObject({ asked: 0, kept: 0, failed: [], share: 1 })
})
