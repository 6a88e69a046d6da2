import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ensureBuilt } from '../e2e/built.ts'
import { stet } from '../support/stet.ts'
import { tempDir } from '../support/temp.ts'

const MAIN = fileURLToPath(new URL('../../archive/cli/main.ts', import.meta.url))

test('serve says where the app is, lets in whoever has the address, and ends when it is asked to', async () => {
  await ensureBuilt()
  const args = [MAIN, '--archive', join(await tempDir(), 'archive'), '--json', 'serve', '--no-open']
  const host = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const errors = text(host.stderr)
  let said = ''
  for await (const chunk of host.stdout.setEncoding('utf8')) {
    said += String(chunk)
    if (said.includes('}')) break
  }
  const { url } = JSON.parse(said) as { url: string }
  const { origin } = new URL(url)
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await fetch(origin)).status).toBe(403)
  const answer = await fetch(url, { redirect: 'manual' })
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/i)
  host.kill('SIGTERM')
  const [status] = (await once(host, 'exit')) as [number | null]
  expect(status).toBe(0)
  expect(await errors).not.toMatch(/\n\s+at /)
})

test('a port that is no port is told in one sentence', async () => {
  const { status, stderr } = await stet(['serve', '--port', 'many'])
  expect(status).toBe(2)
  expect(stderr).toContain('0 to 65535')
})
