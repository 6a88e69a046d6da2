import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// The replay engine is under the AGPL and warcio is its reader: both are for tests, and nothing that ships may hold them.

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOR_TESTS = ['@webrecorder/wabac', 'warcio']
/** What electron-builder packs, and what makes it. */
const SHIPPED = ['archive', 'electron', 'renderer', 'demo', 'scripts']
const NAMED = /(?:\bfrom|\bimport|\bimport\(|\brequire\(|\bresolve\()\s*['"](?:@webrecorder\/|warcio\b)/

async function* sources(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name)) yield join(entry.parentPath, entry.name)
  }
}

test('no file that ships imports the replay engine or its reader', async () => {
  const found: string[] = []
  let looked = 0
  for (const folder of SHIPPED) {
    for await (const path of sources(folder)) {
      looked++
      if (NAMED.test(await readFile(path, 'utf8'))) found.push(path)
    }
  }
  expect(looked).toBeGreaterThan(400)
  expect(found).toEqual([])
  expect(NAMED.test(await readFile(join(ROOT, 'tests/exchange/round-trip.test.ts'), 'utf8'))).toBe(true)
})

test('they are development dependencies, also of everything that is packed', async () => {
  const { dependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const { packages } = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>
  }
  for (const name of FOR_TESTS) {
    expect(dependencies).not.toHaveProperty([name])
    const places = Object.keys(packages).filter(place => place.endsWith(`node_modules/${name}`))
    expect(places).not.toEqual([])
    // npm marks what only development dependencies lead to; electron-builder leaves it out.
    for (const place of places) expect(packages[place]!.dev, place).toBe(true)
  }
})
