import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { folder, keep, open } from './helpers.ts'

const WRITER = new URL('../crash/writer.ts', import.meta.url).pathname

test('a second process is told who holds the archive, may read it, and may write once the first is killed', async () => {
  await using at = await folder()
  const first = spawn(process.execPath, [WRITER, at.path], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await once(first.stdout, 'data')
    await expect(open(at.path)).rejects.toMatchObject({
      code: 'archive-locked',
      message: expect.stringContaining(`process ${first.pid} on`),
    })
    const reader = await open(at.path, { readOnly: true })
    expect((await reader.verify()).problems).toEqual([])
  } finally {
    first.kill('SIGKILL')
    await once(first, 'close')
  }
  const second = await open(at.path)
  await keep(second, { text: 'mine now' })
  await second.close()
})
