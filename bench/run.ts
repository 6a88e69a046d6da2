/**
 * `npm run bench [NAME…]`: every benchmark in a process of its own, one after the other. They print figures and
 * never pass or fail: two things measured in one run, and the ratio, since the machine may be shared.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const BENCHES: Readonly<Record<string, string>> = {
  'capture: pages a second beside wget, and bytes of an unchanged re-capture': 'capture/beside-wget.ts',
  'capture, browser: pages a second beside the floor and beside single-file-cli': 'capture/browser.ts',
  'capture, browser: memory of 500 captures in one process': 'capture/many.ts',
  'cleaning: pages a second on two workers beside plain Readability': 'cleaning/speed.ts',
  'store: verify beside sha256sum': 'store/verify.ts',
  'store: one commit at 100 and at 20,000 snapshots': 'store/commit.ts',
  'import: peak memory of 1,000 pages': 'import/memory.ts',
  'exchange: the news site in the engine of ReplayWeb.page': 'exchange/replay-newsite.ts',
  'exchange: peak memory of a 3 GB export and import': 'exchange/memory.ts',
  'compare: speed beside jsdiff': 'compare/speed.ts',
  'app: opening, scrolling, filtering and memory in Chromium at 20,000 sources': 'app/scale.ts',
  'library: lists, filters, counts and marks at 20,000 sources beside an empty archive': 'library/lists.ts',
  'start: the command beside a bare node': 'cli/start.ts',
}

const wanted = process.argv.slice(2)
for (const [title, file] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.some(word => title.includes(word) || file.includes(word))) continue
  console.log(`\n## ${title}\n`)
  const path = fileURLToPath(new URL(file, import.meta.url))
  const { status } = spawnSync(process.execPath, [path], { stdio: 'inherit' })
  if (status !== 0) console.log(`(ended with status ${status})`)
}
