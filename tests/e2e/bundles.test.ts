import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { ensureBuilt, OUT } from './built.ts'

const KIB = 1024

beforeAll(ensureBuilt, 300_000)

const read = (...path: string[]): string => readFileSync(join(OUT, ...path), 'utf8')

const AT_ONCE = /(?:from|import)\s*["']([^"']+)["']/g
const EVER = /(?:from|import)\s*\(?\s*["'`]([^"'`]+)["'`]/g

/** What a bundle of `out/main` imports, at once or ever: its own files, and the packages they name. */
function importsOf(
  entry: string,
  when: RegExp,
): { readonly files: Set<string>; readonly packages: Set<string> } {
  const files = new Set([entry])
  const packages = new Set<string>()
  // A set that grows while it is walked is walked to its end.
  for (const file of files) {
    for (const [, name = ''] of read('main', file).matchAll(when)) {
      if (name.startsWith('./')) files.add(name.slice(2))
      else packages.add(name)
    }
  }
  return { files, packages }
}

test('what the window needs for its first paint is under 350 KB, compressed', () => {
  const files = [
    ...read('renderer', 'index.html').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g),
  ]
  expect(files.length).toBeGreaterThan(1)
  const bytes = files.map(([, file]) => gzipSync(readFileSync(join(OUT, 'renderer', file!))).length)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(350 * KIB)
})

test('main is under 60 KB, with all that is loaded with it', () => {
  const bytes = [...importsOf('main.js', AT_ONCE).files].map(file => Buffer.byteLength(read('main', file)))
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60 * KIB)
})

test('jsdom is loaded in the cleaning worker and nowhere else', () => {
  for (const entry of ['main.js', 'core.js', 'compare-worker.js', 'history-worker.js', 'verify-worker.js']) {
    expect([...importsOf(entry, EVER).packages], entry).not.toContain('jsdom')
  }
  expect([...importsOf('clean-worker.js', EVER).packages]).toContain('jsdom')
})
