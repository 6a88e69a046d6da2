import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { localBrowser, openArchive } from '../../archive/index.ts'
import type { SnapshotRecord } from '../../archive/model/snapshot.ts'
import { preparePage } from '../../archive/replay/index.ts'
import { send, story } from '../support/site.ts'
import { useBrowserArchive } from './browser-archive.ts'

const given = useBrowserArchive()

test('a page captured by a browser is the same story as over http, and is shown as it was rendered', async () => {
  const { archive, site } = given()
  const widget = '<p id="w"></p><script>w.textContent = "A line that only a script writes"</script>'
  site.routes.set('/wall', send(story().replace('</body>', `${widget}</body>`)))
  const url = `${site.origin}/wall`
  const steps = new Set<string>()
  const [first] = (
    await archive.capture([url], { engine: 'browser', onProgress: ({ step }) => steps.add(step) })
  ).results
  expect([...steps]).toEqual(['page', 'looking', 'writing', 'cleaning', 'resources', 'keeping'])
  expect(first).toMatchObject({ outcome: 'snapshot', version: 1 })
  expect(await readdir(join(first!.path!, 'data'))).toEqual(
    expect.arrayContaining(['dom.html', 'network.har', 'page.html', 'screenshot.png', 'text.txt']),
  )
  const files = await archive.files(first!.snapshotId!)
  const record = (await files.json('data/snapshot.json')) as SnapshotRecord
  expect(record.engine.name).toBe('browser')
  expect(record.view?.behaviours.map(one => one.name)).toContain('scroll')
  const shown = await preparePage(files)
  expect(shown.html).toContain('A line that only a script writes')
  const again = await archive.capture([url], { engine: 'browser' })
  expect(again.results[0]).toMatchObject({ outcome: 'check', sourceId: first!.sourceId })
  const plain = await archive.capture([url], { engine: 'http' })
  expect(plain.results[0]).toMatchObject({ outcome: 'check', sourceId: first!.sourceId })
  expect((await archive.verify()).problems).toEqual([])
})

test('a browser that is not there is said so, and auto does without', async () => {
  const { dir, site } = given()
  site.routes.set('/wall', send(story()))
  const url = `${site.origin}/wall`
  const browser = localBrowser({ ...process.env, STET_BROWSER: '/no/such/browser' })
  const other = await openArchive(join(dir, 'other'), { access: 'write', browser })
  try {
    await expect(other.capture([url], { engine: 'browser' })).rejects.toMatchObject({ code: 'not-found' })
    const { results } = await other.capture([url], { engine: 'auto' })
    expect(results[0]).toMatchObject({ outcome: 'snapshot' })
  } finally {
    await other.close()
  }
})

test('a browser that does not start is said so, and auto does without', async () => {
  const { dir, site } = given()
  site.routes.set('/wall', send(story()))
  const url = `${site.origin}/wall`
  const warned: string[] = []
  const logger = { info: () => {}, warn: (message: string) => void warned.push(message) }
  const browser = localBrowser({ ...process.env, STET_BROWSER: process.execPath })
  const other = await openArchive(join(dir, 'other'), { access: 'write', logger, browser })
  try {
    const { results } = await other.capture([url], { engine: 'auto' })
    expect(results[0]).toMatchObject({ outcome: 'snapshot' })
    expect(warned.join()).toContain('Pages are fetched without a browser meanwhile.')
    const answer = await other.capture([url], { engine: 'browser' })
    expect(answer.failed[0]?.error).toMatchObject({ code: 'io' })
  } finally {
    await other.close()
  }
})
