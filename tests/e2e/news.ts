import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { send, startSite, story } from '../support/site.ts'
import { ROOT } from './built.ts'

export interface News {
  /** Three pages, each with its headline. */
  readonly pages: readonly { readonly url: string; readonly headline: string }[]
  stop(): Promise<void>
}

const HEADLINES = [
  'Lighthouse keepers win their pay dispute',
  'School bus contract goes to a single bidder',
  'Bakery on Net Street to reopen after the flood',
]
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32"><rect width="64" height="32" fill="#47a"/></svg>`

/** A small news site of our own. */
export async function ourNews(): Promise<News> {
  const site = await startSite()
  site.routes.set('/picture.svg', send(PICTURE, 'image/svg+xml'))
  const figure = `<figure><img src="/picture.svg" alt="Blue water" width="640" height="320" alt="Blue water"><figcaption>The quay on Monday. Picture: Quay Post</figcaption></figure>`
  const pages = HEADLINES.map((headline, index) => {
    site.routes.set(`/news/${index}`, send(story({ title: headline, extra: figure })))
    return { url: `${site.origin}/news/${index}`, headline }
  })
  return { pages, stop: () => site.close() }
}

const NEWSITE = join(ROOT, '../shared/bench/newsite/server.mjs')
const PORT = 4930

/** Three pages of the shared fixture site; null where this machine does not have it. */
export async function sharedNews(): Promise<News | null> {
  if (!existsSync(NEWSITE)) return null
  const file = join(tmpdir(), `stet-newsite-${process.pid}.json`)
  const lister = fork(NEWSITE, ['--port', String(PORT), '--manifest', file], { stdio: 'ignore' })
  await new Promise(resolve => lister.once('exit', resolve))
  const manifest = JSON.parse(await readFile(file, 'utf8')) as {
    pages: readonly { id: string; entryUrl: string; meta: { title: string } }[]
  }
  await rm(file)
  const server = fork(NEWSITE, ['--port', String(PORT)], { stdio: 'ignore' })
  const pages = manifest.pages
    .filter(({ id }) => ['p01', 'p07', 'p09'].includes(id))
    .map(({ entryUrl, meta }) => ({ url: entryUrl, headline: meta.title }))
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(pages[0]!.url).catch(() => null)
    if (answer?.ok) break
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return {
    pages,
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return
      const ended = new Promise(resolve => server.once('exit', resolve))
      server.kill()
      await ended
    },
  }
}
