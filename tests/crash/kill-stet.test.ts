import { expect, test } from 'vitest'
import { killStet } from './kill-stet.ts'

// `node tests/crash/kill-stet.ts 200` is the long form of this.
test('nothing acknowledged is lost and nothing half done is listed when capture and import are killed', async () => {
  const report = await killStet(6)
  expect(report.wrong).toEqual([])
  expect(report.runs).toBe(6)
}, 240_000)
