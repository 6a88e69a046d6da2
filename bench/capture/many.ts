/** Many captures in one process: what this process and its browser hold in memory as they go on. `many.ts [PAGES]` */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { localBrowser, openArchive } from '../../archive/index.ts'
import type { RunningBrowser } from '../../archive/browser/index.ts'
import { browserMemory } from '../support/browser-cpu.ts'

const PAGES = Number(process.argv[2] ?? 500)
const AT_ONCE = 2
const EVERY = 50
const MB = 1e6

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const paragraph =
  'The ferry left the quay at six and came back with the evening tide, as it has for forty years. '
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const site = createServer((request, response) => {
  if (request.url?.endsWith('.png'))
    return response.writeHead(200, { 'content-type': 'image/png' }).end(pixel)
  const body = `<p>${paragraph.repeat(4)}</p>`.repeat(6)
  const script = `document.body.append('Page ' + location.pathname)`
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(
    `<!doctype html><title>Ferry ${request.url}</title><article><h1>The ferry ${request.url}</h1>${body}<img src="/a${request.url}.png"></article><script>${script}</script></html>`,
  )
})
await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve))
const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
const dir = await mkdtemp(join(tmpdir(), 'stet-bench-'))
const browser = localBrowser()
const archive = await openArchive(join(dir, 'archive'), { access: 'write', browser })
const browsers = new Set<unknown>()
try {
  console.log(
    '| pages | this process | of it heap | browser | browsers so far | pages/s |\n|---|---|---|---|---|---|',
  )
  for (let done = 0; done < PAGES; done += EVERY) {
    const urls = Array.from({ length: Math.min(EVERY, PAGES - done) }, (_, i) => `${origin}/${done + i}`)
    const begun = performance.now()
    const { results, failed } = await archive.capture(urls, {
      engine: 'browser',
      allowPrivate: true,
      concurrency: AT_ONCE,
    })
    const seconds = (performance.now() - begun) / 1000
    const bad = failed.length + results.filter(result => result.outcome === 'attempt').length
    browsers.add(((await browser.get()) as RunningBrowser).pid)
    collect()
    const { rss, heapUsed } = process.memoryUsage()
    const cells = [rss, heapUsed, browserMemory()].map(bytes => `${(bytes / MB).toFixed(0)} MB`)
    const pages = `${done + urls.length}${bad > 0 ? ` (${bad} failed)` : ''}`
    console.log(
      `| ${pages} | ${cells.join(' | ')} | ${browsers.size} | ${(urls.length / seconds).toFixed(1)} |`,
    )
  }
} finally {
  await archive.close()
  site.close()
  site.closeAllConnections()
  await rm(dir, { recursive: true, force: true })
}
