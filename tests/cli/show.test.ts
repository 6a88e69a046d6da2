import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evidenceSchema } from '../../archive/contract/source.ts'
import { story } from '../support/site.ts'
import { stet } from '../support/stet.ts'

const URL = 'https://quay.test/wall'
let dir: string
const show = (...args: string[]) => stet(['--archive', join(dir, 'archive'), 'show', URL, ...args])

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stet-show-'))
  const file = join(dir, 'wall.html')
  const lost = '<img src="/gone.png"><script>document.title = "run"</script>'
  await writeFile(file, story().replace('</article>', `${lost}</article>`))
  const done = await stet(['--archive', join(dir, 'archive'), 'import', file, '--url', URL])
  expect(done.status, done.stderr).toBe(0)
})
afterAll(() => rm(dir, { recursive: true, force: true }))

test('The whole page is printed as one file, and what it lacks is said beside it', async () => {
  const { status, stdout, stderr } = await show('--as', 'page')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^<!doctype html>[\s\S]*Content-Security-Policy[\s\S]*Harbour board/)
  expect(stdout).not.toContain('<script')
  expect(stderr).toContain('https://quay.test/gone.png')
})

test('It is written to a new file, and a file that is there stays as it is', async () => {
  const out = join(dir, 'page.html')
  const first = await show('--as', 'page', '--out', out)
  expect(first.status).toBe(0)
  expect(first.stdout).toContain(out)
  const written = await readFile(out, 'utf8')
  expect(written).toContain('Harbour board')
  await writeFile(out, 'mine')
  const second = await show('--as', 'text', '--out', out)
  expect(second.status).toBe(2)
  expect(second.stderr).toContain(`${out} exists`)
  expect(await readFile(out, 'utf8')).toBe('mine')
  const nowhere = await show('--as', 'text', '--out', join(dir, 'no', 'such', 'folder.txt'))
  expect([nowhere.status, nowhere.stderr]).toEqual([1, expect.stringContaining('could not be written')])
})

test('The evidence says where a snapshot comes from and how complete it is', async () => {
  const { stdout } = await show('--as', 'evidence')
  expect(stdout).toContain('content hash')
  expect(stdout).toMatch(/complete +0 %: 0 of 1 file asked for, no browser saw its words/)
  expect(stdout).toContain('https://quay.test/gone.png')
  const json = await stet(['--archive', join(dir, 'archive'), '--json', 'show', URL, '--as', 'evidence'])
  expect(
    evidenceSchema.shape.completeness.parse((json.json() as { completeness: unknown }).completeness),
  ).toMatchObject({
    asked: 1,
    kept: 0,
    wordsSeen: null,
  })
})
