import { expect, test } from 'vitest'
import { folder } from '../store/helpers.ts'
import { faultsOf, killOnce, nothingYet } from './kill-rounds.ts'

const ROUNDS = 20

test('what was acknowledged survives kill -9 at any moment, and nothing half done is listed', async () => {
  await using at = await folder()
  const seen = nothingYet()
  for (let round = 0; round < ROUNDS; round++) {
    // Spread evenly, so that each run of the tests covers early and late moments.
    await killOnce(at.path, 2 + round * 11, seen)
    expect(await faultsOf(at.path, seen), `round ${round}`).toEqual([])
  }
  expect(seen.snapshots.size).toBeGreaterThan(ROUNDS)
}, 120_000)
