import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { tempDir } from '../support/temp.ts'

const DEMO = fileURLToPath(new URL('../../demo/run.ts', import.meta.url))

test('the demo captures five editions, says what changed in each, and verifies', async () => {
  const dir = join(await tempDir(), 'archive')
  const { stdout } = await promisify(execFile)(process.execPath, [DEMO, dir])
  const chapters = stdout.split(/\n\d\. /).slice(1)
  expect(chapters).toHaveLength(6)
  for (const [index, chapter] of chapters.slice(0, 5).entries()) {
    expect(chapter).toContain(`snapshot, version ${index + 1}`)
  }
  expect(chapters[1]).toMatch(/2\.1 million.*1\.2 million/)
  expect(chapters[2]).toMatch(/headline/i)
  expect(chapters[3]).toMatch(/correction/i)
  expect(chapters[4]).toMatch(/moved/i)
  expect(chapters[4]).toMatch(/post/i)
  expect(chapters[5]).toContain('check')
  expect(stdout).toContain('every byte as it was written')
})
