import { describe, expect, test } from 'vitest'
import type { Archive, QueueEntry } from '../../archive/index.ts'
import { leftoverOf } from '../../archive/service/jobs/pending.ts'

describe('what is left of promised captures', () => {
  test('is told by the log, also of addresses of which it does not have all', async () => {
    const [whole, secret, open] = [
      'https://paper.example/a',
      'https://paper.example/b?access_token=typed-by-hand&page=2',
      'https://paper.example/c',
    ] as const
    const lines = [
      { type: 'snapshot', requestedUrl: whole },
      { type: 'attempt', requestedUrl: 'https://paper.example/b?access_token=left-out-by-stet&page=2' },
    ]
    const archive = { log: () => Promise.resolve(lines) } as unknown as Archive
    const entry = {
      kind: 'capture',
      inputs: [whole, secret, open],
      dropped: [],
      sinceSeq: 1,
    } as unknown as QueueEntry
    const { pending, done } = await leftoverOf(archive, entry)
    expect(pending).toEqual([2])
    expect([...done]).toEqual([
      [whole, 'snapshot'],
      [secret, 'attempt'],
    ])
  })
})
