import { describe, expect, test } from 'vitest'
import { aPost, figure, paragraph } from '../an-article.ts'
import { chains, historyOf, replayed, telling, threadsOf } from './tell.ts'

const FILLER = [
  'The harbour master closed the northern quay at dawn and sent the pilots home.',
  'Two ferries waited outside the breakwater until the wind had turned to the west.',
  'The county keeps a list of every boat that was moored there during the night.',
]

test('a figure is followed through its sentence, with the version each value came in', () => {
  const history = historyOf(
    telling('The storm killed 82 people on the coast.', ...FILLER),
    telling('The storm killed 83 people on the coast.', ...FILLER),
    telling('The storm killed 83 people on the coast.', 'A bridge fell.', ...FILLER),
    telling('The storm killed 85 people on the coast.', 'A bridge fell.', ...FILLER),
  )
  const [killed] = threadsOf(history, 'figure')
  expect(killed!.states.map(({ from, to, begin, text }) => [from, to, begin, text])).toEqual([
    [1, 1, 'first', '82'],
    [2, 3, 'changed', '83'],
    [4, 4, 'changed', '85'],
  ])
  expect(killed!.end).toBeNull()
  expect(history.threads[killed!.sentence!]!.states).toHaveLength(3)
})

test('a sentence that went and came back in the same words is one thread with an absence', () => {
  const said = 'Schools were closed on Monday.'
  const history = historyOf(telling(...FILLER, said), telling(...FILLER), telling(said, ...FILLER))
  const thread = threadsOf(history, 'sentence').find(({ states }) => states[0]!.text === said)!
  expect(thread.states.map(({ from, to, begin }) => [from, to, begin])).toEqual([
    [1, 1, 'first'],
    [3, 3, 'returned'],
  ])
  expect(thread.end).toBeNull()
  expect(chains(history, 'date')).toEqual(['Monday → | Monday'])
})

test('a sentence that went says so, and since when', () => {
  const history = historyOf(telling(...FILLER, 'Nobody was hurt.'), telling(...FILLER))
  const thread = threadsOf(history, 'sentence').at(-1)!
  expect(thread).toMatchObject({ end: 'removed', states: [{ from: 1, to: 1, text: 'Nobody was hurt.' }] })
})

test('a sentence that moved is the same one, and the version is named in which it moved', () => {
  const moving = 'The mayor of the island thanked the crews who had worked through the night.'
  const history = historyOf(
    telling(moving, ...FILLER),
    telling(...FILLER, moving),
    telling(...FILLER, moving),
  )
  const thread = threadsOf(history, 'sentence').find(({ states }) => states[0]!.text === moving)!
  expect(thread.states).toHaveLength(1)
  expect(thread.moved).toEqual([2])
})

test('of a sentence that was split, one part goes on and the other says where it came from', () => {
  const history = historyOf(
    telling(
      'The council voted for the new bridge on Monday, and the county promised to pay for its lamps.',
      ...FILLER,
    ),
    telling(
      'The council voted for the new bridge on Monday. The county promised to pay for its lamps.',
      ...FILLER,
    ),
  )
  const begins = threadsOf(history, 'sentence').map(({ states }) => states.map(({ begin }) => begin).join())
  expect(begins.filter(begin => begin !== 'first')).toEqual(['first,changed', 'split'])
})

test('spacing, typography and lines that change by themselves are no change', () => {
  const history = historyOf(
    telling('He said "no" -- twice.', '3 hours ago', ...FILLER),
    telling('He said “no” -- twice.', '4 hours ago', ...FILLER),
  )
  const begins = threadsOf(history, 'sentence').flatMap(({ states }) =>
    states.slice(1).map(({ begin }) => begin),
  )
  expect(begins).toEqual(['noise', 'noise'])
})

test('a figure of the same value in another script or grouping did not change', () => {
  const history = historyOf(
    telling('It cost 1,200 euros to repair.', ...FILLER),
    telling('It cost 1200 euros to repair.', ...FILLER),
  )
  expect(
    threadsOf(history, 'figure').filter(({ states }) => states.some(s => s.begin === 'changed')),
  ).toEqual([])
})

test('a figure is known again in a sentence that was written anew, by the words beside it', () => {
  const history = historyOf(
    telling('The storm killed 83 people.', ...FILLER),
    telling(...FILLER, 'By noon officials confirmed that the night had killed 85 people and hurt 12 others.'),
  )
  expect(chains(history, 'figure')).toContain('83 → 85')
})

test('quotations, headline, byline and the dates of the page have chains of their own', () => {
  const history = historyOf(
    { title: '82 dead in storm', ...telling('The mayor said: “We are all safe now, every one.”', ...FILLER) },
    {
      title: '83 dead in storm',
      byline: ['Ana Ruiz', 'Jo Park'],
      modified: '2026-11-24T11:00:00Z',
      ...telling('The mayor said: “We are all safe now, nearly every one.”', ...FILLER),
    },
  )
  expect(chains(history, 'headline')).toEqual(['82 dead in storm → 83 dead in storm'])
  expect(chains(history, 'byline')).toEqual(['Ana Ruiz → Ana Ruiz, Jo Park'])
  expect(chains(history, 'modified')).toEqual(['2026-11-24T11:00:00Z'])
  expect(chains(history, 'quotation')).toEqual([
    'We are all safe now, every one. → We are all safe now, nearly every one.',
  ])
  const [headline] = threadsOf(history, 'figure').filter(({ block }) => block === 'headline')
  expect(headline!.states.map(({ text }) => text)).toEqual(['82', '83'])
})

describe('pictures and posts', () => {
  const blocks = (...extra: ReturnType<typeof figure>[]) => [...FILLER.map(text => paragraph(text)), ...extra]

  test('a picture is known by its bytes, and its caption is what it says', () => {
    const history = historyOf(
      {
        blocks: blocks(figure('https://a.example/1.jpg', 'The quay at dawn')),
        pictures: { 'https://a.example/1.jpg': 'aa' },
      },
      {
        blocks: blocks(figure('https://cdn.example/other.jpg', 'The quay at noon')),
        pictures: { 'https://cdn.example/other.jpg': 'aa' },
      },
      { blocks: blocks() },
    )
    const [picture] = threadsOf(history, 'picture')
    expect(picture).toMatchObject({
      end: 'removed',
      states: [{ media: 'aa' }, { media: 'aa', begin: 'changed' }],
    })
    expect(chains(history, 'picture')).toEqual(['The quay at dawn → The quay at noon'])
  })

  test('another picture under the same address is a change', () => {
    const at = (sha256: string) => ({
      blocks: blocks(figure('https://a.example/1.jpg', 'The quay')),
      pictures: { 'https://a.example/1.jpg': sha256 },
    })
    const [picture] = threadsOf(historyOf(at('aa'), at('bb')), 'picture')
    expect(picture!.states.map(({ media, begin }) => [media, begin])).toEqual([
      ['aa', 'first'],
      ['bb', 'changed'],
    ])
  })

  test('another file of the same picture is no change', () => {
    const at = (sha256: string) => ({
      blocks: blocks(figure('https://a.example/1.jpg', 'The quay')),
      pictures: { 'https://a.example/1.jpg': sha256 },
      relation: () => 'same' as const,
    })
    const [picture] = threadsOf(historyOf(at('aa'), at('bb'), at('bb')), 'picture')
    expect(picture!.states.map(({ begin }) => begin)).toEqual(['first', 'noise'])
  })

  test('a post that is gone and back, with other words, is one thread', () => {
    const block = { kind: 'post' as const, post: 'x:77' }
    const post = (text: string) => ({
      posts: [aPost({ text })],
      blocks: [...FILLER.map(line => paragraph(line)), block],
    })
    const history = historyOf(post('The bridge is safe.'), telling(...FILLER), post('The bridge is closed.'))
    expect(chains(history, 'post')).toEqual(['The bridge is safe. → | The bridge is closed.'])
    expect(threadsOf(history, 'post')[0]!.label).toBe('The Mayor @mayor (X)')
  })
})

test('each version tells what it changed, the most telling first, and noise is counted apart', () => {
  const history = historyOf(
    telling('The storm killed 82 people.', '3 hours ago', ...FILLER),
    telling('The storm killed 83 people.', '4 hours ago', ...FILLER),
  )
  expect(history.versions[0]!.step).toBeNull()
  expect(history.versions[1]!.step).toMatchObject({
    from: 1,
    class: 'substantive',
    lines: [{ kind: 'figure', before: '82', after: '83' }],
    more: 0,
    noise: 1,
    notice: { state: 'none' },
  })
})

test('a version without words, and a history of one, are told as they are', () => {
  const history = historyOf(
    { blocks: [], title: null, byline: [], site: null, published: null },
    telling('Word.'),
  )
  expect(history.versions.map(({ sentences }) => sentences.length)).toEqual([0, 1])
  expect(replayed(history, 2)).toEqual(['Word.'])
  expect(historyOf(telling('One.')).threads.every(({ states }) => states[0]!.begin === 'first')).toBe(true)
  expect(historyOf()).toEqual({ versions: [], threads: [] })
})

test('a sentence without spaces between its words is followed too', () => {
  const history = historyOf(
    telling('周一的风暴造成82人死亡。港口已经关闭。渡轮停运两天。'),
    telling('周一的风暴造成83人死亡。港口已经关闭。渡轮停运两天。'),
  )
  expect(chains(history, 'figure').some(chain => /^82.* → 83/.test(chain))).toBe(true)
})
