import { describe, expect, it } from 'vitest'
import type { Post } from '../../archive/model/post.ts'
import { statesOver } from '../../archive/model/post-states.ts'
import { PostGathering } from '../../archive/store/index.ts'

const post = (over: Partial<Post> = {}): Post => ({
  key: 'x:77',
  platform: 'x',
  postId: '77',
  url: 'https://x.com/ana/status/77',
  author: 'Ana Ruiz',
  handle: 'ana',
  postedAt: null,
  postedAtFrom: null,
  text: 'The bridge is closed.',
  media: [],
  form: 'blockquote',
  state: 'live',
  blockIndex: null,
  ...over,
})

const day = (date: number) => `2026-11-0${date}T12:00:00.000Z`
const look = (date: number, state: Post['state'], words: string | null = null) => ({
  at: day(date),
  state,
  sourceId: 's1',
  snapshotId: null,
  evidence: { words, where: 'https://x.com/ana/status/77', status: null },
})

describe('the states of a post over time', () => {
  it('are stretches of looks that found the same, in order of time and not of the log', () => {
    const spans = statesOver([
      look(5, 'deleted', 'Deleted.'),
      look(1, 'live'),
      look(3, 'live'),
      look(6, 'deleted'),
    ])
    expect(spans).toMatchObject([
      { state: 'live', from: day(1), to: day(3) },
      { state: 'deleted', from: day(5), to: day(6), evidence: { words: 'Deleted.' } },
    ])
  })

  it('do not end with a look that could not tell', () => {
    expect(statesOver([look(1, 'deleted'), look(2, 'unknown')])).toMatchObject([
      { state: 'deleted', to: day(1) },
    ])
    expect(statesOver([look(1, 'unknown')])).toEqual([])
  })

  it('tell when a post came back', () => {
    const spans = statesOver([look(1, 'live'), look(2, 'unavailable'), look(3, 'live')])
    expect(spans.map(({ state }) => state)).toEqual(['live', 'unavailable', 'live'])
  })
})

describe('a post in many snapshots', () => {
  const held = (snapshotId: string, date: number, ...posts: Post[]) => ({
    snapshotId,
    sourceId: `s-${snapshotId}`,
    seq: date,
    at: day(date),
    posts,
  })

  it('is shown as the newest does, with words of an earlier one where the newest has none', () => {
    const gathering = new PostGathering()
    gathering.add(held('a', 1, post()))
    gathering.add(held('b', 2, post({ text: null, author: null, state: 'unknown' })))
    expect(gathering.get('x:77')).toMatchObject({
      text: 'The bridge is closed.',
      author: 'Ana Ruiz',
      state: 'live',
      snapshots: ['a', 'b'],
      sourceIds: ['s-a', 's-b'],
    })
  })

  it('is one by its permalink, whatever platform its markup names', () => {
    const gathering = new PostGathering()
    gathering.add(held('a', 1, post({ key: 'mastodon:77', platform: 'mastodon' })))
    const { key, platform, postId, url, handle } = post()
    const note = { key, platform, postId, url, handle, state: 'deleted', evidence: null } as const
    expect(gathering.note({ seq: 2, at: day(2), sourceId: 's2', posts: [note] })).toEqual(['mastodon:77'])
    expect([...gathering.keys()]).toEqual(['mastodon:77'])
    expect(gathering.get('mastodon:77')).toMatchObject({ state: 'deleted', text: 'The bridge is closed.' })
  })
})
