import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import type * as capture from '../../../archive/capture/index.ts'
import { answers, startSite } from '../support/server.ts'
import { page, reach, sharedBrowser } from './support.ts'

const source = await sharedBrowser()
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** The engine as a bundler writes it for the app, and as it would write it to be small. */
async function builtEngine(minify: boolean): Promise<typeof capture.browserEngine> {
  await mkdir(join(ROOT, 'out'), { recursive: true })
  const folder = await mkdtemp(join(ROOT, 'out/engine-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const entry = join(folder, 'entry.ts')
  await writeFile(entry, `export { browserEngine } from '${join(ROOT, 'archive/capture/index.ts')}'`)
  await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    build: { ssr: entry, outDir: folder, emptyOutDir: false, minify, target: 'node24' },
  })
  const built = (await import(pathToFileURL(join(folder, 'entry.js')).href)) as typeof capture
  return built.browserEngine
}

// What runs inside a page goes there as the text of a function: a helper that a bundler leaves outside is not there.
test.for([false, true])('what runs inside a page survives being bundled (made small: %s)', async minify => {
  const site = await startSite(
    answers({
      '/': page(`<div style="height:5000px"></div><details><summary>More</summary>Inside</details>
        <img data-src="/late.png" loading="lazy" width="10" height="10"><x-shadow></x-shadow>
        <div id="cookie-box" style="position:fixed;inset:0"><button onclick="this.parentNode.remove()">Reject all</button></div>
        <script>customElements.define('x-shadow', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'closed' }).innerHTML = '<b>deep</b>' } })</script>`),
    }),
  )
  const { dom, view } = await reach(source, `${site.origin}/`, {}, {}, await builtEngine(minify))
  const plain = await reach(source, `${site.origin}/`)
  expect(dom).toBe(plain.dom)
  expect(dom).toContain('<b>deep</b>')
  expect(dom).not.toContain('cookie-box')
  const done = ({ behaviours }: { behaviours: readonly { name: string }[] }) =>
    behaviours.map(one => one.name)
  expect(done(view!)).toEqual(done(plain.view!))
  expect(done(view!)).toEqual(expect.arrayContaining(['consent', 'scroll', 'details']))
})
