import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { open } from '../store/helpers.ts'
import { failedAt, STORY, tell, quickDir } from './stories.ts'

async function aLog(attempts: number) {
  const dir = await quickDir()
  const store = await open(dir)
  onTestFinished(() => store.close())
  await tell(store)
  for (let n = 0; n < attempts; n++) await failedAt(store, '2026-03-03T09:00:00.000Z', `${STORY}/${n}`)
  return { dir, store, log: store.overview.log }
}

test('pages of the log, newest first, are together the whole log', async () => {
  const { store, log } = await aLog(600)
  const whole = (await Array.fromAsync(store.readLog())).map(line => line.seq)
  const paged: number[] = []
  for (let before: number | null = null; ; before = paged.at(-1)!) {
    const page = await log.before(before, 97, [])
    if (page.length === 0) break
    paged.push(...page.map(line => line.seq))
  }
  expect(paged).toEqual(whole.toReversed())
})

test('only lines of the wanted types come, however far back they lie', async () => {
  const { log } = await aLog(600)
  expect((await log.before(null, 5, ['snapshot', 'archive'])).map(line => line.type)).toEqual([
    'snapshot',
    'archive',
  ])
  expect(await log.before(null, 5, ['purge'])).toEqual([])
})

test('a line written since is found, and an unfinished one is not', async () => {
  const { dir, store, log } = await aLog(1)
  const [last] = await log.before(null, 1, [])
  await failedAt(store, '2026-03-04T09:00:00.000Z')
  const [next] = await log.before(null, 1, [])
  expect(next!.seq).toBe(last!.seq + 1)
  await appendFile(join(dir, 'log.jsonl'), '{"type":"attempt","seq"')
  expect(await log.before(null, 1, [])).toEqual([next])
  expect(await log.lines([last!.seq, 99])).toEqual([last])
})
